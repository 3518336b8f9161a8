/** Looking through the memory by hand: counts, days, pages, the graph, what was used, and what is the same. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../src-main/adapters/store/open-store.ts';
import { createStoreFixture, type StoreFixture } from '../src-main/adapters/store/store-fixture.ts';
import { newId } from '../src-main/domain/id.ts';
import { dayMs } from '../src-main/domain/local-time.ts';
import type { BrowseQuery } from '../src-main/memory/explorer/explorer.ts';
import { type BrainStage, openBrainStage } from './brain-stage.ts';

let fixture: StoreFixture;
let store: Store;
let stage: BrainStage;

beforeEach(() => {
  fixture = createStoreFixture();
  store = fixture.open();
  stage = openBrainStage(store);
});
afterEach(() => fixture.remove());

const night = () => stage.brain.consolidate(new AbortController().signal);
const explorer = () => stage.brain.explorer;
const texts = async (query: Omit<BrowseQuery, 'limit'>) =>
  (await explorer().browse({ ...query, limit: 50 })).memories.map(({ text }) => text);
const facts = (about: string) => stage.brain.facts({ about, past: true, limit: 50 });

async function tellOfAnna(): Promise<void> {
  await stage.say('Ma sœur Anna habite à Nantes.');
  stage.clock.nowMs += dayMs;
  await stage.say('Anna est allergique aux noix.');
  await stage.say('Mon frère Boris joue du violon.');
  stage.clock.nowMs += dayMs;
  await stage.say('Anna a déménagé, elle habite à Lyon maintenant.');
  await night();
}

test('what there is, is counted by person, theme, origin and state, and each count is what a page of it holds', async () => {
  await tellOfAnna();
  const overview = await explorer().overview();
  expect(overview.origins).toEqual({ spoken: 0, written: 4, elsewhere: 0 });
  expect(overview.people.map(({ name }) => name)).toEqual(['Anna', 'Boris']);
  for (const { name, count } of overview.people)
    expect((await explorer().browse({ person: name, limit: 50 })).total, name).toBe(count);
  for (const { theme, count } of overview.themes)
    expect((await explorer().browse({ theme, limit: 50 })).total, theme).toBe(count);
  expect(overview.themes.map(({ theme }) => theme)).toEqual(
    expect.arrayContaining(['people', 'health', 'home']),
  );
  expect(overview.states).toMatchObject({ past: 1, fading: 0 });
  for (const state of ['holds', 'past', 'fading'] as const)
    expect((await explorer().browse({ state, limit: 50 })).total, state).toBe(overview.states[state]);
  expect(overview.unjudged).toBeGreaterThan(0);
  expect(await texts({ state: 'past' })).toEqual([expect.stringMatching(/Nantes/)]);
});

test('a person has facts first, then what names them, newest first; what is hidden is nowhere', async () => {
  await tellOfAnna();
  const { memories, total } = await explorer().browse({ person: 'Anna', limit: 50 });
  const kinds = memories.map(({ kind }) => kind);
  expect(kinds).toEqual(kinds.toSorted().toReversed());
  const said = memories.filter(({ kind }) => kind === 'episode').map(({ text }) => text);
  expect(said).toEqual([
    'Anna a déménagé, elle habite à Lyon maintenant.',
    'Anna est allergique aux noix.',
    'Ma sœur Anna habite à Nantes.',
  ]);
  const [newest] = memories.filter(({ kind }) => kind === 'episode');
  await stage.brain.setMessagesHidden([newest?.id ?? ''], true);
  expect(await texts({ person: 'Anna' })).not.toContain('Anna a déménagé, elle habite à Lyon maintenant.');
  expect((await explorer().browse({ person: 'Anna', limit: 50 })).total).toBeLessThan(total);
  expect((await explorer().days('Anna')).days.map(({ count }) => count)).toEqual([1, 1]);
});

test('pages follow each other without a gap and without anything twice', async () => {
  for (let number = 0; number < 7; number += 1) await stage.say(`Mon chat numéro ${number} aime le lait.`);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await explorer().browse({ limit: 3, ...(after !== undefined && { after }) });
    seen.push(...page.memories.map(({ text }) => text));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map(number => `Mon chat numéro ${number} aime le lait.`));
});

describe('days', () => {
  test('are local ones, across the hour that is skipped in spring', async () => {
    // In Paris: 23:30 on 28 March, 0:30 and 23:30 on the 29th (which has 23 hours), 0:30 on the 30th.
    for (const [at, text] of [
      [Date.UTC(2026, 2, 28, 22, 30), 'J’ai un chat.'],
      [Date.UTC(2026, 2, 28, 23, 30), 'J’ai un chien.'],
      [Date.UTC(2026, 2, 29, 21, 30), 'J’ai un cheval.'],
      [Date.UTC(2026, 2, 29, 22, 30), 'J’ai une chèvre.'],
    ] as const) {
      stage.clock.nowMs = at;
      await stage.say(text);
    }
    expect(await explorer().days()).toEqual({
      today: '2026-03-30',
      days: [
        { date: '2026-03-28', count: 1 },
        { date: '2026-03-29', count: 2 },
        { date: '2026-03-30', count: 1 },
      ],
    });
    expect(await texts({ date: '2026-03-29' })).toEqual(['J’ai un cheval.', 'J’ai un chien.']);
  });

  test('have their summary once a night has made one', async () => {
    await tellOfAnna();
    const page = await explorer().browse({ date: '2026-03-03', limit: 50 });
    expect(page.memories.map(({ text }) => text)).toHaveLength(2);
    expect(page.summary?.text).toMatch(/noix|violon/);
  });
});

test('around a person stand people, places and facts; what is over is marked, and friends are joined', async () => {
  await tellOfAnna();
  await stage.say('Boris habite à Lyon.');
  await night();
  const { centre, nodes, edges, left } = await explorer().graph('Anna');
  const named = (name: string) => nodes.find(node => node.name === name);
  expect(nodes.find(({ id }) => id === centre)?.name).toBe('Anna');
  expect([named('user')?.kind, named('Lyon')?.kind, named('noix')?.kind]).toEqual([
    'person',
    'place',
    'fact',
  ]);
  expect(edges.find(({ to }) => to === named('Nantes')?.id)?.isOver).toBe(true);
  expect(edges.find(({ to }) => to === named('Lyon')?.id)?.isOver).toBe(false);
  expect(left).toBe(0);
  const mine = await explorer().graph('user');
  const [anna, boris] = ['Anna', 'Boris'].map(name => mine.nodes.find(node => node.name === name)?.id);
  expect(mine.edges).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ from: mine.centre, to: anna, relation: 'sister' }),
      expect.objectContaining({ from: mine.centre, to: boris, relation: 'brother' }),
    ]),
  );
});

test('a memory knows the answers it was used for; they go with the answer, and with the memory', async () => {
  await tellOfAnna();
  const conversationId = newId();
  const { question, answer } = await store.memory.acceptTurn(
    {
      ...{ id: newId(), turnId: newId(), conversationId, parent: 'head', text: 'Que cuisiner ?' },
      ...{ origin: 'typed', createdAtMs: stage.clock.nowMs },
    },
    { id: newId(), createdAtMs: stage.clock.nowMs },
  );
  const [allergy] = (await facts('Anna')).filter(({ relation }) => relation === 'allergic_to');
  const used = {
    ...({ id: allergy?.id ?? '', kind: 'fact', score: 1 } as const),
    parts: { words: 1, meaning: 0, time: 0, association: 0, affect: 0 },
  };
  await stage.brain.used([used], stage.clock.nowMs, answer.id);
  stage.clock.nowMs += 30 * dayMs;
  const why = await stage.brain.explain(used.id);
  expect(why.uses).toEqual([
    { atMs: expect.any(Number), conversationId, messageId: answer.id, title: question.text },
  ]);
  // The sentence that the fact was taken from was used with it.
  const [source] = why.sources;
  expect((await stage.brain.explain(source?.episodeId ?? '')).uses).toHaveLength(1);
  expect(why.affect?.emotion).toEqual(expect.any(String));
  const now = why.curve?.points.find(({ atMs }) => atMs === stage.clock.nowMs);
  expect(now?.strength).toBeCloseTo(why.strength, 5);

  const usesOf = (id: string) => store.explorer.uses([id], 9);
  const { token } = await stage.brain.previewForget('noix');
  await stage.brain.forget(token);
  expect(await usesOf(used.id)).toEqual([]);
  const [home] = await facts('Lyon');
  await stage.brain.used([{ ...used, id: home?.id ?? '' }], stage.clock.nowMs, answer.id);
  expect(await usesOf(home?.id ?? '')).toHaveLength(1);
  await store.memory.deleteConversation(conversationId, 1);
  expect((await stage.brain.explain(home?.id ?? '')).uses).toEqual([]);
  await store.memory.purgeDeleted(2);
  expect(await usesOf(home?.id ?? '')).toEqual([]);
});

describe('what is the same', () => {
  test('two names become one; each change can be taken back', async () => {
    await stage.say('Ma sœur Anna habite à Lyon.');
    await stage.say('Annie est allergique aux noix.');
    await night();
    const before = await facts('Annie');
    expect(before).toHaveLength(1);
    const merged = await explorer().merge({ kind: 'names', keep: 'Anna', gone: 'Annie' });
    expect(merged.changes).toHaveLength(1);
    const [allergy] = (await facts('Anna')).filter(({ relation }) => relation === 'allergic_to');
    const [sister] = (await facts('Anna')).filter(({ relation }) => relation === 'sister');
    expect(allergy?.subject).toBe('Anna');
    expect(allergy?.subjectId).toBe(sister?.valueId);
    expect(await store.semantic.history(allergy?.id ?? '')).toHaveLength(2);
    await stage.brain.judgeChange(merged.changes[0]?.id ?? '', 'undone');
    expect(await facts('Annie')).toEqual(before);
  });

  test('two facts become one that was said by both sentences; the other says what took its place', async () => {
    await stage.say('J’aime le chocolat noir.');
    stage.clock.nowMs += dayMs;
    await stage.say('J’aime le chocolat amer.');
    await night();
    const [gone, keep] = (await facts('chocolat')).toSorted((x, y) => x.firstSaidMs - y.firstSaidMs);
    const { changes } = await explorer().merge({
      ...{ kind: 'facts', keep: keep?.id ?? '', gone: gone?.id ?? '' },
    });
    expect(changes.map(({ change }) => change.kind)).toEqual(['strengthened', 'ended']);
    const [kept, over] = await Promise.all([keep, gone].map(fact => store.semantic.byId(fact?.id ?? '')));
    expect(kept?.sourceEpisodeIds).toHaveLength(2);
    expect(over).toMatchObject({ supersededBy: keep?.id, validTo: '2026-03-03' });
    for (const { id } of changes.toReversed()) await stage.brain.judgeChange(id, 'undone');
    expect((await store.semantic.byId(gone?.id ?? ''))?.validTo).toBeUndefined();
    expect((await store.semantic.byId(keep?.id ?? ''))?.sourceEpisodeIds).toHaveLength(1);
  });

  test('one thing is not merged with itself, nor with what is not there', async () => {
    await stage.say('Ma sœur Anna habite à Lyon.');
    await night();
    const [fact] = await facts('Anna');
    const id = fact?.id ?? '';
    await expect(explorer().merge({ kind: 'facts', keep: id, gone: id })).rejects.toThrow('memory.same');
    await expect(explorer().merge({ kind: 'names', keep: 'Anna', gone: 'ANNA' })).rejects.toThrow(
      'memory.same',
    );
    await expect(explorer().merge({ kind: 'facts', keep: id, gone: newId() })).rejects.toThrow(
      'input.not-found',
    );
  });
});
