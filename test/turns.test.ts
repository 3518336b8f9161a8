/** Turns over the real store: one at a time, in line, stopped, edited, regenerated, continued, sent twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../src-main/adapters/store/open-store.ts';
import type { AnswerPart, AnswerPlan } from '../src-main/conversation/answer-part.ts';
import type { Turn } from '../src-main/conversation/run-turn.ts';
import { maxQueued } from '../src-main/conversation/turn-acceptance.ts';
import type { AskInput } from '../src-main/conversation/turn-ports.ts';
import { Turns } from '../src-main/conversation/turns.ts';
import { JarvisError } from '../src-main/domain/errors.ts';
import { newId } from '../src-main/domain/id.ts';
import { systemClock } from '../src-main/host/system-clock.ts';

let folder: string;
let store: ReturnType<typeof openStore>;
let turns: Turns;
let seen: string[];
/** Answers wait until the test lets them go on. */
let release: (() => void)[];
let asked: string[];
/** Questions whose model was stopped. */
let stopped: string[];

function ask(text: string, more: Partial<AskInput> = {}): Promise<{ queued: boolean; messageId?: string }> {
  return turns.ask({ turnId: newId(), conversationId: 'c1', text, origin: 'typed', ...more });
}

async function* slowAnswer(text: string, signal: AbortSignal): AsyncGenerator<AnswerPart> {
  asked.push(text);
  yield { kind: 'text', text: `answer to ${text}: ` };
  await new Promise<void>((resolve, reject) => {
    release.push(resolve);
    signal.addEventListener(
      'abort',
      () => {
        stopped.push(text);
        reject(signal.reason);
      },
      { once: true },
    );
  });
  yield { kind: 'text', text: 'end' };
  yield { kind: 'finished', notices: [] };
}

const planned = (turn: Turn): AnswerPlan => ({
  answeredBy: 'model',
  parts: signal => slowAnswer(turn.userMessage.text, signal),
});
let plan: (turn: Turn) => AnswerPlan | Promise<AnswerPlan>;

