/** What the core shows, as a table: one thing true at a time, then several. */
import { describe, expect, test } from 'vitest';
import { conversation, message } from '../store/fake-core.ts';
import { initialState, type WindowState } from '../store/state.ts';
import type { VoiceView } from '../voice/voice-view.ts';
import { type OrbShape, orbLook, troubleOf } from './orb-state.ts';

const around = { isOnline: true, sinceMs: 1_000 };
const start: WindowState = { ...initialState('c1', 'en'), connection: 'open', ready: true };

const withVoice = (voice: Partial<VoiceView>, state = start): WindowState => ({
  ...state,
  voice: { ...state.voice, ...voice },
});
const privately = (state: WindowState): WindowState => ({
  ...state,
  memory: { ...state.memory, isPrivate: true },
});
const answering = (state = start): WindowState => ({
  ...state,
  running: new Map([['c1', { turnId: 't', conversationId: 'c1', state: 'thinking' as const }]]),
});
const inMode = (mode: 'hold' | 'always', state = start): WindowState => ({
  ...state,
  preferences: { ...state.preferences, voice: { ...state.preferences.voice, mode } },
});
const failed = (createdAtMs: number, state = start): WindowState => {
  const error = { stage: 'model', code: 'model.x', message: 'It broke.', hint: '', retryable: true } as const;
  const answer = message('a', 'q', { role: 'assistant', status: 'failed', error, createdAtMs });
  return { ...state, open: { ...state.open, order: ['a'], messages: new Map([['a', answer]]) } };
};
const deaf = (state = start): WindowState => ({
  ...state,
  toasts: [{ id: 't1', text: { kind: 'voice', remark: { kind: 'microphone', fault: 'refused' } } }],
});

type Case = readonly [what: string, state: WindowState, shape: OrbShape, isOnline?: boolean];
const cases: readonly Case[] = [
  ['nothing', start, 'idle'],
  ['waiting for the name', withVoice({ state: 'armed' }), 'armed'],
  ['waiting for words', withVoice({ state: 'listening' }), 'listening'],
  ['hearing words', withVoice({ state: 'hearing' }), 'listening'],
  ['one may go on', withVoice({ state: 'follow-up' }), 'listening'],
  ['writing words down', withVoice({ state: 'recognising' }), 'thinking'],
  ['thinking about what was said', withVoice({ state: 'thinking' }), 'thinking'],
  ['thinking about what was typed', answering(), 'thinking'],
  ['the answer is heard', withVoice({ speaking: true }), 'speaking'],
  [
    'the answer is heard while the name is waited for',
    withVoice({ state: 'armed', speaking: true }),
    'speaking',
  ],
  ['the answer is heard and still grows', withVoice({ speaking: true }, answering()), 'speaking'],
  [
    'the answer is heard with the microphone open',
    withVoice({ state: 'listening', speaking: true }),
    'speaking',
  ],
  ['somebody speaks into the answer', withVoice({ state: 'hearing', speaking: true }), 'listening'],
  ['private', privately(start), 'private'],
  ['private, waiting for the name', privately(withVoice({ state: 'armed' })), 'private'],
  ['private, listening', privately(withVoice({ state: 'hearing' })), 'listening'],
  ['private, speaking', privately(withVoice({ speaking: true })), 'speaking'],
  ['no network', start, 'offline', false],
  ['no network, waiting for the name', withVoice({ state: 'armed' }), 'offline', false],
  ['no network, private', privately(start), 'private', false],
  ['no network, thinking', answering(), 'thinking', false],
  ['the core is looked for again', { ...start, connection: 'reconnecting' }, 'offline'],
  ['the core is gone', { ...start, connection: 'closed' }, 'error'],
  [
    'the core is gone while an answer is heard',
    { ...withVoice({ speaking: true }), connection: 'closed' },
    'error',
  ],
  ['the answer failed', failed(2_000), 'error'],
  ['the answer failed, private', privately(failed(2_000)), 'error'],
  ['the answer failed, no network', failed(2_000), 'error', false],
  ['the answer failed, and is given again', answering(failed(2_000)), 'thinking'],
  [
    'the answer failed, and the key is held',
    withVoice({ state: 'listening' }, inMode('hold', failed(2_000))),
    'listening',
  ],
  [
    'the answer failed, and words are waited for',
    withVoice({ state: 'listening' }, inMode('always', failed(2_000))),
    'error',
  ],
  [
    'the answer failed, and words are heard',
    withVoice({ state: 'hearing' }, inMode('always', failed(2_000))),
    'listening',
  ],
  ['an answer failed before this window was opened', failed(500), 'idle'],
  ['the microphone may not be used', deaf(), 'error'],
];

describe('the core', () => {
  test.each(cases.map(([what, state, shape, isOnline = true]) => ({ what, state, shape, isOnline })))(
    '$what',
    one => {
      const { state, shape, isOnline } = one;
      expect(orbLook(state, { ...around, isOnline })).toEqual({ shape, isPrivate: state.memory.isPrivate });
    },
  );

  test('answers of another conversation are none of its business', () => {
    const elsewhere = { turnId: 't', conversationId: 'c2', state: 'thinking' as const };
    const state = { ...start, conversations: [conversation('c2')], running: new Map([['c2', elsewhere]]) };
    expect(orbLook(state, around).shape).toBe('idle');
  });
});

describe('a fault', () => {
  test('names what mends it', () => {
    expect(troubleOf(failed(2_000), around.sinceMs)).toEqual({
      kind: 'answer',
      id: 'a',
      text: 'It broke.',
      questionId: 'q',
    });
    const error = {
      stage: 'wire',
      code: 'wire.x',
      message: 'No way out.',
      hint: '',
      retryable: true,
    } as const;
    const unsent = { turnId: 't9', conversationId: 'c1', text: 'words', error };
    expect(troubleOf({ ...start, outbox: [unsent] }, around.sinceMs)).toEqual({
      kind: 'unsent',
      id: 't9',
      text: 'No way out.',
      canRetry: true,
    });
    expect(
      troubleOf({ ...start, outbox: [{ ...unsent, conversationId: 'c2' }] }, around.sinceMs),
    ).toBeUndefined();
    expect(troubleOf(deaf(), around.sinceMs)).toMatchObject({
      kind: 'microphone',
      remark: { fault: 'refused' },
    });
  });

  test('that was put away is gone, and the next one is not', () => {
    expect(orbLook({ ...failed(2_000), putAway: 'a' }, around).shape).toBe('idle');
    expect(orbLook({ ...failed(2_000), putAway: 'earlier' }, around).shape).toBe('error');
  });
});
