/** What nobody holds any more is gone once the program rests, and not while somebody is answered. */
import { expect, test } from 'vitest';
import { collectGarbage, giveMemoryBackAtRest } from './give-memory-back.ts';

test('what nobody holds is gone', async () => {
  const left = new WeakRef(Array.from({ length: 1000 }, (_, at) => ({ at })));
  // A reference that was just made holds what it is of until the next task.
  await new Promise(resolve => setImmediate(resolve));
  collectGarbage();
  expect(left.deref()).toBeUndefined();
});

test('it waits for whoever is answered, and is cancelled with the program', () => {
  let due: (() => void) | undefined;
  let asked = 0;
  const clock = {
    after: (_ms: number, action: () => void) => {
      due = action;
      return () => {
        due = undefined;
      };
    },
  };
  const cancel = giveMemoryBackAtRest({ clock, isBusy: () => ++asked < 3 });
  for (const round of [1, 2]) {
    due?.();
    expect(asked).toBe(round);
  }
  cancel();
  expect(due).toBeUndefined();
});
