/** Documents are opened when they are first asked for, and never after they were closed. */
import { expect, it } from 'vitest';
import { lateKnowledge } from './late-knowledge.ts';
import type { OpenedKnowledge } from './open-knowledge.ts';

it('opens once, and not again once it is closed', async () => {
  const done: string[] = [];
  const late = lateKnowledge(async () => {
    done.push('open');
    return {
      start: async () => void done.push('start'),
      close: async () => void done.push('close'),
    } as unknown as OpenedKnowledge;
  });
  await Promise.all([late.load(), late.load()]);
  await late.close();
  await expect(late.load()).rejects.toMatchObject({ code: 'host.stopping' });
  expect(done).toEqual(['open', 'start', 'close']);
});

it('that was closed before it was asked for stays closed', async () => {
  const late = lateKnowledge(() => Promise.reject(new Error('it must not be opened')));
  await late.close();
  await expect(late.load()).rejects.toMatchObject({ code: 'host.stopping' });
});
