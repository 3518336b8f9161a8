/** Turns over the real store: one at a time, in line, stopped, edited, regenerated, continued, sent twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../src-main/adapters/store/open-store.ts';
import type { AnswerPart } from '../src-main/conversation/run-turn.ts';
import type { AskInput } from '../src-main/conversation/turn-ports.ts';
import { maxQueued, Turns } from '../src-main/conversation/turns.ts';
import { newId } from '../src-main/domain/id.ts';
import { systemClock } from '../src-main/host/system-clock.ts';

let folder: string;
let store: ReturnType<typeof openStore>;
let turns: Turns;
let seen: string[];
/** Answers wait until the test lets them go on. */
let release: (() => void)[];
let asked: string[];

function ask(text: string, more: Partial<AskInput> = {}): Promise<{ queued: boolean; messageId?: string }> {
  return turns.ask({ turnId: newId(), conversationId: 'c1', text, origin: 'typed', ...more });
}

async function* slowAnswer(text: string, signal: AbortSignal): AsyncGenerator<AnswerPart> {
  asked.push(text);
  yield { kind: 'text', text: `answer to ${text}: ` };
  await new Promise<void>((resolve, reject) => {
    release.push(resolve);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  yield { kind: 'text', text: 'end' };
  yield { kind: 'finished', notices: [] };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-turns-'));
  store = openStore({
    path: join(folder, 'jarvis.db'),
    key: new Uint8Array(32).fill(7),
    backupsDir: join(folder, 'backups'),
    clock: systemClock,
  });
  seen = [];
  release = [];
  asked = [];
  turns = new Turns({
    store: store.memory,
    clock: systemClock,
    zone: () => 'Europe/Paris',
    detectLanguage: () => 'en',
    profileLanguage: () => 'fr',
    answer: (turn, signal) => slowAnswer(turn.userMessage.text, signal),
    observer: {
      accepted: (_id, message) => seen.push(`accepted ${message.text}`),
      queued: turn => seen.push(`queued ${turn.text}`),
      unqueued: turn => seen.push(`unqueued ${turn.text}`),
      thinking: () => seen.push('thinking'),
      words: (_turn, offset, text) => seen.push(`${offset} ${text}`),
      ended: (_turn, message, state) => seen.push(`${state} ${message.text}`),
      lost: (_turn, error) => seen.push(`lost ${error.code}`),
    },
  });
});

afterEach(async () => {
  await turns.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(resolve => setImmediate(resolve));
}
const letGo = async (): Promise<void> => {
  await until(() => release.length > 0);
  release.shift()?.();
};
const branch = async () =>
  (await store.memory.openBranch('c1', { limit: 100 })).map(m => `${m.role[0]} ${m.text} ${m.status}`);

test('words are on disk when the turn is accepted, and the first ones name the conversation', async () => {
  const { messageId } = await ask('How do magnets work?');
  expect((await store.memory.getMessage(messageId ?? '')).text).toBe('How do magnets work?');
  expect((await store.memory.getConversation('c1')).title).toBe('How do magnets work?');
});

test('messages during an answer wait in line, in order, and each gets its answer', async () => {
  await ask('one');
  expect(await ask('two')).toEqual({ queued: true });
  expect(await ask('three')).toEqual({ queued: true });
  for (let i = 0; i < 3; i++) await letGo();
  await until(() => turns.list().length === 0);
  expect(asked).toEqual(['one', 'two', 'three']);
  expect(await branch()).toEqual(
    ['one', 'two', 'three'].flatMap(text => [`u ${text} complete`, `a answer to ${text}: end complete`]),
  );
});

test('one in line can be cancelled', async () => {
  await ask('one');
  const turnId = newId();
  await ask('two', { turnId });
  expect(await turns.cancelQueued(turnId)).toBe(true);
  expect(await turns.cancelQueued(turnId)).toBe(false);
  await letGo();
  await until(() => turns.list().length === 0);
  expect(asked).toEqual(['one']);
  expect(seen).toContain('unqueued two');
});

test('a stop keeps what came and ends the turn', async () => {
  const turnId = newId();
  await ask('one', { turnId });
  await until(() => release.length === 1);
  await turns.stop(turnId);
  expect(await branch()).toEqual(['u one complete', 'a answer to one:  stopped']);
  expect(seen.at(-1)).toBe('stopped answer to one: ');
});

test('the same turn sent twice has one effect, at once and later', async () => {
  const turnId = newId();
  const [first, second] = await Promise.all([ask('one', { turnId }), ask('one', { turnId })]);
  expect(second).toEqual(first);
  await letGo();
  await until(() => turns.list().length === 0);
  expect(await ask('one', { turnId })).toEqual(first);
  expect(asked).toEqual(['one']);
});

test('an edit makes a branch and keeps the old one', async () => {
  const { messageId = '' } = await ask('one');
  await letGo();
  await until(() => turns.list().length === 0);
  await ask('uno', { edits: messageId });
  await letGo();
  await until(() => turns.list().length === 0);
  expect(await branch()).toEqual(['u uno complete', 'a answer to uno: end complete']);
  const [edited] = await store.memory.openBranch('c1', {
    limit: 1,
    beforeId: (await store.memory.openBranch('c1', { limit: 1 }))[0]?.id ?? '',
  });
  expect(edited?.siblingIds).toHaveLength(2);
  await store.memory.selectBranch('c1', messageId);
  expect(await branch()).toEqual(['u one complete', 'a answer to one: end complete']);
});

test('an edit during an answer stops that answer first', async () => {
  const { messageId = '' } = await ask('one');
  await until(() => release.length === 1);
  await ask('uno', { edits: messageId });
  expect(seen).toContain('stopped answer to one: ');
});

test('regenerate answers again beside the old answer', async () => {
  await ask('one');
  await letGo();
  await until(() => turns.list().length === 0);
  const [, answer] = await store.memory.openBranch('c1', { limit: 2 });
  await turns.regenerate(newId(), answer?.id ?? '');
  await until(() => release.length === 1);
  await letGo();
  await until(() => turns.list().length === 0);
  const [, again] = await store.memory.openBranch('c1', { limit: 2 });
  expect(again?.siblingIds).toEqual([answer?.id, again?.id]);
});

test('a stopped answer is continued in place', async () => {
  const turnId = newId();
  await ask('one', { turnId });
  await until(() => release.length === 1);
  await turns.stop(turnId);
  const [, answer] = await store.memory.openBranch('c1', { limit: 2 });
  release = [];
  await turns.continue(newId(), answer?.id ?? '');
  await letGo();
  await until(() => turns.list().length === 0);
  expect((await branch()).at(-1)).toBe('a answer to one: answer to one: end complete');
});

test('a window that opens during an answer sees the words that came so far', async () => {
  await ask('one');
  await until(() => release.length === 1);
  const live = turns.withLiveText(await store.memory.openBranch('c1', { limit: 2 }));
  expect(live[1]?.text).toBe('answer to one: ');
});

test.each([
  ['', 'input.empty'],
  [' \n\t', 'input.empty'],
  ['\u200b\u2060\ufeff', 'input.empty'],
  ['\u0000', 'input.empty'],
  ['x'.repeat(1_000_000), 'input.too-long'],
])('nothing to read or too much of it is refused (%#)', async (text, code) => {
  expect(() => ask(text)).toThrow(code);
  expect(await store.memory.listConversations({ limit: 10 })).toEqual([]);
});

test.each([
  '🎉🎉',
  'مرحبا بالعالم',
  'a\u0000b',
  'a\ud800b',
  '\u200bword\u200b',
  '<img src=x onerror=alert(1)>',
])('odd words come back exactly (%#)', async text => {
  const { messageId = '' } = await ask(text);
  expect((await store.memory.getMessage(messageId)).text).toBe(text);
});

test('a hundred messages at once are all kept in order; too many are refused in clear words', async () => {
  const texts = Array.from({ length: maxQueued + 1 }, (_, i) => `message ${i}`);
  await Promise.all(texts.map(text => ask(text)));
  await expect(ask('one more')).rejects.toMatchObject({ code: 'input.rate' });
  expect((await store.memory.listQueued('c1')).map(turn => turn.text)).toEqual(texts.slice(1));
});

test('after a stop of the program what was in line is found again, unanswered', async () => {
  await ask('one');
  await ask('two');
  await turns.close();
  expect(await store.memory.recover(Date.now())).toEqual({ interrupted: 0, unanswered: 1 });
  expect((await branch()).at(-1)).toBe('u two unanswered');
});
