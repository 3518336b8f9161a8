/** Everything that is known of how a question and each candidate stand to each other, as columns of numbers. */
import type { ScoreParts } from '../../domain/memory.ts';
import { answerFeatures, speakerFeatures, timeFeatures } from './answer-features.ts';
import { associationFeatures, conceptFeatures, consequenceFeatures } from './association-features.ts';
import type { CandidateSet } from './candidates.ts';
import { type Column, column } from './columns.ts';
import { likeWordFeatures } from './meaning-features.ts';
import { fusedSentences, type MeaningSpace } from './meaning-spaces.ts';
import type { QuestionVectors, ReadQuestion } from './read-question.ts';
import { neighbour, type Rarities, wordFeatures } from './word-features.ts';
import type { Vocabulary } from './word-table.ts';

export interface RankingInput {
  readonly question: ReadQuestion;
  readonly vectors: QuestionVectors;
  readonly candidates: CandidateSet;
  readonly rarities: Rarities;
  /** The middle of all stored vectors. */
  readonly mean?: Float32Array;
  /** What further models make of the same, while a change of the model is worked off. */
  readonly otherSpaces?: readonly MeaningSpace[];
  /** The words of the candidates. */
  readonly vocabulary: Vocabulary;
  /** The words tell something or ask for advice: memories are to keep them company rather than to answer. */
  readonly seeksCompany: boolean;
}

export type Part = keyof ScoreParts;
export type Features = Readonly<Record<Part, Readonly<Record<string, Column>>>>;

/** `isUsed`: what weighs nothing need not be known; some is left out then. */
export function featuresOf(input: RankingInput, isUsed: (name: string) => boolean = () => true): Features {
  const { question, candidates, rarities } = input;
  const words = wordFeatures(question, candidates, rarities);
  const sentences = fusedSentences(input);
  const likeWords = likeWordFeatures(question, candidates, rarities, input.vocabulary);
  const speakers = speakerFeatures(question, candidates);
  const first = firstLook({ ...words, ...sentences, ...likeWords, ...speakers }, candidates.all.length);
  const sentence = sentences.sentence as Column;
  return {
    words: { ...words, ...answerFeatures(question, candidates) },
    meaning: { ...otherThan(sentences, 'sentence'), ...likeWords },
    time: timeFeatures(question, candidates),
    association: {
      ...speakers,
      ...((isUsed('conceptNamed') || isUsed('conceptHeld')) && conceptFeatures(question, candidates)),
      ...(isUsed('consequence') && consequenceFeatures(question, candidates)),
      ...associationFeatures(first, candidates),
      sentenceBefore: neighbour(sentence, candidates, -1),
    },
    affect: {},
  };
}

const otherThan = (columns: Record<string, Column>, name: string): Record<string, Column> =>
  Object.fromEntries(Object.entries(columns).filter(([each]) => each !== name));

/** A first look, by which neighbours and the like of the best are found; its weights were set by hand. */
function firstLook(columns: Readonly<Record<string, Column>>, size: number): Column {
  const of = (name: string, index: number) => columns[name]?.[index] ?? 0;
  return column(
    size,
    index =>
      of('bm25', index) +
      0.5 * of('bm25Around2', index) +
      0.2 * of('coverageConversation', index) +
      0.5 * of('sentenceToBest', index) +
      0.3 * of('aroundToBest', index) +
      0.4 * of('likeAround3ToBest', index) -
      0.3 * of('byOther', index),
  );
}
