/** "It's Hanna": she is called so in all that is known of her, and the history keeps what was said. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { consolidate } from './consolidate.ts';
import { createConsolidationFixture, episode } from './consolidation-fixture.ts';
import { correctFact } from './correct-fact.ts';

let night: ReturnType<typeof createConsolidationFixture>;
beforeEach(async () => {
  night = createConsolidationFixture();
  await night.add(
    episode('Ma sœur Anna est allergique aux noix.', '2026-03-03T10:00Z'),
    episode('J’habite à Lyon depuis 2019.', '2026-03-03T11:00Z'),
  );
  await consolidate(night.parts());
});
afterEach(() => night.remove());

const lines = async () =>
  (await night.semantic.facts({ past: true, limit: 9 })).map(
    ({ subject, relation, value }) => `${subject} ${relation} ${value}`,
  );

test('a name is corrected everywhere, and can be found by the new one only', async () => {
  const [sister] = await night.semantic.facts({ relation: 'sister', limit: 1 });
  const corrected = await correctFact(night.semantic, sister?.id ?? '', 'Hanna', 9);
  expect(corrected).toMatchObject({
    value: 'Hanna',
    confidence: 1,
    proposedBy: 'user',
    valueId: sister?.valueId,
  });
  expect((await lines()).sort()).toEqual([
    'Hanna allergic_to noix',
    'user lives_in Lyon',
    'user sister Hanna',
  ]);
  expect(await night.semantic.facts({ about: 'Anna', past: true, limit: 9 })).toEqual([]);
  expect((await night.semantic.history(corrected.id)).map(({ change }) => change.kind)).toEqual([
    'learned',
    'edited',
  ]);
});

test('a value is corrected alone', async () => {
  const [home] = await night.semantic.facts({ relation: 'lives_in', limit: 1 });
  await correctFact(night.semantic, home?.id ?? '', 'Lille', 9);
  expect((await lines()).sort()).toEqual([
    'Anna allergic_to noix',
    'user lives_in Lille',
    'user sister Anna',
  ]);
});

test('what is not there cannot be corrected', async () => {
  await expect(correctFact(night.semantic, 'nothing', 'x', 9)).rejects.toMatchObject({
    code: 'input.not-found',
  });
});
