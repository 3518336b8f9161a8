/** How the words of a question stand in an episode, in what was said around it, and in its conversation. */
import type { CandidateSet } from './candidates.ts';
import { type Column, column, toBest } from './columns.ts';
import type { ReadQuestion } from './read-question.ts';

/** How rare each word of the question is, 0 to 1, by its term. */
export type Rarities = ReadonlyMap<string, number>;

/** Okapi BM25's constants for short turns. */
const k1 = 0.8;
const b = 0.4;

/** Each word of the question: what it weighs, and how often each candidate says it. */
interface Counted {
  readonly weight: number;
  readonly counts: Column;
}

export function wordFeatures(
  question: ReadQuestion,
  set: CandidateSet,
  rarities: Rarities,
): Record<string, Column> {
  const { all } = set;
  const words = question.words.map(({ term }) => ({
    weight: rarities.get(term) ?? 1,
    counts: set.countsOf(term),
  }));
  const own = toBest(bm25(words, set, 0));
  const isAnswer = (index: number): boolean => {
    const before = set.at(index, -1);
    return before >= 0 && all[before]?.read.holds.question === 1;
  };
  return {
    bm25: own,
    bm25Around2: toBest(bm25(words, set, 2)),
    coverage: coverage(words, set, () => false, 0),
    coverageAround1: coverage(words, set, () => true, 1),
    coverageAnswered: coverage(words, set, isAnswer, 0),
    coverageConversation: conversationCoverage(words, set),
    pairs: pairsIn(question, set),
    names: shareOfNames(question, set),
    askedBefore: column(all.length, index => (isAnswer(index) ? (own[set.at(index, -1)] as number) : 0)),
  };
}

/** BM25 over an episode and those up to `reach` around it, taken as one text. */
function bm25(words: readonly Counted[], { all, at }: CandidateSet, reach: number): Column {
  const size = all.length;
  const lengths = column(size, index => all[index]?.read.content.length ?? 0);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size);
  const together = (values: Column): Column =>
    reach === 0
      ? values
      : column(size, index => {
          let sum = 0;
          for (let steps = -reach; steps <= reach; steps += 1) {
            const place = at(index, steps);
            if (place >= 0) sum += values[place] as number;
          }
          return sum;
        });
  const usual = Math.max(1, meanLength) * (2 * reach + 1);
  const saturations = together(lengths).map(length => k1 * (1 - b + (b * length) / usual));
  const scores = new Float64Array(size);
  for (const { weight, counts } of words) {
    const summed = together(counts);
    for (let index = 0; index < size; index += 1) {
      const count = summed[index] as number;
      if (count === 0) continue;
      const score = (weight * count * (k1 + 1)) / (count + (saturations[index] as number));
      scores[index] = (scores[index] as number) + score;
    }
  }
  return scores;
}

/** The share of the question's weight that an episode holds, together with those before (and up to `after` behind) it. */
function coverage(
  words: readonly Counted[],
  { all, at }: CandidateSet,
  withBefore: (index: number) => boolean,
  after: 0 | 1,
): Column {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return new Float64Array(all.length);
  const holds = (counts: Column, place: number): boolean => place >= 0 && (counts[place] as number) > 0;
  return column(all.length, index => {
    const before = withBefore(index) ? at(index, -1) : -1;
    const behind = after === 1 ? at(index, 1) : -1;
    let sum = 0;
    for (const { weight, counts } of words)
      if (holds(counts, index) || holds(counts, before) || holds(counts, behind)) sum += weight;
    return sum / whole;
  });
}

function conversationCoverage(words: readonly Counted[], set: CandidateSet): Column {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  const held = new Float64Array(set.conversationCount);
  for (const { weight, counts } of words) {
    const holding = new Set<number>();
    for (const [index, count] of counts.entries())
      if (count > 0) holding.add(set.conversations[index] as number);
    for (const conversation of holding) held[conversation] = (held[conversation] as number) + weight;
  }
  return column(set.all.length, index =>
    whole > 0 ? (held[set.conversations[index] as number] as number) / whole : 0,
  );
}

function pairsIn({ pairs }: ReadQuestion, { all, numbers }: CandidateSet): Column {
  const seconds = new Map<number, number[]>();
  for (const pair of pairs) {
    const [one = -1, two = -1] = pair.split(' ').map(term => numbers.known(term));
    if (one < 0 || two < 0) continue;
    const known = seconds.get(one);
    if (known) known.push(two);
    else seconds.set(one, [two]);
  }
  if (seconds.size === 0) return new Float64Array(all.length);
  return column(all.length, index => {
    const terms = all[index]?.read.terms ?? [];
    let found = 0;
    for (let word = 1; word < terms.length && found < 3; word += 1)
      if (seconds.get(terms[word - 1] as number)?.includes(terms[word] as number)) found += 1;
    return found / 3;
  });
}

function shareOfNames({ names }: ReadQuestion, { all, countsOf }: CandidateSet): Column {
  const held = new Float64Array(all.length);
  for (const name of names)
    for (const [index, count] of countsOf(name).entries())
      if (count > 0) held[index] = (held[index] as number) + 1;
  return names.length === 0 ? held : held.map(count => count / names.length);
}

export const neighbour = (values: Column, { at }: CandidateSet, steps: number): Column =>
  column(values.length, index => {
    const place = at(index, steps);
    return place >= 0 ? (values[place] as number) : 0;
  });
