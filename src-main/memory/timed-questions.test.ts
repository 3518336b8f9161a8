/** A question waits a moment for a model of meanings, and no longer; what came late helps the next one. */
import { expect, test } from 'vitest';
import type { Embedder } from '../ports/embedder.ts';
import { TimedQuestions } from './timed-questions.ts';

interface Asked {
  readonly texts: readonly string[];
  answer(): void;
  fail(error: Error): void;
}

function stage() {
  let nowMs = 0;
  let timers: { readonly atMs: number; readonly action: () => void }[] = [];
  const asked: Asked[] = [];
  const embedder: Embedder = {
    ...{ model: 'far', dimensions: 2, close: async () => undefined },
    embed: texts =>
      new Promise((resolve, reject) =>
        asked.push({
          texts,
          answer: () => resolve(texts.map(text => Float32Array.of(text.length, 0))),
          fail: reject,
        }),
      ),
  };
  const questions = new TimedQuestions(embedder, {
    monotonicMs: () => nowMs,
    after: (ms, action) => {
      const timer = { atMs: nowMs + ms, action };
      timers.push(timer);
      return () => {
        timers = timers.filter(one => one !== timer);
      };
    },
  });
  const pass = async (ms: number): Promise<void> => {
    nowMs += ms;
    for (const { action } of timers.filter(({ atMs }) => atMs <= nowMs)) action();
    await new Promise(resolve => setImmediate(resolve));
  };
  return { questions, asked, pass };
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'made',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

test('both calls of a question share 50 ms', async () => {
  const { questions, asked, pass } = stage();
  const one = questions.begin();
  const first = one.embed(['abc']);
  await pass(30);
  asked[0]?.answer();
  expect(await first).toEqual([Float32Array.of(3, 0)]);
  const second = codeOf(one.embed(['abcd']));
  await pass(19);
  await pass(1);
  expect(await second).toBe('model.busy');
});

test('what came late is there for the next one; what waited in vain is never asked', async () => {
  const { questions, asked, pass } = stage();
  const late = codeOf(questions.begin().embed(['abc']));
  await pass(0);
  await pass(50);
  expect(await late).toBe('model.busy');
  const waiting = codeOf(questions.begin().embed(['other']));
  await pass(50);
  expect(await waiting).toBe('model.busy');
  asked[0]?.answer();
  await pass(0);
  expect(await questions.begin().embed(['abc'])).toEqual([Float32Array.of(3, 0)]);
  expect(asked.map(({ texts }) => texts)).toEqual([['abc']]);
});

test('after letGo nothing of earlier questions is kept, nor of those on their way; a fault is told', async () => {
  const { questions, asked, pass } = stage();
  const first = codeOf(questions.begin().embed(['abc']));
  await pass(0);
  questions.letGo();
  asked[0]?.answer();
  expect(await first).toBe('made');
  const again = codeOf(questions.begin().embed(['abc']));
  await pass(0);
  asked[1]?.fail(new Error('broken'));
  expect(await again).toBe('broken');
  expect(asked).toHaveLength(2);
});
