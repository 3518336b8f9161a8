/** Whatever is done in whatever order: the store finds what a plain list of the living episodes says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { episodeOf } from '../../ports/conformance/episodic-memory-store.ts';
import { createStoreFixture } from './store-fixture.ts';
import { decodeTerms, encodeTerms } from './term-list.ts';
import { VectorIndex } from './vector-index.ts';
import { toInt8 } from './vector-numbers.ts';

const model = 'm';
const words = ['chat', 'chien', 'lyon', 'anna', 'noix', 'mardi'];
const names = ['anna', 'paul', 'lyon'];

const vector = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 })
  .map(numbers => Float32Array.from(numbers));
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      id: fc.integer({ min: 0, max: 15 }),
      text: fc.array(fc.constantFrom(...words), { maxLength: 5 }),
      entities: fc.uniqueArray(fc.constantFrom(...names)),
      vectors: fc.array(vector, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('remove' as const, 'hide' as const, 'show' as const, 'compress' as const),
      id: fc.integer({ min: 0, max: 15 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('reopen' as const, 'rest' as const, 'fail' as const, 'prepare' as const),
      id: fc.constant(0),
    }),
  },
);

interface Kept {
  readonly text: readonly string[];
  readonly entities: readonly string[];
  readonly vectors: readonly Float32Array[];
  isHidden: boolean;
  isCompressed: boolean;
}

test('any order of adding, hiding, compressing, removing and failing leaves the indexes as the list says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), vector, async (steps, query) => {
      const fixture = createStoreFixture();
      let store = fixture.open();
      const kept = new Map<string, Kept>();
      try {
        for (const each of steps) {
          if (each.do === 'reopen') {
            store.close();
            store = fixture.open();
          } else if (each.do === 'rest') store.episodic.rest();
          else if (each.do === 'prepare') await store.episodic.prepare(model);
          else if (each.do === 'fail') {
            const good = {
              episode: episodeOf('x', 'chat'),
              vectors: { model, whole: new Float32Array(5), parts: [] },
            };
            const bad = {
              episode: episodeOf('y', 'chat'),
              vectors: { model, whole: new Float32Array(9), parts: [] },
            };
            await store.episodic.addAll([good, bad]).catch((error: unknown) => {
              expect(error).toMatchObject({ code: 'model.embedding-dimensions' });
            });
            // The very first vectors of a model say how long they are.
            await store.episodic.remove(['x', 'y']);
          } else if (each.do === 'add') {
            const [whole = new Float32Array(5), ...parts] = each.vectors;
            const episode = episodeOf(String(each.id), each.text.join(' '), { entities: each.entities });
            await store.episodic.add(episode, { model, whole, parts });
            if (!kept.has(episode.id))
              kept.set(episode.id, { ...each, isHidden: false, isCompressed: false });
          } else await change(store.episodic, kept, each.do, String(each.id));
        }
        await requireSame(store.episodic, kept, query);
        expect(await store.memory.verify()).toEqual([]);
      } finally {
        fixture.remove();
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

type Episodic = ReturnType<ReturnType<typeof createStoreFixture>['open']>['episodic'];

async function change(
  store: Episodic,
  kept: Map<string, Kept>,
  what: 'remove' | 'hide' | 'show' | 'compress',
  id: string,
): Promise<void> {
  const own = kept.get(id);
  if (what === 'remove') {
    await store.remove([id]);
    kept.delete(id);
  } else if (what === 'compress') {
    await store.setCompressed([id], true);
    if (own) own.isCompressed = true;
  } else {
    await store.setHidden({ ids: [id] }, what === 'hide');
    if (own) own.isHidden = what === 'hide';
  }
}

async function requireSame(
  store: Episodic,
  kept: ReadonlyMap<string, Kept>,
  query: Float32Array,
): Promise<void> {
  const found = [...kept].filter(([, { isHidden, isCompressed }]) => !isHidden && !isCompressed);
  const idsOf = async (keys: readonly number[]) => (await store.read(keys)).map(({ id }) => id).sort();
  const idsWith = (fits: (own: Kept) => boolean) =>
    found
      .filter(([, own]) => fits(own))
      .map(([id]) => id)
      .sort();
  expect(await store.count()).toBe([...kept.values()].filter(({ isHidden }) => !isHidden).length);
  for (const word of words) {
    const byWord = (await store.findByWords([word], 99)).map(({ key }) => key);
    const holding = idsWith(({ text }) => text.includes(word));
    expect(await idsOf(byWord)).toEqual(holding);
    expect(await idsOf(await store.findByAllWords([word], 99))).toEqual(holding);
    expect((await store.statistics([word])).frequencies.get(word)).toBe(holding.length);
  }
  for (const name of names) {
    expect(await idsOf(await store.findByEntities([name], 99))).toEqual(
      idsWith(own => own.entities.includes(name)),
    );
  }
  const plain = await store.findByMeaning(query, model, 99);
  await store.prepare(model);
  const near = await store.findByMeaning(query, model, 99);
  expect(await idsOf(near.map(({ key }) => key))).toEqual(await idsOf(plain.map(({ key }) => key)));
  const cosines = new Map(
    found.map(([id, { vectors }]) => [id, Math.max(...vectors.map(own => cosine(own, query)))]),
  );
  const read = await store.read(near.map(({ key }) => key));
  for (const [at, { id }] of read.entries())
    expect(near[at]?.score).toBeCloseTo(cosines.get(id) ?? Number.NaN, 1);
  const isZero = (own: Float32Array) => own.every(value => value === 0);
  const expected = isZero(query) ? [] : idsWith(({ vectors }) => !vectors.every(isZero));
  expect(
    read
      .map(({ id }) => id)
      .filter(id => expected.includes(id))
      .sort(),
  ).toEqual(expected);
}

function cosine(one: Float32Array, other: Float32Array): number {
  const dot = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
  return dot === 0 ? 0 : dot / (Math.hypot(...one) * Math.hypot(...other));
}

test('lists of words come back from their bytes', () => {
  const entry = fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.integer({ min: 1, max: 1e6 }));
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 - 1 }), fc.array(entry), (count, entries) => {
      const list = { words: count, counts: new Map(entries) };
      const { words: length, counts } = decodeTerms(encodeTerms(list));
      expect(length).toBe(count);
      expect(counts).toEqual(list.counts);
    }),
  );
});

test.each([3, 16, 128, 384, 768])(
  'the nearest of many vectors of %i numbers are those that a plain scan finds',
  length => {
    let seed = 7;
    const random = (): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed / 2 ** 31 - 1;
    };
    const make = (): Float32Array => Float32Array.from({ length }, random);
    const index = new VectorIndex(length);
    const all = Array.from({ length: 5000 }, make);
    for (let at = 0; at < all.length; at += 2) {
      const two = [...packed(all[at] ?? make()), ...packed(all[at + 1] ?? make())];
      index.add(1 + at / 2, Int8Array.from(two));
    }
    // So many that their rows are given up.
    const gone = new Set(Array.from({ length: 800 }, (_, at) => 1 + at * 3));
    index.remove(gone);
    index.add(1, packed(all[0] ?? make()));
    gone.delete(1);
    const query = make();
    const plain = new Map<number, number>();
    for (const [at, vectorOf] of all.entries()) {
      const item = 1 + (at >> 1);
      if (gone.has(item) || at === 1) continue;
      plain.set(item, Math.max(plain.get(item) ?? -2, cosine(Float32Array.from(packed(vectorOf)), query)));
    }
    const best = [...plain].sort(([, x], [, y]) => y - x).slice(0, 40);
    const near = index.nearest(query, 40);
    for (const [at, [, score]] of best.entries()) expect(near[at]?.score).toBeCloseTo(score, 2);
    expect(near.slice(0, 5).map(({ item }) => item)).toEqual(best.slice(0, 5).map(([item]) => item));
    expect(index.size).toBe(5000 - 1600 + 1);
    expect(index.get(2)).toHaveLength(2);
    expect(index.get(4)).toEqual([]);
    expect(cosine(index.get(2)[1] ?? make(), all[3] ?? make())).toBeGreaterThan(0.999);
  },
);

const packed = (vectorOf: Float32Array): Int8Array => toInt8(vectorOf);
