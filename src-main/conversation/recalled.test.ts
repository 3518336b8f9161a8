/** What is recalled for a turn: once for the same words, and never waited for longer than a moment. */
import { expect, test } from 'vitest';
import {
  firstRecallAtMostMs,
  RecallAhead,
  type Recalled,
  type RecallQuestion,
  recallAtMostMs,
} from './recalled.ts';

const recalled: Recalled = { block: '[memories] nuts', used: [] };
const question = (text: string): RecallQuestion => ({ text, language: 'en', conversationId: 'c1', nowMs: 0 });

function stage(recall: (question: RecallQuestion, signal: AbortSignal) => Promise<Recalled | undefined>) {
  const waiting: { readonly ms: number; readonly action: () => void }[] = [];
  const limits: number[] = [];
  const faults: unknown[] = [];
  const clock = {
    after: (ms: number, action: () => void) => {
      const entry = { ms, action };
      waiting.push(entry);
      limits.push(ms);
      return () => void waiting.splice(waiting.indexOf(entry), 1);
    },
  };
  return { ahead: new RecallAhead(recall, clock, error => faults.push(error)), waiting, limits, faults };
}

test('the same words are searched for once, until something was learned', async () => {
  const asked: string[] = [];
  const { ahead, waiting } = stage(async ({ text }) => {
    asked.push(text);
    return recalled;
  });
  expect(await ahead.recall(question('cake for Anna'))).toBe(recalled);
  expect(await ahead.recall(question('cake for Anna'))).toBe(recalled);
  await ahead.recall(question('cake for Paul'));
  expect(asked).toEqual(['cake for Anna', 'cake for Paul']);
  expect(waiting).toEqual([]);
  ahead.forget();
  await ahead.recall(question('cake for Anna'));
  expect(asked).toHaveLength(3);
  await ahead.recall({ ...question('cake for Anna'), nowMs: 24 * 3600 * 1000 });
  expect(asked).toHaveLength(4);
});

test('a slow memory is gone on without, and told to stop', async () => {
  let stopped = false;
  const { ahead, waiting, faults } = stage(
    (_question, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(signal.reason);
        });
      }),
  );
  const answer = ahead.recall(question('cake'));
  expect(waiting.map(({ ms }) => ms)).toEqual([firstRecallAtMostMs]);
  waiting[0]?.action();
  expect(await answer).toBeUndefined();
  expect(stopped).toBe(true);
  expect(faults).toEqual([]);
  // Once.
  void ahead.recall(question('bread'));
  expect(waiting.at(-1)?.ms).toBe(recallAtMostMs);
});

test('the first memory that is found is waited for longer than any other', async () => {
  const found: (Recalled | undefined)[] = [undefined, recalled, undefined];
  const { ahead, waiting, limits } = stage(async () => found.shift());
  for (const cake of ['none yet', 'the first', 'another']) await ahead.recall(question(cake));
  expect(waiting).toEqual([]);
  expect(limits).toEqual([firstRecallAtMostMs, firstRecallAtMostMs, recallAtMostMs]);
});

test('a broken memory fails no turn, and its fault is heard of', async () => {
  const { ahead, faults } = stage(async () => {
    throw new Error('no');
  });
  expect(await ahead.recall(question('cake'))).toBeUndefined();
  expect(faults).toHaveLength(1);
});
