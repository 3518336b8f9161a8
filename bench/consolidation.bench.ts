/** A hundred days through the write gate and a consolidation each night: what the facts in the store are worth. */
import { createStaticTableEmbedder } from '../src-main/adapters/embedder/static-table.ts';
import { createStoreFixture } from '../src-main/adapters/store/store-fixture.ts';
import { newId } from '../src-main/domain/id.ts';
import { type Episode, type Fact, neutralAffect } from '../src-main/domain/memory.ts';
import { embeddingTableFolder } from '../src-main/host/embedding-table-folder.ts';
import { consolidate } from '../src-main/memory/consolidation/consolidate.ts';
import { extractByRules } from '../src-main/memory/consolidation/extract-by-rules.ts';
import { SameMeaning } from '../src-main/memory/consolidation/same-meaning.ts';
import { isSameValue, kinRelationOf, valueKey } from '../src-main/memory/consolidation/value-words.ts';
import { judge } from '../src-main/memory/write-gate/judge.ts';
import { relationOf } from '../src-main/memory/write-gate/relations.ts';
import { type SimulatedTurn, simulate } from '../src-main/memory/write-gate/simulation/simulate.ts';
import type { Bench, Row } from './bench.ts';
import { atLeast, atMost, p95 } from './statistics.ts';
import { isTranslation, translatedValues } from './translated-values.ts';

const zone = 'Europe/Paris';
const halves = ['kept-aside', 'dev'] as const;
const seed = 7;
/** A step that nobody notices. */
const longestStepMs = 10;

const bench: Bench = {
  name: 'consolidation',
  baseline: 'what the script that wrote the conversations knows to be true',
  run: async () => {
    const rows: Row[] = [...(await measureMeaning())];
    for (const half of halves) rows.push(...(await measure(half)));
    return rows;
  },
};
export default bench;

/** Of values in both languages, which are taken for the same, and which wrongly. */
async function measureMeaning(): Promise<readonly Row[]> {
  let [right, wrong, all, others] = [0, 0, 0, 0];
  for (const pairs of Object.values(translatedValues)) {
    const meaning = new SameMeaning(embedder);
    await meaning.readValues(pairs.flat());
    for (const [french] of pairs) {
      for (const [, english] of pairs) {
        const isSame = isSameValue(french, english) || meaning.isSame(french, english);
        const isPair = isTranslation(french, english);
        if (isPair) [all, right] = [all + 1, right + Number(isSame)];
        else [others, wrong] = [others + 1, wrong + Number(isSame)];
      }
    }
  }
  return [
    { what: 'values with their translations', value: all, unit: '' },
    { what: 'of these taken for the same', value: (100 * right) / all, unit: '%' },
    { what: 'other pairs of a kind', value: others, unit: '' },
    atMost({ what: 'of these taken for the same, wrongly', value: wrong, unit: '' }, 0),
  ];
}

interface Lived {
  readonly facts: readonly Fact[];
  /** By the id of its episode; of those that the gate kept. */
  readonly kept: ReadonlyMap<string, SimulatedTurn>;
  readonly turns: readonly SimulatedTurn[];
  readonly stepsMs: readonly number[];
  readonly nights: number;
}

async function measure(half: (typeof halves)[number]): Promise<readonly Row[]> {
  const lived = await live(half);
  const { facts, kept, turns, stepsMs, nights } = lived;
  const right = facts.filter(fact => isTrue(fact, kept)).length;
  const [found, told] = recalled(lived);
  const row = (what: string, value: number, unit = '') => ({ what: `${half}: ${what}`, value, unit });
  return [
    row('turns', turns.length),
    row('episodes kept', kept.size),
    row('facts in the store', facts.length),
    row('nights', nights),
    atLeast(row('precision of stored facts', (100 * right) / facts.length, '%'), 95),
    atLeast(row('recall of told facts', (100 * found) / told, '%'), 85),
    atMost(row('duplicates', duplicates(facts)), 0),
    atMost(row('relations of one value with two that hold', contradictions(facts)), 0),
    atMost(row('step of a night p95', p95(stepsMs), 'ms'), longestStepMs),
  ];
}

