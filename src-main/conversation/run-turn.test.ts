/** One turn from accepted words to its end, with a store and a clock that the test holds. */
import { expect, test } from 'vitest';
import type { BranchMessage, Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import { type AnswerPart, runTurn, type Turn, type TurnPorts } from './run-turn.ts';

const userMessage: Message = {
  id: 'u1',
  conversationId: 'c1',
  parentId: null,
  role: 'user',
  text: 'Bonjour',
  status: 'complete',
  createdAtMs: 0,
  turnId: 't1',
};
const turn: Turn = {
  turnId: 't1',
  conversationId: 'c1',
  answerId: 'a1',
  userMessage,
  language: 'fr',
  mode: { kind: 'new' },
};

function stage(answer: (signal: AbortSignal, tick: (ms: number) => void) => AsyncIterable<AnswerPart>) {
  let nowMs = 0;
  const saved: string[] = [];
  const seen: string[] = [];
  const begun: BranchMessage = {
    ...userMessage,
    siblingIds: ['a1'],
    id: 'a1',
    role: 'assistant',
    text: '',
    status: 'streaming',
    parentId: 'u1',
  };
  const store: TurnPorts['store'] = {
    beginAnswer: async () => begun,
    reopenAnswer: async () => begun,
    saveAnswer: async (_id, text) => {
      saved.push(text);
    },
    finishAnswer: async (_id, end: Parameters<MemoryStore['finishAnswer']>[1]) => ({ ...begun, ...end }),
    addAnswer: async (_answer, end) => ({ ...begun, ...end }),
  };
  const clock: Clock = {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    zone: () => 'UTC',
    after: () => () => undefined,
  };
  const ports: TurnPorts = {
    store,
    clock,
    profileLanguage: () => 'fr',
    answer: (_turn, signal) =>
      answer(signal, ms => {
        nowMs += ms;
      }),
    observer: {
      thinking: () => seen.push('thinking'),
      words: (_turn, offset, text) => seen.push(`${offset}:${text}`),
      ended: (_turn, _answer, state, error) => seen.push(error ? `${state} ${error.code}` : state),
    },
  };
  return { ports, saved, seen };
}

const text = (words: string): AnswerPart => ({ kind: 'text', text: words });
const finished: AnswerPart = { kind: 'finished', notices: [], usage: { answerTokens: 2 } };

test('words are told in order with their offsets and the end is kept', async () => {
  const { ports, seen } = stage(async function* () {
    yield text('Bon');
    yield text('jour.');
    yield finished;
  });
  const answer = await runTurn(turn, ports, new AbortController().signal);
  expect(seen).toEqual(['thinking', '0:Bon', '3:jour.', 'done']);
  expect(answer).toMatchObject({ text: 'Bonjour.', status: 'complete', usage: { answerTokens: 2 } });
});

test('a growing answer is saved at least every half second', async () => {
  const { ports, saved } = stage(async function* (_signal, tick) {
    for (let i = 0; i < 20; i++) {
      tick(200);
      yield text(`${i} `);
    }
    yield finished;
  });
  await runTurn(turn, ports, new AbortController().signal);
  expect(saved.length).toBe(6);
  // The first word was there before the answer was begun on disk.
  expect(saved[0]).toBe('0 1 2 3 ');
});

test('after a stop no word is told, even one that was on its way', async () => {
  const stop = new AbortController();
  const { ports, seen } = stage(async function* () {
    yield text('one ');
    stop.abort();
    yield text('two');
    yield finished;
  });
  const answer = await runTurn(turn, ports, stop.signal);
  expect(seen).toEqual(['thinking', '0:one ', 'stopped']);
  expect(answer).toMatchObject({ text: 'one ', status: 'stopped' });
});

test('a fault in the middle keeps the words that came and says what happened, in the language of the window', async () => {
  const { ports, seen } = stage(async function* () {
    yield text('Il était une');
    throw new JarvisError('model.crashed');
  });
  const answer = await runTurn({ ...turn, language: 'en' }, ports, new AbortController().signal);
  expect(seen.at(-1)).toBe('failed model.crashed');
  expect(answer).toMatchObject({
    text: 'Il était une',
    status: 'failed',
    error: { code: 'model.crashed', retryable: true },
  });
  expect(answer.error?.message).toContain('au milieu de la réponse');
});

test('an answer without words is a fault, not an empty message', async () => {
  const { ports } = stage(async function* () {
    yield finished;
  });
  const answer = await runTurn(turn, ports, new AbortController().signal);
  expect(answer).toMatchObject({ status: 'failed', error: { code: 'model.empty-answer' } });
});

test('words that cannot be saved stop growing', async () => {
  const { ports, seen } = stage(async function* (_signal, tick) {
    for (let i = 0; i < 10; i++) {
      tick(600);
      yield text('x');
      await Promise.resolve();
      await Promise.resolve();
    }
  });
  const full = {
    ...ports,
    store: { ...ports.store, saveAnswer: () => Promise.reject(new JarvisError('store.disk-full')) },
  };
  await runTurn(turn, full, new AbortController().signal);
  expect(seen.at(-1)).toBe('failed store.disk-full');
  expect(seen.length).toBeLessThan(6);
});

test('an answer that is continued grows from where it was', async () => {
  const { ports, seen } = stage(async function* () {
    yield text(' la suite');
    yield finished;
  });
  const continued: Turn = { ...turn, mode: { kind: 'continue', textSoFar: 'Le début,' } };
  const answer = await runTurn(continued, ports, new AbortController().signal);
  expect(seen[1]).toBe('9: la suite');
  expect(answer.text).toBe('Le début, la suite');
});

test('a model is asked before the answer’s place on disk is made', async () => {
  const order: string[] = [];
  const { ports } = stage(async function* () {
    order.push('asked');
    yield text('Bonjour.');
    yield finished;
  });
  const { beginAnswer } = ports.store;
  const noting = {
    ...ports,
    store: {
      ...ports.store,
      beginAnswer: (...given: Parameters<typeof beginAnswer>) => {
        order.push('begun');
        return beginAnswer(...given);
      },
    },
  };
  await runTurn(turn, noting, new AbortController().signal);
  expect(order).toEqual(['asked', 'begun']);
});

test('a model that was asked is stopped when the answer cannot be begun on disk', async () => {
  const { ports } = stage(async function* () {
    yield text('never told');
  });
  const stopped = Promise.withResolvers<void>();
  const failing: TurnPorts = {
    ...ports,
    answer: (given, signal) => {
      signal.addEventListener('abort', () => stopped.resolve());
      return ports.answer(given, signal);
    },
    store: { ...ports.store, beginAnswer: () => Promise.reject(new JarvisError('store.disk-full')) },
  };
  await expect(runTurn(turn, failing, new AbortController().signal)).rejects.toMatchObject({
    code: 'store.disk-full',
  });
  await stopped.promise;
});

test('a skill’s answer is written once, and told only once it is on disk', async () => {
  const { ports, seen } = stage(async function* () {
    yield { kind: 'by', answeredBy: { kind: 'skill', intent: 'time.now' } };
    yield text('Il est midi.');
    yield { kind: 'finished', notices: [] };
  });
  const { addAnswer } = ports.store;
  const noting: TurnPorts = {
    ...ports,
    store: {
      ...ports.store,
      beginAnswer: () => Promise.reject(new Error('begun')),
      addAnswer: async (...given) => {
        seen.push('on disk');
        return addAnswer(...given);
      },
    },
  };
  const answer = await runTurn(turn, noting, new AbortController().signal);
  expect(seen).toEqual(['on disk', 'thinking', '0:Il est midi.', 'done']);
  expect(answer).toMatchObject({
    text: 'Il est midi.',
    status: 'complete',
    answeredBy: { kind: 'skill', intent: 'time.now' },
  });
});
