/** One turn from accepted words to its end, with a store and a clock that the test holds. */
import { expect, test } from 'vitest';
import type { BranchMessage, Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { AnswerPart } from './answer-part.ts';
import { EarlyAnswer } from './early-answer.ts';
import { runTurn, type Turn, type TurnPorts } from './run-turn.ts';

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

function stage(
  answer: (signal: AbortSignal, tick: (ms: number) => void) => AsyncIterable<AnswerPart>,
  pace: 'as a model' | 'as a skill' = 'as a model',
) {
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
    observer: {
      thinking: () => seen.push('thinking'),
      words: (_turn, offset, text) => seen.push(`${offset}:${text}`),
      ended: (_turn, _answer, state, error) => seen.push(error ? `${state} ${error.code}` : state),
    },
  };
  const script = (signal: AbortSignal) =>
    answer(signal, ms => {
      nowMs += ms;
    });
  const parts = new EarlyAnswer(async function* (signal) {
    for await (const part of script(signal)) {
      yield part;
      // The next words of a model come in another round of events.
      if (pace === 'as a model') await new Promise(resolve => setImmediate(resolve));
    }
  });
  return { ports, parts, saved, seen };
}

const text = (words: string): AnswerPart => ({ kind: 'text', text: words });
const finished: AnswerPart = { kind: 'finished', notices: [], usage: { answerTokens: 2 } };

test('words are told in order with their offsets and the end is kept', async () => {
  const { ports, parts, seen } = stage(async function* () {
    yield text('Bon');
    yield text('jour.');
    yield finished;
  });
  const answer = await runTurn(turn, parts, ports);
  expect(seen).toEqual(['thinking', '0:Bon', '3:jour.', 'done']);
  expect(answer).toMatchObject({ text: 'Bonjour.', status: 'complete', usage: { answerTokens: 2 } });
});

test('a growing answer is saved at least every half second', async () => {
  const { ports, parts, saved } = stage(async function* (_signal, tick) {
    for (let i = 0; i < 20; i++) {
      tick(200);
      yield text(`${i} `);
    }
    yield finished;
  });
  await runTurn(turn, parts, ports);
  expect(saved.length).toBe(6);
  // The first word was there before the answer was begun on disk.
  expect(saved[0]).toBe('0 1 2 3 ');
});

test('after a stop no word is told, even one that was on its way', async () => {
  const { ports, parts, seen } = stage(async function* () {
    yield text('one ');
    parts.stop();
    yield text('two');
    yield finished;
  });
  const answer = await runTurn(turn, parts, ports);
  expect(seen).toEqual(['thinking', '0:one ', 'stopped']);
  expect(answer).toMatchObject({ text: 'one ', status: 'stopped' });
});

test('a fault in the middle keeps the words that came and says what happened, in the language of the window', async () => {
  const { ports, parts, seen } = stage(async function* () {
    yield text('Il était une');
    throw new JarvisError('model.crashed');
  });
  const answer = await runTurn({ ...turn, language: 'en' }, parts, ports);
  expect(seen.at(-1)).toBe('failed model.crashed');
  expect(answer).toMatchObject({
    text: 'Il était une',
    status: 'failed',
    error: { code: 'model.crashed', retryable: true },
  });
  expect(answer.error?.message).toContain('au milieu de la réponse');
});

test('an answer without words is a fault, not an empty message', async () => {
  const { ports, parts } = stage(async function* () {
    yield finished;
  });
  const answer = await runTurn(turn, parts, ports);
  expect(answer).toMatchObject({ status: 'failed', error: { code: 'model.empty-answer' } });
});

test('words that cannot be saved stop growing', async () => {
  const { ports, parts, seen } = stage(async function* (_signal, tick) {
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
  await runTurn(turn, parts, full);
  expect(seen.at(-1)).toBe('failed store.disk-full');
  expect(seen.length).toBeLessThan(6);
});

test('an answer that is continued grows from where it was', async () => {
  const { ports, parts, seen } = stage(async function* () {
    yield text(' la suite');
    yield finished;
  });
  const continued: Turn = { ...turn, mode: { kind: 'continue', textSoFar: 'Le début,' } };
  const answer = await runTurn(continued, parts, ports);
  expect(seen[1]).toBe('9: la suite');
  expect(answer.text).toBe('Le début, la suite');
});

test('a model is asked before the answer’s place on disk is made', async () => {
  const order: string[] = [];
  const { ports, parts } = stage(async function* () {
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
  await runTurn(turn, parts, noting);
  expect(order).toEqual(['asked', 'begun']);
});

test('a model that was asked is stopped when the answer cannot be begun on disk', async () => {
  const { ports, parts } = stage(async function* () {
    yield text('never told');
  });
  const stopped = Promise.withResolvers<void>();
  parts.signal.addEventListener('abort', () => stopped.resolve());
  const failing: TurnPorts = {
    ...ports,
    store: { ...ports.store, beginAnswer: () => Promise.reject(new JarvisError('store.disk-full')) },
  };
  await expect(runTurn(turn, parts, failing)).rejects.toMatchObject({
    code: 'store.disk-full',
  });
  await stopped.promise;
});

test('a skill’s answer is written once, and told only once it is on disk', async () => {
  const { ports, parts, seen } = stage(async function* () {
    yield { kind: 'by', answeredBy: { kind: 'skill', intent: 'time.now' } };
    yield text('Il est midi.');
    yield { kind: 'finished', notices: [] };
  }, 'as a skill');
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
  const answer = await runTurn(turn, parts, noting);
  expect(seen).toEqual(['on disk', 'thinking', '0:Il est midi.', 'done']);
  expect(answer).toMatchObject({
    text: 'Il est midi.',
    status: 'complete',
    answeredBy: { kind: 'skill', intent: 'time.now' },
  });
});
