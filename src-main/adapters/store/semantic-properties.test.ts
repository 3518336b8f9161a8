/** Whatever is learned, strengthened, ended, edited, undone and made again: facts are what their standing changes make of them. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FactChange, factIdOf, replay } from '../../domain/fact-change.ts';
import { newId } from '../../domain/id.ts';
import type { Fact } from '../../domain/memory.ts';
import { sampleFact } from '../../ports/conformance/semantic-memory-store.ts';
import { createStoreFixture, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
beforeAll(() => {
  fixture = createStoreFixture();
});
afterAll(() => fixture.remove());

const words = fc.constantFrom('noix', 'Lyon', 'thé vert', 'l’été', '😀', '12 rue de la Paix');
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('strengthened', 'ended', 'edited', 'undo', 'redo'),
    fact: fc.nat(2),
    change: fc.nat(30),
    value: words,
    atMs: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 12 },
);

type Step = { kind: string; fact: number; change: number; value: string; atMs: number };

function changeFor({ kind, value, atMs }: Step, fact: Fact): FactChange {
  const factId = fact.id;
  if (kind === 'strengthened') return { kind, factId, episodeId: newId(), saidAtMs: atMs };
  if (kind === 'ended') return { kind, factId, validTo: `2024-01-${10 + (atMs % 20)}` };
  return { kind: 'edited', factId, before: fact, after: { ...fact, value } };
}

test('undone changes leave no trace, in any order', async () => {
  const { semantic, memory } = fixture.open();
  await fc.assert(
    fc.asyncProperty(steps, async all => {
      const facts = [1, 2, 3].map(said => sampleFact(said));
      const night = newId();
      const commit = (changes: readonly FactChange[]) =>
        semantic.commitNight({ id: night, atMs: 1, episodeIds: [], changes, summaries: [] });
      await commit(facts.map(fact => ({ kind: 'learned', fact })));
      for (const step of all) {
        const known = await semantic.byId(facts[step.fact]?.id ?? '');
        const made = (await semantic.night(night))?.changes ?? [];
        const judged = made[step.change % made.length];
        if (step.kind === 'undo' && judged) await semantic.judge(judged.id, 'undone');
        else if (step.kind === 'redo' && judged) await semantic.judge(judged.id, 'accepted');
        else if (known && step.kind !== 'undo' && step.kind !== 'redo')
          await commit([changeFor(step, known)]);
      }
      const changes = (await semantic.night(night))?.changes ?? [];
      for (const { id } of facts) {
        const standing = changes.filter(({ change, state }) => factIdOf(change) === id && state !== 'undone');
        const expected = replay(standing.map(({ change }) => change));
        expect(await semantic.byId(id)).toEqual(expected);
        if (expected) expect((await semantic.history(id)).length).toBe(standing.length);
        const found = await semantic.facts({ about: expected?.value ?? 'noix', past: true, limit: 1000 });
        expect(found.some(fact => fact.id === id)).toBe(expected !== undefined && expected.value !== '😀');
      }
    }),
    { numRuns: 40 },
  );
  expect(await memory.verify()).toEqual([]);
});
