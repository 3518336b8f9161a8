/** How the words of a question stand in an episode, in what was said around it, and in its conversation. */
import type { CandidateSet } from './candidates.ts';
import { type Column, column, toBest } from './columns.ts';
import type { ReadQuestion } from './read-question.ts';

/** How rare each word of the question is, 0 to 1, by its term. */
export type Rarities = ReadonlyMap<string, number>;

/** Okapi BM25's constants for short turns. */
const k1 = 0.8;
const b = 0.4;

export function wordFeatures(
  question: ReadQuestion,
  set: CandidateSet,
  rarities: Rarities,
): Record<string, Column> {
  const { all, at } = set;
  const size = all.length;
  const terms = question.words.map(({ term }) => term);
  const weights = terms.map(term => rarities.get(term) ?? 1);
  const counts = terms.map(term => column(size, index => all[index]?.read.counts.get(term) ?? 0));
  const lengths = column(size, index => all[index]?.read.content.length ?? 0);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);

  /** BM25 over an episode and those around it, taken as one text. */
  const bm25 = (offsets: readonly number[]): Column =>
    column(size, index => {
      const places = offsets.map(steps => at(index, steps)).filter(place => place >= 0);
      let length = 0;
      for (const place of places) length += lengths[place] as number;
      const saturation = k1 * (1 - b + (b * length) / (Math.max(1, meanLength) * offsets.length));
      let sum = 0;
      for (const [term, weight] of weights.entries()) {
        let count = 0;
        for (const place of places) count += counts[term]?.[place] as number;
        if (count > 0) sum += (weight * count * (k1 + 1)) / (count + saturation);
      }
      return sum;
    });
  /** The share of the question's weight that stands in any of these places. */
  const coverage = (
    places: (index: number) => readonly number[],
    only: readonly number[] = weights,
  ): Column => {
    const whole = only.reduce((sum, weight) => sum + weight, 0);
    if (whole === 0) return new Float64Array(size);
    return column(size, index => {
      const held = places(index);
      let sum = 0;
      for (const [term, weight] of only.entries()) {
        if (weight > 0 && held.some(place => (counts[term]?.[place] as number) > 0)) sum += weight;
      }
      return sum / whole;
    });
  };
  const around = (offsets: readonly number[]) => (index: number) =>
    offsets.map(steps => at(index, steps)).filter(place => place >= 0);
  const own = toBest(bm25([0]));
  const answered = (index: number): readonly number[] => {
    const before = at(index, -1);
    return before >= 0 && all[before]?.read.holds.question === 1 ? [index, before] : [index];
  };
  const restWeights = weights.map((weight, term) => (question.words[term]?.isFocus ? 0 : weight));
  return {
    bm25: own,
    bm25Around1: toBest(bm25([-1, 0, 1])),
    bm25Around2: toBest(bm25([-2, -1, 0, 1, 2])),
    coverage: coverage(index => [index]),
    coverageAround1: coverage(around([-1, 0, 1])),
    coverageRest: coverage(index => [index], restWeights),
    coverageRestAround2: coverage(around([-2, -1, 0, 1, 2]), restWeights),
    coverageAnswered: coverage(answered),
    coverageConversation: ofConversation(set, counts, weights),
    rarest: column(size, index => {
      let best = 0;
      for (const [term, weight] of weights.entries())
        if ((counts[term]?.[index] as number) > 0 && weight > best) best = weight;
      return best;
    }),
    pairs: column(size, index => {
      const said = all[index]?.read.terms ?? [];
      let found = 0;
      for (let word = 1; word < said.length && found < 3; word += 1)
        if (question.pairs.has(`${said[word - 1]} ${said[word]}`)) found += 1;
      return found / 3;
    }),
    names: column(size, index => shareOfNames(question, all[index]?.read.counts)),
    before1: neighbour(own, set, -1),
    before2: neighbour(own, set, -2),
    after1: neighbour(own, set, 1),
    after2: neighbour(own, set, 2),
    askedBefore: column(size, index => {
      const before = at(index, -1);
      return before >= 0 && all[before]?.read.holds.question === 1 ? (own[before] as number) : 0;
    }),
  };
}

export const neighbour = (values: Column, { at }: CandidateSet, steps: number): Column =>
  column(values.length, index => {
    const place = at(index, steps);
    return place >= 0 ? (values[place] as number) : 0;
  });

function shareOfNames({ names }: ReadQuestion, counts: ReadonlyMap<string, number> | undefined): number {
  if (names.length === 0 || counts === undefined) return 0;
  return names.filter(name => counts.has(name)).length / names.length;
}

function ofConversation(set: CandidateSet, counts: readonly Column[], weights: readonly number[]): Column {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const held = new Float64Array(set.conversationCount);
  for (const [term, weight] of weights.entries()) {
    const holding = new Set<number>();
    for (const [index, count] of (counts[term] as Column).entries())
      if (count > 0) holding.add(set.conversations[index] as number);
    for (const conversation of holding) held[conversation] = (held[conversation] as number) + weight;
  }
  return column(set.all.length, index =>
    whole > 0 ? (held[set.conversations[index] as number] as number) / whole : 0,
  );
}
