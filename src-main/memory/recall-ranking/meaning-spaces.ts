/** Nearness of meaning where two models made the vectors: their cosines are brought to one scale before they are put together. */
import type { EpisodeVectors } from '../../ports/episodic-memory-store.ts';
import type { CandidateSet } from './candidates.ts';
import { type Column, column } from './columns.ts';
import { sentenceFeatures } from './meaning-features.ts';
import type { QuestionVectors } from './read-question.ts';

/** The question and the candidates as one model has them. */
export interface MeaningSpace {
  readonly vectors: QuestionVectors;
  readonly mean?: Float32Array;
  /** Of each candidate; undefined where this model made nothing. */
  readonly of: readonly (EpisodeVectors | undefined)[];
}

/** What one model makes of the question and the candidates, and other models beside it. */
export interface MeaningInput {
  readonly vectors: QuestionVectors;
  readonly mean?: Float32Array;
  readonly candidates: CandidateSet;
  readonly otherSpaces?: readonly MeaningSpace[];
}

type Sentences = Readonly<Record<string, Column>>;

interface Seen {
  readonly columns: Sentences;
  readonly has: (index: number) => boolean;
}

/** With fewer than these, nobody knows how a model's cosines are spread. */
const leastToMeasure = 5;

/** A candidate that several models know stands where they put it on average. */
export function fusedSentences({ vectors, mean, candidates, otherSpaces = [] }: MeaningInput): Sentences {
  const own = sentenceFeatures(vectors, candidates, mean);
  if (otherSpaces.length === 0) return own;
  const { all } = candidates;
  const seen: Seen[] = [
    { columns: own, has: index => all[index]?.vectors !== undefined },
    ...otherSpaces.map(space => {
      const theirs = all.map(({ episode, read }, index) => {
        const made = space.of[index];
        return { episode, read, ...(made && { vectors: made }) };
      });
      return {
        columns: sentenceFeatures(space.vectors, { ...candidates, all: theirs }, space.mean),
        has: (index: number) => space.of[index] !== undefined,
      };
    }),
  ];
  return Object.fromEntries(Object.keys(own).map(name => [name, fused(name, seen, all.length)]));
}

/** On the scale of the model that knows most of them. */
function fused(name: string, seen: readonly Seen[], size: number): Column {
  const spreads = seen.map(({ columns, has }) => {
    const values = columns[name] as Column;
    return { values, has, ...spreadOf([...values].filter((_, index) => has(index))) };
  });
  const scale = spreads.reduce((most, one) => (one.count > most.count ? one : most));
  return column(size, index => {
    let sum = 0;
    let count = 0;
    for (const { values, has, ...own } of spreads) {
      if (!has(index)) continue;
      const value = values[index] as number;
      const isMeasured = own.count >= leastToMeasure;
      sum += isMeasured ? scale.middle + ((value - own.middle) * scale.width) / own.width : value;
      count += 1;
    }
    return count === 0 ? 0 : sum / count;
  });
}

function spreadOf(values: readonly number[]): { count: number; middle: number; width: number } {
  const count = values.length;
  const middle = values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return { count, middle, width: Math.max(1e-6, Math.sqrt(squares / Math.max(1, count))) };
}
