/** The network that goes and comes back is told once each time. */
import { expect, test } from 'vitest';
import { watchNetwork } from './network-watch.ts';

test('a change is told, what stays is not, and nothing is looked at once it is closed', () => {
  let waiting: (() => void) | undefined;
  let hasNetwork = true;
  let changes = 0;
  const clock = {
    after: (_delayMs: number, action: () => void) => {
      waiting = action;
      return () => {
        waiting = undefined;
      };
    },
  };
  const watch = watchNetwork(
    clock,
    () => hasNetwork,
    () => changes++,
  );
  const look = (): void => waiting?.();
  look();
  expect([watch.isOnline, changes]).toEqual([true, 0]);
  hasNetwork = false;
  look();
  look();
  expect([watch.isOnline, changes]).toEqual([false, 1]);
  hasNetwork = true;
  look();
  expect([watch.isOnline, changes]).toEqual([true, 2]);
  watch.close();
  expect(waiting).toBeUndefined();
});
