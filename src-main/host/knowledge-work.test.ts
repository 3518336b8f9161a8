/** Reading in the background ends with the program, whenever that is told to end. */
import { expect, it } from 'vitest';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import { KnowledgeWork, type KnowledgeWorkOptions } from './knowledge-work.ts';

it('leaves no timer behind when it is closed while it is still starting', async () => {
  const clock = new ManualClock();
  const kept = Promise.withResolvers<void>();
  const work = new KnowledgeWork({
    store: { keepModel: () => kept.promise, sources: async () => [] },
    embedder: { model: 'm' },
    reader: { close: async () => undefined },
    clock,
    isBusy: () => false,
    onChanged: () => undefined,
    onError: () => undefined,
  } as unknown as KnowledgeWorkOptions);
  const starting = work.start();
  await work.close();
  kept.resolve();
  await starting;
  expect(clock.pending).toBe(0);
});
