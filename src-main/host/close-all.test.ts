/** A program that ends leaves nothing open because something before it could not be closed. */
import { expect, it } from 'vitest';
import { closeAll } from './close-all.ts';

function stage() {
  const told: string[] = [];
  return {
    told,
    log: { write: (_level: string, event: string) => void told.push(event) },
    end: (name: string) => async () => void told.push(name),
  };
}

it('ends everything in its order, and says so', async () => {
  const { told, log, end } = stage();
  expect(await closeAll([end('line'), end('update'), end('core')], log)).toBeUndefined();
  expect(told).toEqual(['line', 'update', 'core', 'app.stopped']);
});

it('closes the core also where what comes before it cannot be closed, and tells of that', async () => {
  const { told, log, end } = stage();
  const fault = new Error('the note cannot be removed');
  expect(await closeAll([() => Promise.reject(fault), end('update'), end('core')], log)).toBe(fault);
  expect(told).toEqual(['app.failed', 'update', 'core']);
});
