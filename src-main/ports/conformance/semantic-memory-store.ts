/** The one suite that every adapter of the semantic-memory-store port passes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../domain/id.ts';
import type { Fact } from '../../domain/memory.ts';
import type { FactChange, NightPlan, SemanticMemoryStore, Summary } from '../semantic-memory-store.ts';

export interface SemanticMemoryStoreSubject {
  readonly store: SemanticMemoryStore;
  readonly addEpisodes: (ids: readonly string[]) => Promise<void>;
  /** Ids, oldest first. */
  readonly unconsolidated: () => Promise<readonly string[]>;
  /** Closes it and opens the same data again. */
  readonly reopen: () => Promise<SemanticMemoryStore>;
  readonly remove: () => Promise<void>;
}

/** A fact said once, at millisecond `said`. */
export function sampleFact(said: number, statement: Partial<Fact> = {}): Fact {
  return {
    id: newId(),
    subject: 'Anna',
    relation: 'allergic_to',
    value: 'noix',
    language: 'fr',
    confidence: 0.8,
    timesSaid: 1,
    firstSaidMs: said,
    lastSaidMs: said,
    proposedBy: 'rules',
    sourceEpisodeIds: [newId()],
    ...statement,
  };
}

const daySummary = (date: string, startMs: number, text = 'Un jour « calme ».'): Summary => ({
  id: newId(),
  about: { kind: 'day', date },
  text,
  language: 'fr',
  madeAtMs: 5,
  interval: { startMs, endMs: startMs + 10 },
  sourceEpisodeIds: [newId(), newId()],
});

