/** A change of the model of meanings is worked off in the pauses, and ends at once with the program. */
import { afterEach, expect, test } from 'vitest';
import { createStoreFixture } from '../adapters/store/store-fixture.ts';
import { neutralAffect } from '../domain/memory.ts';
import type { Embedder } from '../ports/embedder.ts';
import { EmbeddingAnew } from './embedding-anew.ts';

const fixture = createStoreFixture();
afterEach(() => fixture.remove());

const embedder = (model: string, dimensions: number): Embedder => ({
  ...{ model, dimensions, close: async () => undefined },
  embed: async texts => texts.map(() => new Float32Array(dimensions).fill(0.5)),
});

test('it waits while somebody asks, goes on afterwards, and what the other model made is gone in the end', async () => {
  const { episodic } = fixture.open();
  const vectors = { model: 'old', whole: new Float32Array(8).fill(1), parts: [] };
  await episodic.addAll(
    Array.from({ length: 100 }, (_, index) => ({
      vectors,
      episode: {
        ...{ id: `e${index}`, place: { conversationId: 'c' }, provenance: 'user' as const, speaker: 'user' },
        ...{ atMs: index, text: `phrase ${index}`, language: 'fr' as const, affect: neutralAffect },
        ...{ salience: 0, entities: [] },
      },
    })),
  );
  const faults: unknown[] = [];
  let waiting: (() => void)[] = [];
  let isBusy = true;
  const work = new EmbeddingAnew({
    ...{ episodic, embedder: async () => embedder('new', 16), isBusy: () => isBusy },
    clock: {
      after: (_, action) => {
        waiting.push(action);
        return () => undefined;
      },
    },
    onError: error => faults.push(error),
  });
  const pass = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      const due = waiting;
      waiting = [];
      for (const action of due) action();
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  const done = work.begin();
  await pass(10);
  expect((await episodic.models()).map(({ model }) => model)).toEqual(['old']);
  isBusy = false;
  await pass(30);
  await done;
  expect(await episodic.models()).toEqual([{ model: 'new', dimensions: 16, episodes: 100 }]);

  const stopped = new EmbeddingAnew({
    ...{ episodic, embedder: async () => embedder('newer', 24), isBusy: () => true },
    ...{ clock: { after: () => () => undefined }, onError: error => faults.push(error) },
  });
  void stopped.begin();
  await new Promise(resolve => setImmediate(resolve));
  await stopped.close();
  expect((await episodic.models()).map(({ model }) => model)).toEqual(['new']);
  expect(faults).toEqual([]);
});
