/** A question about somebody is given the facts that answer it, before what merely resembles it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStoreFixture } from '../adapters/store/store-fixture.ts';
import type { RecalledMemory } from '../domain/memory.ts';
import { withAnsweringFacts } from './brain-answering-facts.ts';
import type { BrainPorts } from './brain-ports.ts';
import { consolidate } from './consolidation/consolidate.ts';
import { clock, episode, extract } from './consolidation/consolidation-fixture.ts';

const vectors = { model: 'none', whole: new Float32Array(8), parts: [] };
const said = episode('Ma sœur Anna est allergique aux noix.', '2026-03-03T10:00Z');

let fixture: ReturnType<typeof createStoreFixture>;
let ports: BrainPorts;
let excludedTopics: readonly string[] = [];
beforeEach(async () => {
  fixture = createStoreFixture();
  const { episodic, semantic, arrivals } = fixture.open();
  excludedTopics = [];
  ports = { episodic, semantic, arrivals, preferences: () => ({ excludedTopics }) } as unknown as BrainPorts;
  await episodic.add(said, vectors);
  const signal = new AbortController().signal;
  await consolidate({ episodes: episodic, facts: semantic, clock, extract, signal });
});
afterEach(() => fixture.remove());

const found = (id: string): RecalledMemory => ({
  id,
  kind: 'episode',
  text: 'x',
  speaker: 'user',
  atMs: 1,
  score: 2,
  parts: { words: 2, meaning: 0, time: 0, association: 0, affect: 0 },
});
const ask = async (text: string, memories: readonly RecalledMemory[]) =>
  (
    await withAnsweringFacts(
      memories,
      { text, language: 'en', nowMs: Date.parse('2026-03-20T10:00Z'), zone: 'Europe/Paris' },
      ports,
    )
  ).map(({ kind, text: words }) => (kind === 'fact' ? words : kind));

const cake = 'What should I not bake for Anna?';

test('the fact stands first, with what was found behind it', async () => {
  expect(await ask(cake, [found('a')])).toEqual(['Anna is allergic to noix', 'episode']);
  expect(await ask(cake, [])).toEqual(['Anna is allergic to noix']);
});

test('it is not told twice where its sentence is among the best', async () => {
  expect(await ask(cake, [found(said.id)])).toEqual(['episode']);
});

test('what is excluded, or rests on a conversation that was deleted, is not told', async () => {
  excludedTopics = ['noix'];
  expect(await ask(cake, [])).toEqual([]);
  excludedTopics = [];
  await ports.episodic.setHidden({ ids: [said.id] }, true);
  expect(await ask(cake, [])).toEqual([]);
});

test('other questions are left alone', async () => {
  expect(await ask('What a lovely day', [found('a')])).toEqual(['episode']);
});
