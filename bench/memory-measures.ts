/** Evidence recall: what share of the turns that hold an answer is among the first that recall brings. */
import { quantile } from './statistics.ts';

export interface Asked {
  readonly category: number;
  readonly evidence: readonly number[];
  /** Places of turns, best first. */
  readonly ranked: readonly number[];
  readonly ms: number;
}

export interface RecallMeasures {
  readonly questions: number;
  readonly at5: number;
  readonly at10: number;
  readonly all10: number;
  readonly multiHopAll10: number;
  readonly byCategory: ReadonlyMap<number, number>;
  readonly in1000Tokens: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const multiHop = 1;
const budgetTokens = 1000;

export const recallAt = ({ evidence, ranked }: Asked, count: number): number => {
  const first = new Set(ranked.slice(0, count));
  return evidence.filter(place => first.has(place)).length / evidence.length;
};

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const percent = (asked: readonly Asked[], of: (one: Asked) => number): number => 100 * mean(asked.map(of));

/** About four letters a token, as most tokenizers make of English. */
export const tokensOf = (text: string): number => Math.ceil(text.length / 4);

/** `lengths`: tokens of each turn, in the order of their places. */
export function recallInTokens({ evidence, ranked }: Asked, lengths: readonly number[]): number {
  const packed = new Set<number>();
  let used = 0;
  for (const place of ranked) {
    used += lengths[place] ?? 0;
    if (used > budgetTokens) break;
    packed.add(place);
  }
  return evidence.filter(place => packed.has(place)).length / evidence.length;
}

export function measure(asked: readonly (Asked & { readonly inTokens: number })[]): RecallMeasures {
  const categories = [...new Set(asked.map(({ category }) => category))].sort((x, y) => x - y);
  const all = (one: Asked) => (recallAt(one, 10) === 1 ? 1 : 0);
  const hops = asked.filter(({ category }) => category === multiHop);
  const times = asked.map(({ ms }) => ms);
  return {
    questions: asked.length,
    at5: percent(asked, one => recallAt(one, 5)),
    at10: percent(asked, one => recallAt(one, 10)),
    all10: percent(asked, all),
    multiHopAll10: percent(hops, all),
    byCategory: new Map(
      categories.map(category => [
        category,
        percent(
          asked.filter(one => one.category === category),
          one => recallAt(one, 10),
        ),
      ]),
    ),
    in1000Tokens: 100 * mean(asked.map(({ inTokens }) => inTokens)),
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  };
}
