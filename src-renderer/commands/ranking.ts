/** How well a line answers what was typed: accents and case are nothing, slips and gaps are forgiven, titles count most. */
import { fold } from '../../src-main/domain/fold.ts';

export interface Line {
  readonly title: string;
  /** Other words for it, in any language. */
  readonly also?: readonly string[];
}

/** Shorter words with one letter wrong are other words. */
const shortestSlip = 5;

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** 0: not meant. Higher is better; 1 is the whole title. */
export function rank(query: string, { title, also = [] }: Line): number {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return fold(query).trim() === '' ? 1 : 0;
  const folded = fold(title);
  const asTyped = wanted.join(' ');
  if (wordsOf(title).join(' ') === asTyped) return 1;
  const own = wordsOf(title);
  const others = also.flatMap(wordsOf);
  const scores = wanted.map(word => scoreWord(word, own, others));
  const worst = Math.min(...scores);
  if (worst > 0) {
    const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
    return 0.9 * mean + (folded.startsWith(asTyped) ? 0.08 : 0) + 0.01 / (1 + own.length);
  }
  // Initials and letters in their order: "nvc" for "Nouvelle conversation".
  return wanted.length === 1 ? 0.3 * initials(wanted[0] ?? '', own) : 0;
}

function scoreWord(word: string, own: readonly string[], others: readonly string[]): number {
  if (own.includes(word)) return 1;
  if (own.some(one => one.startsWith(word))) return 0.9;
  if (others.includes(word)) return 0.75;
  if (others.some(one => one.startsWith(word))) return 0.65;
  if (word.length > 2 && own.some(one => one.includes(word))) return 0.5;
  if (word.length >= shortestSlip) {
    if (own.some(one => isSlip(word, one))) return 0.45;
    if (others.some(one => isSlip(word, one))) return 0.35;
  }
  return 0;
}

/** The word, or its beginning, with one letter too many, too few, wrong or swapped. */
function isSlip(typed: string, word: string): boolean {
  return [typed.length - 1, typed.length, typed.length + 1].some(
    length => length <= word.length && isOneApart(typed, word.slice(0, length)),
  );
}

function isOneApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restOf = (text: string, from: number): string => text.slice(start + from);
  if (a.length === b.length) {
    const isSwap = a[start] === b[start + 1] && a[start + 1] === b[start] && restOf(a, 2) === restOf(b, 2);
    return isSwap || restOf(a, 1) === restOf(b, 1);
  }
  return a.length > b.length ? restOf(a, 1) === restOf(b, 0) : restOf(a, 0) === restOf(b, 1);
}

/** Each letter begins a word or goes on in it, in their order: 1 when all do, else 0. */
function initials(letters: string, words: readonly string[]): number {
  if (letters.length < 2) return 0;
  let left = letters;
  for (const word of words) {
    let taken = 0;
    while (left !== '' && word[taken] === left[0]) {
      taken += 1;
      left = left.slice(1);
    }
  }
  return left === '' ? 1 : 0;
}
