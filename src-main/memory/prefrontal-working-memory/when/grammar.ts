/** What a language's grammar of past times is made of; the reader puts it together. */
import type { Now, Period } from './period.ts';

/** Words that are used up without naming a time gone by: a habit ("every Monday"), a length, an idiom. */
export const notPast = 'not-past';
/** A time to come: what is said beside it without a date of its own is to come too. */
export const toCome = 'to-come';
export type NoTime = typeof notPast | typeof toCome;

export interface Atom {
  /** Over words with one space between them; figures for numbers, `#3` for "third". Ends at a word's end. */
  readonly source: string;
  /** Only behind words that make it a time ("since", "between"): bare "may" is a verb. */
  readonly inside?: true;
  /** Groups that did not take part are empty. */
  read(groups: readonly string[], now: Now): Period | NoTime | undefined;
}

/** Words before a time that change it: "since", "early", "the first week of". */
export interface Shift {
  readonly source: string;
  change(of: Period, groups: readonly string[], now: Now): Period | undefined;
}

export interface Grammar {
  readonly atoms: readonly Atom[];
  readonly shifts: readonly Shift[];
  /** "Between … and …": how it opens, and what stands in the middle. */
  readonly ranges: readonly { readonly open: string; readonly middle: string }[];
  /** Between two of a kind that are meant together: "on Monday or Tuesday". */
  readonly and: string;
  /** Small words that may stand between two parts of one expression. */
  readonly joint: string;
}
