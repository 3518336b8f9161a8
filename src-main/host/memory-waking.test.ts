/** A memory that holds nothing waits until somebody writes or speaks; any other is there a while after the start. */
import { expect, test } from 'vitest';
import { MemoryWaking } from './memory-waking.ts';

function stage(isEmpty: () => Promise<boolean>) {
  let due: (() => void) | undefined;
  const faults: unknown[] = [];
  let begun = 0;
  const waking = new MemoryWaking({
    clock: {
      after: (_ms, action) => {
        due = action;
        return () => {
          due = undefined;
        };
      },
    },
    isEmpty,
    begin: async () => {
      begun++;
    },
    onError: error => faults.push(error),
  });
  const pass = async (): Promise<void> => {
    const now = due;
    due = undefined;
    now?.();
    await new Promise(resolve => setImmediate(resolve));
  };
  return { waking, pass, begun: () => begun, faults, isDue: () => due !== undefined };
}

test('what it holds is loaded a while after the start, once', async () => {
  const { waking, pass, begun } = stage(async () => false);
  waking.start();
  expect(begun()).toBe(0);
  await pass();
  expect(begun()).toBe(1);
  waking.want();
  await pass();
  expect(begun()).toBe(1);
});

test('an empty one rests until it is wanted', async () => {
  const { waking, pass, begun, isDue } = stage(async () => true);
  waking.start();
  await pass();
  expect(begun()).toBe(0);
  expect(isDue()).toBe(false);
  waking.want();
  waking.want();
  await pass();
  expect(begun()).toBe(1);
});

test('wanted before it was looked at, an empty one is loaded as well', async () => {
  const { waking, pass, begun } = stage(async () => true);
  waking.want();
  waking.start();
  await pass();
  expect(begun()).toBe(1);
});

test('a closed one is not loaded, whatever it was about to do', async () => {
  const answer = Promise.withResolvers<boolean>();
  const { waking, pass, begun } = stage(() => answer.promise);
  waking.start();
  await pass();
  waking.close();
  answer.resolve(false);
  await pass();
  waking.want();
  await pass();
  expect(begun()).toBe(0);
});

test('a store that cannot be read is told of', async () => {
  const fault = new Error('disk');
  const { waking, pass, begun, faults } = stage(() => Promise.reject(fault));
  waking.start();
  await pass();
  expect(faults).toEqual([fault]);
  expect(begun()).toBe(0);
});
