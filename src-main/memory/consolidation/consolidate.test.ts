/** A night turns what was said into facts and summaries, once, whole, and without holding anybody up. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { threadMs } from '../../../test/thread-time.ts';
import { createStaticTableEmbedder } from '../../adapters/embedder/static-table.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { Episode } from '../../domain/memory.ts';
import { embeddingTableFolder } from '../../host/embedding-table-folder.ts';
import { consolidate } from './consolidate.ts';
import { createConsolidationFixture, episode } from './consolidation-fixture.ts';
import { extractByRules } from './extract-by-rules.ts';
import type { ConsolidationModel } from './model-consolidation.ts';

let night: ReturnType<typeof createConsolidationFixture>;
beforeEach(() => {
  night = createConsolidationFixture();
});
afterEach(() => night.remove());

const said = (): readonly Episode[] => [
  episode('Ma sœur Anna est allergique aux noix.', '2026-03-03T10:00Z'),
  episode('J’habite à Lyon depuis 2019.', '2026-03-03T11:00Z'),
  episode('Anna ne mange pas de noix, elle y est allergique.', '2026-03-03T12:00Z'),
  episode('J’ai déménagé, je vis maintenant à Nantes.', '2026-03-04T01:00Z'),
];

const everything = async () => ({
  facts: await night.semantic.facts({ past: true, limit: 99 }),
  summaries: await night.semantic.summaries({ limit: 99 }),
  waiting: (await night.episodic.unconsolidated(99)).length,
  nights: await night.semantic.nights(99),
});

describe('consolidate', () => {
  test('makes facts once, with their sources, and ends what was so', async () => {
    const [nuts, , again] = said();
    await night.add(...said().slice(0, 0), ...[nuts, again].filter(one => one !== undefined));
    await night.add(...said().slice(1, 2), ...said().slice(3));
    const made = await consolidate(night.parts());
    const { facts, waiting } = await everything();
    expect(waiting).toBe(0);
    expect(made?.episodes).toBe(4);
    expect(made?.changes.map(({ change }) => change.kind).sort()).toEqual([
      'ended',
      'learned',
      'learned',
      'learned',
      'learned',
      'strengthened',
    ]);
    const line = (relation: string) => facts.filter(fact => fact.relation === relation);
    expect(line('allergic_to')).toMatchObject([
      { subject: 'Anna', value: 'noix', timesSaid: 2, sourceEpisodeIds: [nuts?.id, again?.id] },
    ]);
    expect(line('allergic_to')[0]?.subjectId).toBe(line('sister')[0]?.valueId);
    expect(line('lives_in').map(({ value, validTo }) => [value, validTo])).toEqual([
      ['Nantes', undefined],
      ['Lyon', '2026-03-04'],
    ]);
  });

  test('a second night has nothing to do, and changes nothing', async () => {
    await night.add(...said());
    await consolidate(night.parts());
    const before = await everything();
    expect(await consolidate(night.parts())).toBeUndefined();
    expect(await everything()).toEqual(before);
  });

  test('never rewrites an episode', async () => {
    await night.add(...said());
    const before = await night.episodic.page(0, 99);
    await consolidate(night.parts());
    const after = await night.episodic.page(0, 99);
    expect(after).toEqual(before.map(record => ({ ...record, isConsolidated: true })));
  });

  test('makes a summary of the day and of the person, with where it comes from', async () => {
    const episodes = said();
    await night.add(...episodes);
    await consolidate(night.parts());
    const { summaries } = await everything();
    const day = summaries.find(({ about }) => about.kind === 'day' && about.date === '2026-03-03');
    expect(day?.text).toContain('11:00 Ma sœur Anna est allergique aux noix.');
    expect(day?.sourceEpisodeIds.every(id => episodes.some(one => one.id === id))).toBe(true);
    const anna = summaries.find(({ about }) => about.kind === 'person');
    expect(anna).toMatchObject({ about: { name: 'Anna' }, language: 'fr' });
    expect(anna?.text).toContain('2026-03-03 Ma sœur Anna');
    expect(anna?.text).not.toContain('Lyon');
  });

  test('a pasted book of 10 MB is passed over, and holds nobody up', async () => {
    const book = 'Anna habite à Lyon et elle aime les noix '.repeat(250_000);
    await night.add(episode(book, '2026-03-03T10:00Z'), ...said().slice(0, 2));
    const startedMs = threadMs();
    await consolidate(night.parts({ extract: extractByRules('Europe/Paris') }));
    expect(threadMs() - startedMs).toBeLessThan(5000);
    const { facts, summaries, waiting } = await everything();
    expect(waiting).toBe(0);
    expect(facts.map(({ value }) => value).sort()).toEqual(['Anna', 'Lyon', 'noix']);
    for (const { text } of summaries) expect(text.length).toBeLessThan(1500);
  });

  test('what a page or a tool said is nobody’s fact and stands in no summary', async () => {
    await night.add(
      episode('Ma sœur Anna est allergique aux noix.', '2026-03-03T10:00Z', {
        provenance: 'web',
        speaker: 'web',
      }),
      episode('J’habite à Lyon depuis 2019.', '2026-03-03T11:00Z', {
        provenance: 'document',
        speaker: 'document',
      }),
    );
    await consolidate(night.parts());
    expect(await everything()).toMatchObject({ facts: [], summaries: [], waiting: 0 });
  });

  test('in a dialogue that was imported everybody speaks of themselves', async () => {
    await night.add(episode('J’habite à Lyon depuis 2019.', '2026-03-03T10:00Z', { speaker: 'Caroline' }));
    await consolidate(night.parts());
    expect((await everything()).facts).toMatchObject([{ subject: 'Caroline', value: 'Lyon' }]);
  });

  test('rules are told what was said before in the same conversation, an earlier night too', async () => {
    const heard: (readonly string[])[] = [];
    const listen = (_: Episode, before: readonly Episode[]) => {
      heard.push(before.map(({ text }) => text));
      return [];
    };
    await night.add(
      episode('un', '2026-03-01T10:00Z'),
      episode('autre', '2026-03-01T10:00Z', { place: { conversationId: 'd' } }),
    );
    await consolidate(night.parts({ extract: listen }));
    await night.add(episode('deux', '2026-03-02T10:00Z'), episode('trois', '2026-03-02T10:01Z'));
    await consolidate(night.parts({ extract: listen }));
    expect(heard).toEqual([[], [], ['un'], ['un', 'deux']]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30])(
    'aborted at its breath %i it leaves whole batches only',
    async breath => {
      await night.add(...said());
      const abort = new AbortController();
      let taken = 0;
      const idle = async () => {
        taken += 1;
        if (taken === breath) abort.abort();
      };
      const made = await consolidate(night.parts({ signal: abort.signal, idle, batchSize: 2 }));
      const { facts, waiting, nights } = await everything();
      expect([0, 2, 4]).toContain(waiting);
      expect(made === undefined).toBe(waiting === 4);
      expect(facts.length).toBe({ 4: 0, 2: 3, 0: 4 }[waiting as 0 | 2 | 4]);
      expect(nights.length).toBe(waiting === 4 ? 0 : 1);
      await consolidate(night.parts({ batchSize: 2 }));
      expect((await everything()).facts).toHaveLength(4);
    },
  );

  test('no step holds anybody up: 10 ms at most between two breaths, in the usual case', async () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      episode(`Phrase numéro ${index} sur le jardin et les tomates d’Anna.`, '2026-03-03T10:00Z'),
    );
    await night.add(...said(), ...many);
    const steps: number[] = [];
    let lastMs = threadMs();
    const idle = async () => {
      steps.push(threadMs() - lastMs);
      await new Promise<void>(resolve => setImmediate(resolve));
      lastMs = threadMs();
    };
    await consolidate(night.parts({ idle }));
    const sorted = steps.sort((x, y) => x - y);
    expect(sorted.length).toBeGreaterThan(10);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(10);
  });

  test('an edit by hand in the middle of a night is kept, and the night is planned anew', async () => {
    await night.add(...said());
    await consolidate(night.parts({ extract: () => [] }));
    await night.add(episode('J’ai déménagé, je vis maintenant à Nantes.', '2026-03-05T01:00Z'));
    let edits = 0;
    const idle = async () => {
      if (edits++ > 2) return;
      const fact = { ...homeless, id: `edit-${edits}` };
      await night.semantic.change({ kind: 'learned', fact }, 1);
    };
    await consolidate(night.parts({ idle }));
    const { facts } = await everything();
    expect(facts.map(({ value }) => value).sort()).toEqual(['Nantes', 'thé', 'thé', 'thé']);
  });
});

test('what is forgotten while a night is planned leaves nothing in it', async () => {
  const [nuts, lyon] = said();
  if (!nuts || !lyon) throw new Error('sentences');
  await night.add(nuts, lyon);
  let breaths = 0;
  const idle = async () => {
    breaths += 1;
    if (breaths === 3) await night.episodic.remove([nuts.id]);
  };
  await consolidate(night.parts({ idle }));
  expect(breaths).toBeGreaterThan(3);
  const kept = await everything();
  expect(kept.facts.map(({ value }) => value)).toEqual(['Lyon']);
  expect(kept.waiting).toBe(0);
  expect(JSON.stringify(kept)).not.toMatch(/noix|Anna/);
});

const homeless = {
  subject: 'user',
  relation: 'likes',
  value: 'thé',
  language: 'fr',
  confidence: 1,
  timesSaid: 1,
  firstSaidMs: 1,
  lastSaidMs: 1,
  proposedBy: 'user',
  sourceEpisodeIds: [],
} as const;

describe('the other language', () => {
  const table = createStaticTableEmbedder(embeddingTableFolder);
  const saying = (sentences: readonly (readonly ['fr' | 'en', string])[]) =>
    sentences.map(([language, text], index) => episode(text, `2026-03-0${index + 1}T10:00Z`, { language }));

  test('says the same fact, which strengthens it', async () => {
    await night.add(
      ...saying([
        ['fr', 'Je suis allergique aux fraises.'],
        ['en', 'I am allergic to strawberries.'],
        ['fr', 'Ma couleur préférée est le vert.'],
        ['en', 'My favourite colour is green.'],
        ['fr', 'J’aime la randonnée.'],
        ['en', 'I like hiking.'],
      ]),
    );
    await consolidate(night.parts({ extract: extractByRules('Europe/Paris'), embedder: table }));
    const { facts } = await everything();
    expect(facts.map(({ value, timesSaid, validTo }) => [value, timesSaid, validTo]).sort()).toEqual([
      ['fraises', 2, undefined],
      ['randonnée', 2, undefined],
      ['vert', 2, undefined],
    ]);
  });

  test('says another fact, which stays another', async () => {
    await night.add(
      ...saying([
        ['fr', 'Je suis allergique aux fraises.'],
        ['en', 'I am allergic to cherries.'],
        ['fr', 'J’aime le vin rouge.'],
        ['en', 'I like white wine.'],
        ['fr', 'J’habite à Lyon.'],
        ['en', 'I live in Paris.'],
      ]),
    );
    await consolidate(night.parts({ extract: extractByRules('Europe/Paris'), embedder: table }));
    const { facts } = await everything();
    expect(facts).toHaveLength(6);
    expect(facts.filter(({ validTo }) => validTo !== undefined)).toMatchObject([{ value: 'Lyon' }]);
  });
});

describe('a model', () => {
  const model = (propose: ConsolidationModel['propose']): ConsolidationModel => ({
    propose,
    summarise: async () => undefined,
  });

  test('adds what rules did not find, and says that it did', async () => {
    const [nuts] = said();
    if (nuts) await night.add(nuts);
    const proposals = [
      { subject: 'Anna', relation: 'intolerant_to', value: 'les noix', confidence: 0.7 },
      { subject: 'user', relation: 'likes', value: 'sœur', confidence: 0.7 },
    ];
    const found = model(async () => new Map([[nuts?.id ?? '', proposals]]));
    await consolidate(night.parts({ model: found }));
    const { facts } = await everything();
    expect(facts.map(({ relation, proposedBy }) => `${relation} ${proposedBy}`).sort()).toEqual([
      'allergic_to rules',
      'likes model',
      'sister rules',
    ]);
  });

  test('that fails leaves the night to the rules', async () => {
    await night.add(...said());
    const faults: string[] = [];
    const broken = model(async () => {
      throw new JarvisError('model.unreachable', {});
    });
    await consolidate(night.parts({ model: broken, onModelFault: ({ code }) => faults.push(code) }));
    expect(faults).toEqual(['model.unreachable']);
    expect((await everything()).facts).toHaveLength(4);
  });
});
