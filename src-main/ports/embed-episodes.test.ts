/** A change of the embedding model: worked off in steps, ended and begun again, and only then the old one goes. */
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { createStaticTableEmbedder } from '../adapters/embedder/static-table.ts';
import { createStoreFixture } from '../adapters/store/store-fixture.ts';
import { isAbort } from '../domain/errors.ts';
import { episodeOf } from './conformance/episodic-memory-store.ts';
import { embedAnew, embedEpisodes } from './embed-episodes.ts';
import type { Embedder } from './embedder.ts';

const table = fileURLToPath(new URL('../../models/embedding/jarvis-static-fr-en/', import.meta.url));
const before = createStaticTableEmbedder(table);
/** The same meanings under another name, and with other dimensions. */
const after: Embedder = {
  model: 'another',
  dimensions: 384,
  embed: async (texts, signal) =>
    (await before.embed(texts, signal)).map(vector =>
      Float32Array.from({ length: 384 }, (_, j) => vector[j] ?? 0),
    ),
  close: async () => undefined,
};
const fixture = createStoreFixture();
afterEach(() => fixture.remove());

test('both models answer until all is made anew; a stop in between loses no step', async () => {
  const { episodic } = fixture.open();
  const texts = Array.from(
    { length: 100 },
    (_, at) => `Le chat numéro ${at} dort. Il rêve de la souris ${at}.`,
  );
  const vectors = await embedEpisodes(before, texts);
  await episodic.addAll(
    vectors.map((own, at) => ({ episode: episodeOf(`e${at}`, texts[at] ?? ''), vectors: own })),
  );
  const controller = new AbortController();
  let steps = 0;
  const stopped = embedAnew(episodic, after, {
    signal: controller.signal,
    pace: async () => {
      steps += 1;
      if (steps === 3) controller.abort();
    },
  });
  expect(isAbort(await stopped.catch((error: unknown) => error))).toBe(true);
  expect(
    Object.fromEntries((await episodic.models()).map(({ model, episodes }) => [model, episodes])),
  ).toEqual({
    [before.model]: 100,
    another: 64,
  });
  const [asked] = await before.embed(['souris 3']);
  const [askedAnew] = await after.embed(['souris 3']);
  if (asked === undefined || askedAnew === undefined) throw new Error('two vectors');
  expect(await episodic.findByMeaning(asked, before.model, 200)).toHaveLength(100);
  const early = await episodic.findByMeaning(asked, before.model, 200);
  expect(await episodic.findByMeaning(askedAnew, after.model, 200)).toHaveLength(64);

  expect(await embedAnew(episodic, after, { signal: new AbortController().signal })).toBe(36);
  expect(await episodic.models()).toEqual([{ model: 'another', dimensions: 384, episodes: 100 }]);
  expect(await episodic.findByMeaning(asked, before.model, 200)).toEqual([]);
  const late = await episodic.findByMeaning(askedAnew, after.model, 200);
  expect(late[0]?.score).toBeCloseTo(early[0]?.score ?? 0, 2);
  expect(await embedAnew(episodic, after, { signal: new AbortController().signal })).toBe(0);
});
