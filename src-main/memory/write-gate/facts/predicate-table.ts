/** Reads the tables of predicates once, on first use, and finds the first line that fits a place in a sentence. */
import type { Language } from '../../../domain/language.ts';
import type { Shape } from '../capture.ts';
import { englishPredicates } from './predicates-english.ts';
import { frenchPredicates } from './predicates-french.ts';
import { withLists } from './word-lists.ts';

export type PredicateShape =
  | Shape
  | 'match'
  | 'head'
  | 'age'
  | 'date'
  | 'zero'
  | 'number'
  | 'located'
  | 'pet'
  | 'kin';
export type Flag =
  | 'past'
  | 'begins'
  | 'ends'
  | 'since'
  | 'plan'
  | 'dated'
  | 'hedge'
  | 'wish'
  | 'denied'
  | 'opinion';

export interface Predicate {
  readonly heads: readonly string[];
  readonly follow: RegExp;
  readonly relation: string;
  readonly shape: PredicateShape;
  readonly flags: ReadonlySet<Flag>;
  /** When denied: this relation instead; empty: nothing at all. Absent: the relation does not hold. */
  readonly whenDenied?: string;
}

/** "(?!it|me)" means the words, not what begins like them ("italian", "meat"). */
const wholeWords = (pattern: string): string =>
  pattern.replace(/\(\?!([^()]*)\)/g, (_, words: string) => {
    const each = words.split('|').map(word => (/[a-z']$/.test(word) ? `${word}(?= |$)` : word));
    return `(?!${each.join('|')})`;
  });

function readLine(line: string): Predicate {
  const [heads = '', follow = '', relation = '', shape = 'np', flags = ''] = line
    .split('::')
    .map(part => part.trim());
  const no = /(?:^| )no=(\S*)/.exec(flags);
  return {
    heads: heads.split('|'),
    // The follow-up ends where a word ends.
    follow: new RegExp(`(?:${withLists(wholeWords(follow))})(?: |(?<= ))`, 'dy'),
    relation,
    shape: shape as PredicateShape,
    flags: new Set(
      flags
        .replace(/no=\S*/, '')
        .trim()
        .split(' ')
        .filter(flag => flag !== '') as Flag[],
    ),
    ...(no && { whenDenied: no[1] ?? '' }),
  };
}

type Index = ReadonlyMap<string, readonly Predicate[]>;
const indexes = new Map<Language, Index>();

export function predicatesOf(language: Language, head: string): readonly Predicate[] {
  let index = indexes.get(language);
  if (!index) {
    index = readTable(language === 'fr' ? frenchPredicates : englishPredicates);
    indexes.set(language, index);
  }
  return index.get(head) ?? [];
}

function readTable(table: string): Index {
  const index = new Map<string, Predicate[]>();
  for (const line of table.trim().split('\n')) {
    const predicate = readLine(line);
    for (const head of predicate.heads) {
      const list = index.get(head);
      if (list) list.push(predicate);
      else index.set(head, [predicate]);
    }
  }
  return index;
}