export function describeSemanticMemoryStore(
  name: string,
  open: () => Promise<SemanticMemoryStoreSubject>,
): void {
  describe(`semantic memory store: ${name}`, () => {
    let subject: SemanticMemoryStoreSubject;
    let store: SemanticMemoryStore;
    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.remove());

    const commit = (changes: readonly FactChange[], plan: Partial<NightPlan> = {}) =>
      store.commitNight({ id: newId(), atMs: 50, episodeIds: [], changes, summaries: [], ...plan });
    const learn = (...facts: Fact[]) => commit(facts.map(fact => ({ kind: 'learned', fact })));
    const all = (past = true) => store.facts({ past, limit: 100 });

    test('facts come back as they were, those said last first', async () => {
      const early = sampleFact(1, {
        validFrom: '2019',
        subject: 'user',
        relation: 'lives_in',
        value: 'Lyon',
      });
      const late = sampleFact(2, { subjectId: newId(), sourceEpisodeIds: [newId(), newId()] });
      const named = sampleFact(3, { subject: 'user', relation: 'sister', value: 'Anna', valueId: newId() });
      await learn(early, named, late);
      store = await subject.reopen();
      expect(await all()).toEqual([named, late, early]);
      expect(await store.byId(early.id)).toEqual(early);
      expect(await store.byId(newId())).toBeUndefined();
      expect(await store.count()).toEqual({ facts: 3, summaries: 0 });
    });

    test('facts are found by name, value, relation and source, whatever accents and plural', async () => {
      const sister = newId();
      const nuts = sampleFact(1, { subjectId: sister });
      const dog = sampleFact(2, {
        subject: 'user',
        relation: 'dog',
        value: 'Œdipe le Gros',
        valueId: newId(),
      });
      const other = sampleFact(3, { subject: 'Anna Müller', relation: 'likes', value: 'thé' });
      await learn(nuts, dog, other);
      const ids = async (query: object) => (await store.facts({ limit: 9, ...query })).map(({ id }) => id);
      expect(await ids({ about: 'ANNA' })).toEqual([other.id, nuts.id]);
      expect(await ids({ about: 'anna muller' })).toEqual([other.id]);
      expect(await ids({ about: 'oedipe' })).toEqual([dog.id]);
      expect(await ids({ about: 'gros oedipe' })).toEqual([dog.id]);
      expect(await ids({ about: 'Paul' })).toEqual([]);
      expect(await ids({ about: ' ' })).toHaveLength(3);
      expect(await ids({ about: '?!' })).toEqual([]);
      expect(await ids({ subject: 'anna' })).toEqual([nuts.id]);
      expect(await ids({ subjectId: sister })).toEqual([nuts.id]);
      expect(await ids({ relation: 'dog' })).toEqual([dog.id]);
      expect(await ids({ relations: ['dog', 'likes'] })).toEqual([other.id, dog.id]);
      expect(await ids({ relations: [] })).toEqual([]);
      expect(await ids({ namesSomebody: true })).toEqual([dog.id]);
      expect(await ids({ episodeIds: [...nuts.sourceEpisodeIds, newId()] })).toEqual([nuts.id]);
      expect(await ids({ limit: 1 })).toEqual([other.id]);
    });

    test('what ended is past; what ends one day holds until then', async () => {
      const ended = sampleFact(1, { validTo: '2025-12-31' });
      const today = sampleFact(2, { validTo: '2026-01-01' });
      const future = sampleFact(3, { validTo: '2026-06' });
      await learn(ended, today, future);
      expect(await all(false)).toEqual([future]);
      expect(await all(true)).toEqual([future, today, ended]);
    });

    test('a fact said again is stronger, and remembers where', async () => {
      const fact = sampleFact(10);
      const episodeId = newId();
      await learn(fact);
      await commit([
        { kind: 'strengthened', factId: fact.id, episodeId, saidAtMs: 5, validFrom: '2020' },
        { kind: 'strengthened', factId: fact.id, episodeId: newId(), saidAtMs: 20 },
      ]);
      store = await subject.reopen();
      const [strong] = await all();
      expect(strong).toMatchObject({ timesSaid: 3, firstSaidMs: 5, lastSaidMs: 20, validFrom: '2020' });
      expect(strong?.confidence).toBeGreaterThan(fact.confidence);
      expect(strong?.sourceEpisodeIds.slice(0, 2)).toEqual([...fact.sourceEpisodeIds, episodeId]);
    });

    test('a night is all or nothing, and its episodes are consolidated with it', async () => {
      const episodes = [newId(), newId(), newId()];
      await subject.addEpisodes(episodes);
      const fact = sampleFact(1);
      const broken = commit(
        [
          { kind: 'learned', fact },
          { kind: 'ended', factId: newId(), validTo: '2026' },
        ],
        { episodeIds: episodes.slice(0, 2), summaries: [daySummary('2026-01-01', 1)] },
      );
      await expect(broken).rejects.toMatchObject({ code: 'input.not-found' });
      expect(await all()).toEqual([]);
      expect(await store.summaries({ limit: 9 })).toEqual([]);
      expect(await subject.unconsolidated()).toEqual(episodes);
      const plan = {
        id: newId(),
        atMs: 60,
        episodeIds: episodes.slice(0, 2),
        changes: [{ kind: 'learned', fact }],
        summaries: [daySummary('2026-01-01', 1)],
      } as const;
      await store.commitNight(plan);
      const night = await store.night(plan.id);
      expect(night).toMatchObject({ id: plan.id, atMs: 60, episodes: 2 });
      expect(night?.changes.map(({ change, state }) => [change, state])).toEqual([[plan.changes[0], 'made']]);
      expect(await subject.unconsolidated()).toEqual(episodes.slice(2));
      await store.commitNight(plan);
      expect(await store.nights(5)).toEqual([night]);
      store = await subject.reopen();
      expect(await store.nights(5)).toEqual([night]);
      expect(await store.count()).toEqual({ facts: 1, summaries: 1 });
      await store.commitNight({
        ...plan,
        episodeIds: episodes,
        changes: [...plan.changes, { kind: 'learned', fact: sampleFact(2) }],
      });
      expect(await store.night(plan.id)).toMatchObject({ episodes: 3 });
      expect((await store.night(plan.id))?.changes).toHaveLength(2);
      expect(await store.night(newId())).toBeUndefined();
    });

    test('a plan made before another change is refused whole', async () => {
      const revision = store.revision();
      await learn(sampleFact(1));
      const late = commit([{ kind: 'learned', fact: sampleFact(2) }], { revision });
      await expect(late).rejects.toMatchObject({ code: 'memory.changed' });
      expect(await all()).toHaveLength(1);
      await commit([{ kind: 'learned', fact: sampleFact(2) }], { revision: store.revision() });
      expect(await all()).toHaveLength(2);
    });

    test('a plan that rests on an episode that was forgotten meanwhile is refused whole', async () => {
      const [here, gone] = [newId(), newId()];
      await subject.addEpisodes([here]);
      const fact = sampleFact(1, { sourceEpisodeIds: [gone] });
      const changes = [{ kind: 'learned', fact }] as const;
      const plans: Partial<NightPlan>[] = [
        { episodeIds: [here, gone] },
        { episodeIds: [here], summaries: [{ ...daySummary('2026-01-01', 1), sourceEpisodeIds: [gone] }] },
      ];
      for (const plan of plans) {
        const late = commit(changes, { ...plan, revision: store.revision() });
        await expect(late).rejects.toMatchObject({ code: 'memory.changed' });
      }
      expect(await store.count()).toEqual({ facts: 0, summaries: 0 });
      expect(await subject.unconsolidated()).toEqual([here]);
    });

    test('nights come newest first, those without changes left out', async () => {
      const episodes = [newId()];
      await subject.addEpisodes(episodes);
      await commit([{ kind: 'learned', fact: sampleFact(1) }], { atMs: 1 });
      await commit([], { atMs: 3, episodeIds: episodes });
      await commit([{ kind: 'learned', fact: sampleFact(2) }], { atMs: 2 });
      expect((await store.nights(9)).map(({ atMs }) => atMs)).toEqual([2, 1]);
      expect(await store.nights(1)).toHaveLength(1);
    });

    describe('judging', () => {
      const changeOf = async (kind: FactChange['kind'], factId: string) => {
        const changes = (await store.nights(99)).flatMap(night => night.changes);
        const found = changes.findLast(
          ({ change }) =>
            change.kind === kind && (change.kind === 'learned' ? change.fact.id : change.factId) === factId,
        );
        return found?.id ?? '';
      };
      const strengthen = (fact: Fact, saidAtMs: number): FactChange => ({
        kind: 'strengthened',
        factId: fact.id,
        episodeId: newId(),
        saidAtMs,
      });

      test.each(['strengthened', 'ended', 'edited'] as const)('%s is undone exactly', async kind => {
        const fact = sampleFact(1);
        await learn(fact);
        const change = {
          strengthened: strengthen(fact, 9),
          ended: { kind, factId: fact.id, validTo: '2025-01-01', episodeId: newId() },
          edited: {
            kind,
            factId: fact.id,
            before: fact,
            after: { ...fact, value: 'amandes', validFrom: '2' },
          },
        }[kind] as FactChange;
        await commit([change]);
        const changed = await store.byId(fact.id);
        expect(changed).not.toEqual(fact);
        const id = await changeOf(kind, fact.id);
        expect(await store.judge(id, 'undone')).toEqual({ id, change, state: 'undone' });
        store = await subject.reopen();
        expect(await store.byId(fact.id)).toEqual(fact);
        expect(await store.facts({ about: 'amandes', limit: 9 })).toEqual([]);
        expect(await store.judge(id, 'undone')).toMatchObject({ state: 'undone' });
        expect(await store.judge(id, 'accepted')).toEqual({ id, change, state: 'accepted' });
        expect(await store.byId(fact.id)).toEqual(changed);
      });

      test('an undone change takes nothing from those that came after it', async () => {
        const fact = sampleFact(1);
        await learn(fact);
        await commit([strengthen(fact, 5)]);
        const hazel = { ...fact, value: 'noisettes' };
        await store.change({ kind: 'edited', factId: fact.id, before: fact, after: hazel }, 60);
        await commit([strengthen(fact, 7), { kind: 'ended', factId: fact.id, validTo: '2026-05-01' }]);
        await store.judge(await changeOf('strengthened', fact.id), 'undone');
        expect(await store.byId(fact.id)).toMatchObject({
          value: 'noisettes',
          timesSaid: 2,
          lastSaidMs: expect.any(Number),
          validTo: '2026-05-01',
        });
        expect((await store.history(fact.id)).map(({ change }) => change.kind)).toEqual([
          'learned',
          'edited',
          'strengthened',
          'ended',
        ]);
      });

      test('without what made it known a fact is gone, and what it had ended holds again', async () => {
        const lyon = sampleFact(1, { subject: 'user', relation: 'lives_in', value: 'Lyon' });
        const nantes = { ...lyon, id: newId(), value: 'Nantes' };
        await learn(lyon);
        await commit([
          { kind: 'learned', fact: nantes },
          { kind: 'ended', factId: lyon.id, validTo: '2025-03-01', by: nantes.id },
        ]);
        await commit([strengthen(nantes, 80)]);
        const before = await all();
        expect(await store.byId(lyon.id)).toMatchObject({ validTo: '2025-03-01', supersededBy: nantes.id });
        const id = await changeOf('learned', nantes.id);
        await store.judge(id, 'undone');
        expect(await all()).toEqual([lyon]);
        expect(await store.byId(nantes.id)).toBeUndefined();
        await expect(store.history(nantes.id)).rejects.toMatchObject({ code: 'input.not-found' });
        await store.judge(id, 'accepted');
        expect(await all()).toEqual(before);
      });

      test('nothing is judged that is not there', async () => {
        await expect(store.judge(newId(), 'undone')).rejects.toMatchObject({ code: 'input.not-found' });
      });
    });

    test('an edit by hand keeps what was before, in its history', async () => {
      const fact = sampleFact(1);
      await learn(fact);
      const after = { ...fact, value: 'noix de cajou', confidence: 1, proposedBy: 'user' as const };
      await store.change({ kind: 'edited', factId: fact.id, before: fact, after }, 70);
      store = await subject.reopen();
      expect(await store.byId(fact.id)).toEqual(after);
      expect(await store.facts({ about: 'cajou', limit: 9 })).toHaveLength(1);
      expect(await store.history(fact.id)).toEqual([
        { atMs: 50, change: { kind: 'learned', fact } },
        { atMs: 70, change: { kind: 'edited', factId: fact.id, before: fact, after } },
      ]);
      const edit: FactChange = { kind: 'edited', factId: newId(), before: fact, after };
      await expect(store.change(edit, 1)).rejects.toMatchObject({ code: 'input.not-found' });
    });

    test('of each day and person there is one summary', async () => {
      const first = daySummary('2026-01-01', 100);
      const later = daySummary('2026-01-02', 200);
      const anna: Summary = { ...daySummary('', 150), about: { kind: 'person', name: 'Élodie' } };
      const again = { ...first, id: newId(), text: 'Autre chose.' };
      await commit([], { summaries: [first, later, anna] });
      await commit([], { summaries: [again] });
      store = await subject.reopen();
      expect(await store.summaries({ limit: 9 })).toEqual([later, anna, again]);
      expect(await store.summaries({ name: 'elodie', limit: 9 })).toEqual([anna]);
      expect(await store.summaries({ interval: { startMs: 0, endMs: 149 }, limit: 9 })).toEqual([again]);
      const [episodeId = ''] = later.sourceEpisodeIds;
      expect(await store.summaries({ episodeIds: [episodeId], limit: 9 })).toEqual([later]);
    });

    test('exported facts come back with their history; what is here stays', async () => {
      const fact = sampleFact(1);
      const other = sampleFact(2, { timesSaid: 4, validTo: '2020', supersededBy: fact.id });
      await learn(fact);
      await commit([{ kind: 'strengthened', factId: fact.id, episodeId: newId(), saidAtMs: 3 }]);
      const record = { fact: (await all())[0] ?? fact, history: await store.history(fact.id) };
      const summary = daySummary('2026-01-01', 1);
      const forged = { fact: other, history: record.history };
      const empty = await open();
      try {
        const records = { facts: [record, forged, record], summaries: [summary] };
        expect(await empty.store.restore(records)).toEqual({ facts: 3, summaries: 1 });
        expect(await empty.store.restore(records)).toEqual({ facts: 0, summaries: 0 });
        expect(await empty.store.facts({ past: true, limit: 9 })).toEqual([record.fact, other]);
        expect(await empty.store.history(fact.id)).toEqual(record.history);
        expect(await empty.store.summaries({ limit: 9 })).toEqual([summary]);
      } finally {
        await empty.remove();
      }
    });

    test('what is erased is gone with its history; what it had ended stays ended', async () => {
      const lyon = sampleFact(1, { subject: 'user', relation: 'lives_in', value: 'Lyon' });
      const nantes = { ...lyon, id: newId(), value: 'Nantes' };
      const summary = daySummary('2026-01-01', 1);
      await learn(lyon);
      await commit(
        [
          { kind: 'learned', fact: nantes },
          { kind: 'ended', factId: lyon.id, validTo: '2025-03-01', by: nantes.id },
        ],
        { summaries: [summary] },
      );
      const ids = { facts: [nantes.id, newId()], summaries: [summary.id] };
      expect(await store.erase(ids)).toEqual({ facts: 1, summaries: 1 });
      store = await subject.reopen();
      expect(await all()).toEqual([{ ...lyon, validTo: '2025-03-01' }]);
      expect(await store.summaries({ limit: 9 })).toEqual([]);
      expect(JSON.stringify(await store.nights(9))).not.toContain(nantes.id);
    });
  });
}