beforeEach(() => {
  plan = planned;
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
  stopped = [];
  turns = new Turns({
    store: store.memory,
    clock: systemClock,
    zone: () => 'Europe/Paris',
    warm: () => undefined,
    detectLanguage: () => 'en',
    profileLanguage: () => 'fr',
    plan: turn => plan(turn),
    observer: {
      accepted: (_id, message) => seen.push(`accepted ${message.text}`),
      queued: turn => seen.push(`queued ${turn.text}`),
      unqueued: turn => seen.push(`unqueued ${turn.text}`),
      thinking: () => seen.push('thinking'),
      words: (_turn, offset, text) => seen.push(`${offset} ${text}`),
      ended: (_turn, message, state) => seen.push(`${state} ${message.text}`),
      lost: (_turn, error) => seen.push(`lost ${error.code}`),
      cut: (_turnId, message) => seen.push(`cut ${message.text}`),
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
/** The first words of an answer are shown, and it waits to go on. */
const answering = (): Promise<void> =>
  until(() => release.length === 1 && turns.list().some(({ state }) => state === 'speaking'));
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
  await answering();
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
  await answering();
  await ask('uno', { edits: messageId });
  expect(seen).toContain('stopped answer to one: ');
});

test('regenerate answers again beside the old answer', async () => {
  await ask('one');
  await letGo();
  await until(() => turns.list().length === 0);
  const [, answer] = await store.memory.openBranch('c1', { limit: 2 });
  await turns.regenerate(newId(), answer?.id ?? '');
  await answering();
  await letGo();
  await until(() => turns.list().length === 0);
  const [, again] = await store.memory.openBranch('c1', { limit: 2 });
  expect(again?.siblingIds).toEqual([answer?.id, again?.id]);
});

test('a stopped answer is continued in place', async () => {
  const turnId = newId();
  await ask('one', { turnId });
  await answering();
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
  await answering();
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

test('a conversation deleted during an answer stays silent, and goes on with what waits once it is back', async () => {
  await ask('one');
  await answering();
  await ask('two');
  await turns.whileStopped('c1', () => store.memory.deleteConversation('c1', 1));
  for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve));
  expect(turns.list()).toEqual([]);
  expect(asked).toEqual(['one']);
  expect(seen.filter(line => line.startsWith('lost'))).toEqual([]);
  release = [];
  await store.memory.restoreConversation('c1');
  await turns.resume('c1');
  await letGo();
  await until(() => turns.list().length === 0);
  expect((await branch()).slice(-2)).toEqual(['u two complete', 'a answer to two: end complete']);
});

test('what waits goes on when a deletion fails', async () => {
  await ask('one');
  await answering();
  await ask('two');
  const failing = turns.whileStopped('c1', () => Promise.reject(new Error('disk')));
  await expect(failing).rejects.toThrow('disk');
  await until(() => asked.length === 2);
});

test('once the program ends nothing more is taken, and nothing runs on', async () => {
  const { acceptTurn } = store.memory;
  let closing: Promise<void> | undefined;
  store.memory.acceptTurn = (...given) => {
    closing ??= turns.close();
    return acceptTurn(...given);
  };
  const first = ask('one');
  const late = ask('two');
  await first;
  await expect(late).rejects.toMatchObject({ code: 'host.stopping' });
  await closing;
  expect(turns.list()).toEqual([]);
  expect(await branch()).toEqual(['u one complete', 'a  stopped']);
  const [, answer] = await store.memory.openBranch('c1');
  await expect(turns.continue(newId(), answer?.id ?? '')).rejects.toThrow('host.stopping');
});

test('a voice that waits in line is told only of its own turn', async () => {
  await ask('one');
  const turnId = newId();
  const heard: string[] = [];
  const listener = { words: (text: string) => heard.push(text), ended: () => heard.push('ended') };
  await turns.ask({ turnId, conversationId: 'c1', text: 'two', origin: 'spoken' }, listener);
  await letGo();
  await until(() => asked.length === 2);
  // Its turn has come: there is nothing left to cancel.
  expect(await turns.cancelQueued(turnId)).toBe(false);
  await letGo();
  await until(() => turns.list().length === 0);
  expect(heard).toEqual(['answer to two: ', 'end', 'ended']);
});

test('regenerate sent again, also to a program started anew, has one effect', async () => {
  await ask('one');
  await letGo();
  await until(() => turns.list().length === 0);
  const [question, answer] = await store.memory.openBranch('c1', { limit: 2 });
  const turnId = newId();
  await turns.regenerate(turnId, answer?.id ?? '');
  await letGo();
  await until(() => turns.list().length === 0);
  await turns.regenerate(turnId, answer?.id ?? '');
  await turns.regenerate(turnId, question?.id ?? '');
  expect(turns.list()).toEqual([]);
  expect((await store.memory.openBranch('c1', { limit: 1 }))[0]?.siblingIds).toHaveLength(2);
});

test('an answer that is whole is not continued', async () => {
  await ask('one');
  await letGo();
  await until(() => turns.list().length === 0);
  const [, answer] = await store.memory.openBranch('c1', { limit: 2 });
  await expect(turns.continue(newId(), answer?.id ?? '')).rejects.toThrow('input.invalid');
});

test('nothing is answered in a deleted conversation', async () => {
  await ask('one');
  await answering();
  await turns.whileStopped('c1', async () => undefined);
  const [, answer] = await store.memory.openBranch('c1', { limit: 2 });
  await store.memory.deleteConversation('c1', 1);
  await expect(turns.continue(newId(), answer?.id ?? '')).rejects.toThrow('input.not-found');
  await expect(turns.regenerate(newId(), answer?.id ?? '')).rejects.toThrow('input.not-found');
});

test('an answer whose end could not be written is interrupted, and can be continued', async () => {
  const finishAnswer = store.memory.finishAnswer;
  store.memory.finishAnswer = () => Promise.reject(new JarvisError('store.disk-full'));
  await ask('one');
  await letGo();
  await until(() => seen.at(-1) === 'lost store.disk-full');
  await until(() => turns.list().length === 0);
  store.memory.finishAnswer = finishAnswer;
  const [, answer] = turns.withLiveText(await store.memory.openBranch('c1', { limit: 2 }));
  expect(answer?.status).toBe('interrupted');
  await turns.continue(newId(), answer?.id ?? '');
  await letGo();
  await until(() => turns.list().length === 0);
  expect((await branch()).at(-1)).toBe('a answer to one: end complete');
});

test('words whose answer could not be begun can still be answered', async () => {
  const { beginAnswer } = store.memory;
  await ask('one');
  await answering();
  const turnId = newId();
  await ask('two', { turnId });
  store.memory.beginAnswer = () => Promise.reject(new JarvisError('store.disk-full'));
  await letGo();
  const open = async () => turns.withLiveText(await store.memory.openBranch('c1', { limit: 1 }));
  await until(() => turns.list().length === 0);
  expect(seen.at(-1)).toBe('lost store.disk-full');
  store.memory.beginAnswer = beginAnswer;
  const [words] = await open();
  expect(words).toMatchObject({ text: 'two', status: 'unanswered' });
  release = [];
  await turns.regenerate(newId(), words?.id ?? '');
  await letGo();
  await until(() => turns.list().length === 0);
  expect((await branch()).at(-1)).toBe('a answer to two: end complete');
});

test('words that cannot be stored are refused, the model that was asked is stopped, and nothing is shown', async () => {
  const { acceptTurn } = store.memory;
  store.memory.acceptTurn = () => Promise.reject(new JarvisError('store.disk-full'));
  const heard: string[] = [];
  const listener = { words: (text: string) => heard.push(text), ended: () => heard.push('ended') };
  const input = { turnId: newId(), conversationId: 'c1', text: 'one', origin: 'spoken' } as const;
  await expect(turns.ask(input, listener)).rejects.toMatchObject({ code: 'store.disk-full' });
  expect(asked).toEqual(['one']);
  expect(stopped).toEqual(['one']);
  expect([...seen, ...heard]).toEqual([]);
  store.memory.acceptTurn = acceptTurn;
  expect(await turns.ask(input)).toMatchObject({ queued: false });
});

test('words do not wait for skills that are still being loaded', async () => {
  const loading = Promise.withResolvers<void>();
  plan = async turn => {
    await loading.promise;
    return planned(turn);
  };
  await ask('one');
  expect(await branch()).toEqual(['u one complete']);
  expect(asked).toEqual([]);
  loading.resolve();
  await letGo();
  await until(() => turns.list().length === 0);
  expect(await branch()).toEqual(['u one complete', 'a answer to one: end complete']);
});

test('a model is asked before the words are on disk, and accepted is said after', async () => {
  const { acceptTurn } = store.memory;
  let askedFirst: readonly string[] = [];
  store.memory.acceptTurn = (...given) => {
    askedFirst = [...asked];
    expect(seen).toEqual([]);
    return acceptTurn(...given);
  };
  await ask('one');
  expect(askedFirst).toEqual(['one']);
  expect(seen[0]).toBe('accepted one');
});

test('what a failed store left in line is answered before what comes later', async () => {
  const dequeueTurn = store.memory.dequeueTurn;
  await ask('one');
  await ask('two');
  store.memory.dequeueTurn = () => Promise.reject(new JarvisError('store.disk-full'));
  await letGo();
  await until(() => seen.at(-1) === 'lost store.disk-full');
  store.memory.dequeueTurn = dequeueTurn;
  await ask('three');
  await letGo();
  await letGo();
  await until(() => turns.list().length === 0);
  expect(asked).toEqual(['one', 'two', 'three']);
});

test('pictures stay with their words, also with those that wait in line', async () => {
  const image = { mediaType: 'image/png', bytes: Uint8Array.of(1, 2) } as const;
  const shown: (number | undefined)[] = [];
  plan = turn => {
    shown.push(turn.userMessage.images?.length);
    return planned(turn);
  };
  await ask('first', { images: [image] });
  await until(() => release.length === 1);
  const waiting = ask('second', { images: [image, image] });
  expect(await waiting).toMatchObject({ queued: true });
  release[0]?.();
  await until(() => release.length === 2);
  release[1]?.();
  await until(() => turns.list().length === 0);
  const branch = await store.memory.openBranch('c1');
  expect(branch.map(({ images }) => images?.length)).toEqual([1, undefined, 2, undefined]);
  expect(await store.memory.readImages(branch[2]?.id ?? '')).toHaveLength(2);
  expect(shown).toEqual([1, 2]);
});
