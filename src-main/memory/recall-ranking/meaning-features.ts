/** How near an episode's meaning is to the question's: whole, sentence by sentence, around it, and word by word. */
import type { CandidateSet } from './candidates.ts';
import { type Column, column, dot, normalise, toBest } from './columns.ts';
import { membersOf } from './concepts.ts';
import type { QuestionVectors, QuestionWord, ReadQuestion } from './read-question.ts';
import type { Rarities } from './word-features.ts';
import type { Vocabulary } from './word-table.ts';

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
    let sum = turn[index] as number;
    let count = 1;
    for (const place of [at(index, -1), at(index, 1)]) {
      if (place < 0) continue;
      sum += turn[place] as number;
      count += 1;
    }
    return sum / count;
  });
  const fromMean = centred(vectors.content, whole, size, mean);
  return {
    turn,
    sentence,
    namedToBest: toBest(named),
    sentenceToBest: toBest(sentence),
    aroundToBest: toBest(around),
    fromMeanToBest: toBest(fromMean),
    focusSentence: best(vectors.focus),
  };
}

/** What is left of a vector without what all memories have in common, of length 1. */
export function meanless(vector: Float32Array, mean: Float32Array): Float32Array {
  return Float32Array.from(normalise(Float64Array.from(vector, (value, at) => value - (mean[at] as number))));
}

/** What all memories have in common says nothing about any of them: cosines of what is left without it. */
function centred(
  vector: Float32Array,
  whole: (index: number) => Float32Array | undefined,
  size: number,
  mean: Float32Array | undefined,
): Column {
  const middle = mean ?? new Float32Array(vector.length);
  const question = normalise(Float64Array.from(vector, (value, at) => value - (middle[at] as number)));
  const shift = dot(question, middle);
  const square = dot(middle, middle);
  return column(size, index => {
    const own = whole(index);
    if (own === undefined) return 0;
    const length = Math.sqrt(Math.max(1e-9, dot(own, own) - 2 * dot(own, middle) + square));
    return (dot(question, own) - shift) / length;
  });
}

/** Each word of the question beside the likest word of an episode: a bridge over other words for the same thing. */
export function likeWordFeatures(
  question: ReadQuestion,
  set: CandidateSet,
  rarities: Rarities,
  vocabulary: Vocabulary,
): Record<string, Column> {
  const words = question.words.map(word => ({
    weight: 0.3 + 0.7 * (rarities.get(word.term) ?? 1),
    likeness: likestWords(word, set, vocabulary),
  }));
  const squares = words.map(({ weight, likeness }) => ({
    weight,
    likeness: likeness.map(value => value * value),
  }));
  return {
    like: together(squares, set, []),
    likeLinear: together(words, set, []),
    likeAround5: together(squares, set, [0.85, 0.75, 0.65, 0.55, 0.45]),
    likeAround3ToBest: toBest(together(squares, set, [0.8, 0.6, 0.45])),
    likeConversation: greatestOfConversation(squares, set),
  };
}

interface LikeWord {
  readonly weight: number;
  /** Of each candidate's likest word. */
  readonly likeness: Column;
}

const wholeWeight = (words: readonly LikeWord[]): number =>
  Math.max(
    1e-9,
    words.reduce((sum, { weight }) => sum + weight, 0),
  );

/** `fades`: what likeness counts that stands one step away, two steps, and so on. */
function together(words: readonly LikeWord[], { all, at }: CandidateSet, fades: readonly number[]): Column {
  const whole = wholeWeight(words);
  const sums = new Float64Array(all.length);
  for (const { weight, likeness } of words) {
    for (let index = 0; index < all.length; index += 1) {
      let greatest = likeness[index] as number;
      for (let steps = 1; steps <= fades.length; steps += 1) {
        const fade = fades[steps - 1] as number;
        const before = at(index, -steps);
        const after = at(index, steps);
        if (before >= 0) greatest = Math.max(greatest, fade * (likeness[before] as number));
        if (after >= 0) greatest = Math.max(greatest, fade * (likeness[after] as number));
      }
      sums[index] = (sums[index] as number) + weight * greatest;
    }
  }
  return sums.map(sum => sum / whole);
}

/** How like the likest word of each candidate is to a word of the question. */
function likestWords({ term, word }: QuestionWord, { all }: CandidateSet, vocabulary: Vocabulary): Column {
  const likest = vocabulary.likestTo(word);
  const isMember = membersIn(vocabulary, membersOf(term));
  for (let index = 0; index < all.length; index += 1) {
    if (all[index]?.read.counts.has(term)) likest[index] = 1;
    else if (isMember && (likest[index] as number) < memberLikeness) {
      const words = vocabulary.of[index] as Uint16Array;
      if (words.some(number => isMember[number] === 1)) likest[index] = memberLikeness;
    }
  }
  return likest;
}

function membersIn(vocabulary: Vocabulary, members: ReadonlySet<string>): Uint8Array | undefined {
  if (members.size === 0) return undefined;
  const isMember = new Uint8Array(vocabulary.size);
  for (let number = 0; number < isMember.length; number += 1)
    if (members.has(vocabulary.termOf(number))) isMember[number] = 1;
  return isMember;
}

function greatestOfConversation(
  words: readonly LikeWord[],
  { all, conversations, conversationCount }: CandidateSet,
): Column {
  const sums = new Float64Array(conversationCount);
  for (const { weight, likeness } of words) {
    const greatest = new Float64Array(conversationCount);
    for (let index = 0; index < all.length; index += 1) {
      const conversation = conversations[index] as number;
      greatest[conversation] = Math.max(greatest[conversation] as number, likeness[index] as number);
    }
    for (let each = 0; each < conversationCount; each += 1)
      sums[each] = (sums[each] as number) + weight * (greatest[each] as number);
  }
  const whole = wholeWeight(words);
  return column(all.length, index => (sums[conversations[index] as number] as number) / whole);
}
