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
  const { turn, named, fromMean, sentence, focusSentence } = cosinesOf(vectors, set, mean);
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
  return {
    turn,
    sentence,
    namedToBest: toBest(named),
    sentenceToBest: toBest(sentence),
    aroundToBest: toBest(around),
    fromMeanToBest: toBest(fromMean),
    focusSentence,
  };
}

/**
 * What all memories have in common says nothing about any of them: `fromMean` has the cosines of what is left without it.
 * `sentence` and `focusSentence` have those of the nearest sentence.
 */
function cosinesOf({ whole, content, focus }: QuestionVectors, { all }: CandidateSet, mean?: Float32Array) {
  const size = all.length;
  const [turn, named, fromMean] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const [sentence, focusSentence] = [new Float64Array(size), new Float64Array(size)];
  const middle = mean ?? new Float32Array(content.length);
  const rest = normalise(Float64Array.from(content, (value, at) => value - (middle[at] as number)));
  const shift = dot(rest, middle);
  const square = dot(middle, middle);
  const asked = { content, whole, focus, rest, middle };
  const made = new Float64Array(6);
  for (let index = 0; index < size; index += 1) {
    const own = all[index]?.vectors;
    if (own === undefined) continue;
    products(asked, own.whole, made);
    const [ofContent = 0, ofWhole = 0, ofFocus = 0, ofRest = 0, ofMiddle = 0, ofItself = 0] = made;
    turn[index] = ofContent;
    named[index] = ofWhole;
    fromMean[index] = (ofRest - shift) / Math.sqrt(Math.max(1e-9, ofItself - 2 * ofMiddle + square));
    let nearest = own.parts.length > 0 ? -1 : ofContent;
    let nearestFocus = own.parts.length > 0 ? -1 : ofFocus;
    for (const part of own.parts) {
      nearest = Math.max(nearest, dot(content, part));
      nearestFocus = Math.max(nearestFocus, dot(focus, part));
    }
    sentence[index] = Math.max(0, nearest);
    focusSentence[index] = Math.max(0, nearestFocus);
  }
  return { turn, named, fromMean, sentence, focusSentence };
}

interface AskedVectors extends QuestionVectors {
  readonly rest: Float64Array;
  readonly middle: Float32Array;
}

/** All in one pass: sums that do not wait for each other take little longer than one. */
function products(
  { content, whole, focus, rest, middle }: AskedVectors,
  own: Float32Array,
  made: Float64Array,
): void {
  const length = Math.min(own.length, content.length);
  let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < length; at += 1) {
    const value = own[at] as number;
    a += (content[at] as number) * value;
    b += (whole[at] as number) * value;
    c += (focus[at] as number) * value;
    d += (rest[at] as number) * value;
    e += value * (middle[at] as number);
    f += value * value;
  }
  made[0] = a;
  made[1] = b;
  made[2] = c;
  made[3] = d;
  made[4] = e;
  made[5] = f;
}

/** What is left of a vector without what all memories have in common, of length 1. */
export function meanless(vector: Float32Array, mean: Float32Array): Float32Array {
  return Float32Array.from(normalise(Float64Array.from(vector, (value, at) => value - (mean[at] as number))));
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
function likestWords(
  { term, word, synonyms }: QuestionWord,
  set: CandidateSet,
  vocabulary: Vocabulary,
): Column {
  const likest = vocabulary.likestTo(word);
  const counts = set.countsOf(term);
  const isMember = membersIn(vocabulary, membersOf(term, synonyms));
  for (let index = 0; index < counts.length; index += 1) {
    if ((counts[index] as number) > 0) likest[index] = 1;
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
