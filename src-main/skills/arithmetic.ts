/** Reads and computes sums in figures or words: precedence, parentheses, powers, roots, fractions and percentages. */
import type { Language } from '../domain/language.ts';
import { SumParser } from './sum-parser.ts';
import { writeSigns } from './sum-words.ts';

export interface Sum {
  /** Rounded to 12 significant digits; absent where there is no number (see `problem`). */
  readonly value?: number;
  readonly problem?: 'division-by-zero' | 'not-a-number' | 'too-large';
  readonly usesPercent: boolean;
  /** In figures, e.g. `12 × 7`. */
  readonly expression: string;
  /** How many operations it holds; 0 for a lone number. */
  readonly operations: number;
  /** `sur`, `over`: a division only where a sum is asked for ("20 sur 20" is a mark). */
  readonly loose: boolean;
}

/** Reads the whole of `text` (normalised words) as a sum; undefined when it is something else. */
export function readSum(text: string, language: Language): Sum | undefined {
  if (text.length > 200) return undefined;
  const words = writeSigns(text, language)
    .split(' ')
    .filter(word => word !== '');
  if (words.length === 0 || !words.every(word => known.test(word))) return undefined;
  const parser = new SumParser(words);
  const value = parser.parse();
  if (value === undefined) return undefined;
  const rest = {
    usesPercent: words.includes('%'),
    expression: show(words),
    operations: parser.operations,
    loose: words.includes('over'),
  };
  if (parser.dividedByZero) return { ...rest, problem: 'division-by-zero' };
  if (Number.isNaN(value)) return { ...rest, problem: 'not-a-number' };
  if (!Number.isFinite(value)) return { ...rest, problem: 'too-large' };
  return { ...rest, value: roundResult(value) };
}

/** To 12 significant digits, so that 0.1 + 0.2 is 0.3. */
export const roundResult = (value: number): number => Number(value.toPrecision(12)) + 0;

const known =
  /^(?:\d+(?:\.\d+)?|[-+*/^()%!]|sq|cube|sqrt|cbrt|fact|sqof|cubeof|mod|over|sum|product|difference|quotient|mean|and|of)$/;
const shown: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  over: '÷',
  sq: '²',
  cube: '³',
  sqrt: '√',
  cbrt: '∛',
  '-': '−',
  sqof: '',
  cubeof: '',
  of: '×',
  fact: '!',
  sum: 'Σ',
  product: 'Π',
  difference: 'Δ',
  quotient: '÷',
  mean: 'x̄',
  and: ';',
  mod: 'mod',
};
const show = (words: readonly string[]): string =>
  words
    .map(word => shown[word] ?? word)
    .join(' ')
    .replace(/ ([²³!%)])/g, '$1')
    .replace(/([√∛(]) /g, '$1');
