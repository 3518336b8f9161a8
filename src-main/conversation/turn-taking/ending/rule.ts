/** A rule of an ending: a pattern over a phrase's words, and how likely the speaker has finished where it fits. */
import type { Phrase } from './phrase.ts';

export interface Rule {
  readonly pattern: RegExp;
  /** Where this fits as well, the rule does not hold. */
  readonly unless?: RegExp;
  /** Probability that the speaker has finished. */
  readonly finished: number;
}

/** The phrase ends with one of these, given as alternatives of a pattern. */
export const ends = (alternatives: string): RegExp => new RegExp(` (?:${oneLine(alternatives)}) $`, 'u');
/** The phrase is one of these, no more. */
export const is = (alternatives: string): RegExp => new RegExp(`^ (?:${oneLine(alternatives)}) $`, 'u');
/** The phrase begins with one of these. */
export const begins = (alternatives: string): RegExp => new RegExp(`^ (?:${oneLine(alternatives)}) `, 'u');
/** One of these stands anywhere. */
export const has = (alternatives: string): RegExp => new RegExp(` (?:${oneLine(alternatives)}) `, 'u');

/** Long lists are written over several lines. */
export const oneLine = (list: string): string => list.trim().replace(/\s*\n\s*/g, '|');

/** By the first rule that fits; undefined where none does. */
export function byRules({ words }: Phrase, rules: readonly Rule[]): number | undefined {
  return rules.find(({ pattern, unless }) => pattern.test(words) && !unless?.test(words))?.finished;
}
