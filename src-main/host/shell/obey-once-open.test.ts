/** What a start, a second start and a link ask, while the program opens and where it cannot. */
import { expect, test } from 'vitest';
import { JarvisError } from '../../domain/errors.ts';
import type { CarriedOut } from './carry-out.ts';
import { obeyOnceOpen } from './obey-once-open.ts';
import { parseShellOrder } from './shell-order.ts';

function stage() {
  const opening = Promise.withResolvers<CarriedOut>();
  const done: string[] = [];
  const told: unknown[] = [];
  const obey = obeyOnceOpen(opening.promise, error => told.push(error));
  return { ...opening, done, told, obey };
}
/** All that was waiting for one another has run. */
const rest = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

test('orders wait until it stands', async () => {
  const { resolve, done, told, obey } = stage();
  obey(() => ({ kind: 'show' }));
  obey(() => ({ kind: 'toggle' }));
  await rest();
  expect(done).toEqual([]);
  resolve(async ({ kind }) => void done.push(kind));
  await rest();
  expect([done, told]).toEqual([['show', 'toggle'], []]);
});

test('where it cannot open, that is told by whoever opens it, and not once more for each order', async () => {
  const { reject, told, obey, promise } = stage();
  const opened = promise.catch((error: unknown) => error);
  obey(() => ({ kind: 'show' }));
  obey(() => ({ kind: 'toggle' }));
  const locked = new JarvisError('store.locked');
  reject(locked);
  expect(await opened).toBe(locked);
  await rest();
  expect(told).toEqual([]);
});

test('an order that cannot be read or carried out is told, and the next one is obeyed', async () => {
  const { resolve, done, told, obey } = stage();
  const away = new JarvisError('input.not-found', { what: 'x' });
  resolve(async ({ kind }) => {
    if (kind === 'talk') throw away;
    done.push(kind);
  });
  obey(() => parseShellOrder(['--tray']));
  obey(() => ({ kind: 'talk' }));
  obey(() => ({ kind: 'show' }));
  await rest();
  expect(told).toEqual([expect.objectContaining({ code: 'host.bad-option' }), away]);
  expect(done).toEqual(['show']);
});
