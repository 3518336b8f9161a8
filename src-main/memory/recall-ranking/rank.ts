/** Turns features into scores, each with the parts that sum up to it. */
import type { ScoreParts } from '../../domain/memory.ts';
import { type Column, column } from './columns.ts';
import { companyBias, companyWeights } from './company-weights.ts';
import { type Features, featuresOf, type Part, type RankingInput } from './features.ts';
import { bias, weights } from './weights.ts';

export interface Ranked {
  /** Of the candidate. */
  readonly index: number;
  /** 0 to 1. */
  readonly score: number;
  readonly parts: ScoreParts;
}

/**
 * Set by hand: in dialogues the time that a question names is that of what happened, not that of the telling, so that fitted
 * weights would pass over "what did I say on Tuesday?".
 */
export const fixedWeights: Readonly<Record<string, number>> = { inTime: 1, consequence: 0 };
const answerWeights = { ...weights, ...fixedWeights };
/** What a memory means to the person moves its score by no more than this, either way: it breaks ties. */
const salienceReach = 0.15;
const partNames: readonly Part[] = ['words', 'meaning', 'time', 'association', 'affect'];

export interface RankingOptions {
  /** How many are wanted; absent: all. */
  readonly limit?: number;
  readonly withSalience?: boolean;
  /** Default true. Measures may leave out what the first look brings to mind. */
  readonly withAssociation?: boolean;
  /** For measuring: other weights than those that ship. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** Best first; ties: the newer first. */
export function rank(input: RankingInput, options: RankingOptions = {}): readonly Ranked[] {
  const used = options.weights ?? (input.seeksCompany ? companyWeights : answerWeights);
  const features = featuresOf(input, name => (used[name] ?? 0) !== 0);
  const sums = new Map<Part, Column>(
    partNames.map(part => [part, weighted(features[part], input.candidates.all.length, used)]),
  );
  if (options.withAssociation === false) sums.delete('association');
  if (options.withSalience === true) {
    const { all } = input.candidates;
    sums.set(
      'affect',
      column(all.length, index => salienceReach * (2 * (all[index]?.episode.salience ?? 0.5) - 1)),
    );
  }
  return scored(sums, input, options.limit);
}

function weighted(features: Features[Part], size: number, by: Readonly<Record<string, number>>): Column {
  const sum = new Float64Array(size);
  for (const [name, values] of Object.entries(features)) {
    const weight = by[name];
    if (weight === undefined || weight === 0) continue;
    for (let index = 0; index < size; index += 1)
      sum[index] = (sum[index] as number) + weight * (values[index] as number);
  }
  return sum;
}

function scored(
  sums: ReadonlyMap<Part, Column>,
  { candidates, seeksCompany }: RankingInput,
  limit = candidates.all.length,
): readonly Ranked[] {
  const size = candidates.all.length;
  const logits = column(size, index => {
    let sum = seeksCompany ? companyBias : bias;
    for (const values of sums.values()) sum += values[index] as number;
    return sum;
  });
  const least = new Map<Part, number>();
  for (const [part, values] of sums)
    least.set(
      part,
      values.reduce((x, y) => Math.min(x, y), 0),
    );
  const newer = (x: number, y: number) =>
    (candidates.all[y]?.episode.atMs ?? 0) - (candidates.all[x]?.episode.atMs ?? 0);
  return [...logits.keys()]
    .sort((x, y) => (logits[y] as number) - (logits[x] as number) || newer(x, y))
    .slice(0, limit)
    .map(index => {
      const score = 1 / (1 + Math.exp(-(logits[index] as number)));
      return { index, score, parts: shares(sums, least, index, score) };
    });
}

/** Each part's share: by how much it stands above the candidate that it speaks least for. */
function shares(
  sums: ReadonlyMap<Part, Column>,
  least: ReadonlyMap<Part, number>,
  index: number,
  score: number,
): ScoreParts {
  const above = partNames.map(part => (sums.get(part)?.[index] ?? 0) - (least.get(part) ?? 0));
  const whole = above.reduce((sum, value) => sum + value, 0);
  const share = (at: number) => (whole > 0 ? (score * (above[at] as number)) / whole : 0);
  return { words: share(0), meaning: share(1), time: share(2), association: share(3), affect: share(4) };
}
