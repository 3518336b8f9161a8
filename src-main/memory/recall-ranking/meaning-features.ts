/** How near an episode's meaning is to the question's: whole, sentence by sentence, around it, and word by word. */

import { indexTerm } from '../../domain/index-terms.ts';
import type { CandidateSet } from './candidates.ts';
import { type Column, column, dot, normalise, toBest } from './columns.ts';
import { membersOf } from './concepts.ts';
import type { QuestionVectors, ReadQuestion } from './read-question.ts';
import type { Rarities } from './word-features.ts';

/** The vector of a single word; undefined where none was made. */
export type WordVectors = (word: string) => Float32Array | undefined;

/** Words that are farther apart than this have nothing to do with each other. */
const leastLikeness = 0.3;
/** Of the name of a kind of things and what belongs to it. */
const memberLikeness = 0.75;

export function sentenceFeatures(
  vectors: QuestionVectors,
  set: CandidateSet,
  mean: Float32Array | undefined,
): Record<string, Column> {
  const { all, at } = set;
  const size = all.length;
  const whole = (index: number) => all[index]?.vectors?.whole;
  const near = (vector: Float32Array, other: Float32Array | undefined) => (other ? dot(vector, other) : 0);
  const best = (vector: Float32Array) =>
    column(size, index => {
      const own = all[index]?.vectors;
      if (own === undefined) return 0;
      let greatest = own.parts.length > 0 ? -1 : dot(vector, own.whole);
      for (const part of own.parts) greatest = Math.max(greatest, dot(vector, part));
      return Math.max(0, greatest);
    });
  const turn = column(size, index => near(vectors.content, whole(index)));
  const named = column(size, index => near(vectors.whole, whole(index)));
  const sentence = best(vectors.content);
  const around = column(size, index => {
    const sum = new Float64Array(vectors.content.length);
    for (const place of [at(index, -1), index, at(index, 1)]) add(sum, place >= 0 ? whole(place) : undefined);
    return dot(vectors.content, normalise(sum));
  });
  const centred = meanless(vectors.content, mean);
  const fromMean = column(size, index => {
    const own = whole(index);
    return own ? dot(centred, meanless(own, mean)) : 0;
  });
  return {
    turn,
    sentence,
    around,
    turnToBest: toBest(turn),
    namedToBest: toBest(named),
    sentenceToBest: toBest(sentence),
    aroundToBest: toBest(around),
    fromMeanToBest: toBest(fromMean),
    focusSentence: best(vectors.focus),
  };
}

function add(sum: Float64Array, vector: Float32Array | undefined): void {
  if (vector === undefined) return;
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] as number) + (vector[at] as number);
}

/** What all memories have in common says nothing about any of them. */
export function meanless(vector: Float32Array, mean: Float32Array | undefined): Float64Array {
  const own = Float64Array.from(vector);
  if (mean) for (let at = 0; at < own.length; at += 1) own[at] = (own[at] as number) - (mean[at] as number);
  return normalise(own);
}

/** Each word of the question beside the likest word of an episode: a bridge over other words for the same thing. */
export function likeWordFeatures(
  question: ReadQuestion,
  set: CandidateSet,
  rarities: Rarities,
  vectorOf: WordVectors,
): Record<string, Column> {
  const { all, at } = set;
  const size = all.length;
  const weights = question.words.map(({ term }) => 0.3 + 0.7 * (rarities.get(term) ?? 1));
  const whole = Math.max(
    1e-9,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  const likeness = question.words.map(({ word, term }) => likestWords(word, term, set, vectorOf));
  const best = (fades: ReadonlyMap<number, number>, shape: (likeness: number) => number): Column =>
    column(size, index => {
      let sum = 0;
      for (const [word, weight] of weights.entries()) {
        let greatest = 0;
        for (const [steps, fade] of fades) {
          const place = at(index, steps);
          if (place >= 0) greatest = Math.max(greatest, shape(likeness[word]?.[place] as number) * fade);
        }
        sum += weight * greatest;
      }
      return sum / whole;
    });
  const square = (value: number) => value * value;
  const own = best(new Map([[0, 1]]), square);
  const around1 = best(fading([0.8]), square);
  const around3 = best(fading([0.8, 0.6, 0.45]), square);
  return {
    like: own,
    likeLinear: best(new Map([[0, 1]]), value => value),
    likeSteep: best(new Map([[0, 1]]), value => value * value * value),
    likeAround3: around3,
    likeAround5: best(fading([0.85, 0.75, 0.65, 0.55, 0.45]), square),
    likeBefore: best(
      new Map([
        [0, 1],
        [-1, 1],
        [-2, 1],
      ]),
      square,
    ),
    likeToBest: toBest(own),
    likeAround1ToBest: toBest(around1),
    likeAround3ToBest: toBest(around3),
    likeConversation: greatestOfConversation(set, likeness, weights, whole),
  };
}

function fading(fades: readonly number[]): ReadonlyMap<number, number> {
  const made = new Map([[0, 1]]);
  for (const [index, fade] of fades.entries()) {
    made.set(index + 1, fade);
    made.set(-index - 1, fade);
  }
  return made;
}

function likestWords(word: string, term: string, { all }: CandidateSet, vectorOf: WordVectors): Column {
  const vector = vectorOf(word);
  const members = membersOf(term);
  const known = new Map<string, number>();
  const likenessOf = (other: string): number => {
    const before = known.get(other);
    if (before !== undefined) return before;
    const its = vector && vectorOf(other);
    const cosine = its ? dot(vector, its) : 0;
    const near = cosine > leastLikeness ? cosine : 0;
    const likeness = members.has(indexTerm(other)) ? Math.max(near, memberLikeness) : near;
    known.set(other, likeness);
    return likeness;
  };
  return column(all.length, index => {
    const { counts, content } = (all[index] as (typeof all)[number]).read;
    if (counts.has(term)) return 1;
    let greatest = 0;
    for (const other of content) {
      const likeness = likenessOf(other);
      if (likeness > greatest) greatest = likeness;
    }
    return greatest;
  });
}

function greatestOfConversation(
  { all, conversations, conversationCount }: CandidateSet,
  likeness: readonly Column[],
  weights: readonly number[],
  whole: number,
): Column {
  const sums = new Float64Array(conversationCount);
  for (const [word, weight] of weights.entries()) {
    const greatest = new Float64Array(conversationCount);
    for (const [index, value] of (likeness[word] as Column).entries()) {
      const conversation = conversations[index] as number;
      if (value * value > (greatest[conversation] as number)) greatest[conversation] = value * value;
    }
    for (let each = 0; each < conversationCount; each += 1)
      sums[each] = (sums[each] as number) + weight * (greatest[each] as number);
  }
  return column(all.length, index => (sums[conversations[index] as number] as number) / whole);
}