/** Says everything, day by day, and sleeps each night. */
async function live(half: (typeof halves)[number]): Promise<Lived> {
  const turns = simulate({ half, seed });
  const fixture = createStoreFixture();
  try {
    const { episodic, semantic } = fixture.open();
    const kept = new Map<string, SimulatedTurn>();
    const stepsMs: number[] = [];
    let nights = 0;
    for (const day of new Set(turns.map(turn => turn.day))) {
      const today = turns.filter(turn => turn.day === day);
      await episodic.addAll(heard(today, kept).map(episode => ({ episode, vectors })));
      const nowMs = (today[0]?.nowMs ?? 0) + 14 * 3_600_000;
      const clock = {
        nowMs: () => nowMs,
        monotonicMs: () => performance.now(),
        zone: () => zone,
        after: () => () => undefined,
      };
      const signal = new AbortController().signal;
      const extract = withContext(kept);
      while (
        await consolidate({
          episodes: episodic,
          embedder,
          facts: semantic,
          clock,
          extract,
          signal,
          idle: timed(stepsMs),
        })
      )
        nights += 1;
    }
    return { facts: await semantic.facts({ past: true, limit: 100_000 }), kept, turns, stepsMs, nights };
  } finally {
    fixture.remove();
  }
}

/** The built-in table, that "nuts" and "noix" are one. */
const embedder = createStaticTableEmbedder(embeddingTableFolder);
const vectors = { model: 'none', whole: new Float32Array(8), parts: [] };

/** What the gate keeps of a day; each turn is a conversation of its own, with the context that it names. */
function heard(turns: readonly SimulatedTurn[], kept: Map<string, SimulatedTurn>): readonly Episode[] {
  return turns.flatMap((turn, index): Episode[] => {
    const { text, lang: language, provenance = 'user', context, nowMs } = turn;
    const { store } = judge({
      text,
      language,
      provenance,
      nowMs,
      zone,
      ...(context !== undefined && { context }),
    });
    if (!store) return [];
    const id = newId();
    kept.set(id, turn);
    return [
      {
        id,
        place: { conversationId: `${turn.day}-${index}`, origin: 'typed' },
        provenance,
        speaker: 'user',
        atMs: nowMs + index * 60_000,
        text,
        language,
        affect: neutralAffect,
        salience: 0.5,
        entities: [],
      },
    ];
  });
}

function withContext(kept: ReadonlyMap<string, SimulatedTurn>) {
  const extract = extractByRules(zone);
  return (episode: Episode): ReturnType<typeof extract> => {
    const { context = [] } = kept.get(episode.id) ?? {};
    const before = [context].flat().map(text => ({ ...episode, text }));
    return extract(episode, before);
  };
}

/** The thread's own time between two breaths. */
function timed(stepsMs: number[]): () => Promise<void> {
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let lastMs = used();
  return async () => {
    stepsMs.push(used() - lastMs);
    await new Promise<void>(resolve => setImmediate(resolve));
    lastMs = used();
  };
}

/** "Ma sœur" and "sister" are one; a name may stand for what somebody is. */
const mayBeSame = (subject: string, other: string): boolean =>
  isSameValue(subject, other) || kinRelationOf(subject) !== undefined || kinRelationOf(other) !== undefined;

/** One of the turns that it was taken from tells it. */
const isTrue = (fact: Fact, kept: ReadonlyMap<string, SimulatedTurn>): boolean =>
  fact.sourceEpisodeIds.some(id => kept.get(id)?.facts.some(truth => says(fact, truth)));

const says = (fact: Fact, truth: SimulatedTurn['facts'][number]): boolean =>
  fact.relation === truth.relation &&
  (isSameValue(fact.value, truth.value) ||
    isTranslation(fact.value, truth.value) ||
    isTranslation(truth.value, fact.value)) &&
  mayBeSame(fact.subject, truth.subject);

/** Of all facts that were told, those that the store has with that turn among their sources; turns that the gate refused count. */
function recalled({ facts, kept, turns }: Lived): readonly [found: number, told: number] {
  const bySource = new Map<string, Fact[]>();
  for (const fact of facts)
    for (const id of fact.sourceEpisodeIds) bySource.set(id, [...(bySource.get(id) ?? []), fact]);
  const told = turns.reduce((sum, turn) => sum + turn.facts.length, 0);
  let found = 0;
  for (const [id, turn] of kept) {
    found += turn.facts.filter(truth => bySource.get(id)?.some(fact => says(fact, truth))).length;
  }
  return [found, told];
}

const holding = (facts: readonly Fact[]) => facts.filter(({ validTo }) => validTo === undefined);

function extra(groups: readonly string[]): number {
  return groups.length - new Set(groups).size;
}

const duplicates = (facts: readonly Fact[]): number =>
  extra(
    holding(facts).map(
      ({ subject, subjectId, relation, value }) => `${subjectId ?? subject}|${relation}|${valueKey(value)}`,
    ),
  );

const contradictions = (facts: readonly Fact[]): number =>
  extra(
    holding(facts)
      .filter(({ relation }) => relationOf(relation).values === 'one')
      .map(({ subject, subjectId, relation }) => `${subjectId ?? subject}|${relation}`),
  );
