/** What a question needs to know of an episode's words; made once for each episode and kept. */
import { fold } from '../../domain/fold.ts';
import { indexTerm } from '../../domain/index-terms.ts';
import type { TermNumbers } from './term-numbers.ts';
import {
  durationWords,
  firstPerson,
  grammarOf,
  numberWords,
  reactions,
  reasonWords,
  secondPerson,
  timeWords,
} from './word-classes.ts';

export interface ReadEpisode {
  /** The number of each word's term, in order, as the index keeps them. */
  readonly terms: readonly number[];
  /** Words that carry meaning, each term once. */
  readonly content: readonly string[];
  readonly holds: Readonly<Record<EpisodeTrait, number>>;
}

export type EpisodeTrait =
  | 'question'
  | 'asksAtEnd'
  | 'reaction'
  | 'first'
  | 'second'
  | 'time'
  | 'number'
  | 'name'
  | 'quote'
  | 'reason'
  | 'duration'
  | 'length';

/** Longer texts are read up to here, in UTF-16 units. */
const longestText = 4000;
const word = /[\p{L}\p{N}]+/gu;
const capital = / \p{Lu}\p{Ll}+/gu;
/** What stands before a capital that begins no sentence. */
const inSentence = /[\p{Ll}\p{N},'’"“]$/u;
const title = /["“«][^"”»]{2,}["”»]/u;

export const foldedWords = (text: string): readonly string[] => fold(text).match(word) ?? [];

export function readEpisode(text: string, numbers: TermNumbers): ReadEpisode {
  const read = text.slice(0, longestText);
  const words = foldedWords(read);
  const terms = words.map(word => numbers.numberOf(indexTerm(word)));
  const grammar = grammarOf(words);
  const seen = new Set<number>();
  const content: string[] = [];
  for (const [at, term] of terms.entries()) {
    if (seen.has(term)) continue;
    seen.add(term);
    const said = words[at] as string;
    if (said.length > 1 && !grammar.has(said)) content.push(numbers.same(said));
  }
  return { terms, content, holds: traits(read, words) };
}

/** Bits of the classes that a word is in: each word is looked up once. */
const bits = { first: 1, second: 2, time: 4, number: 8, reason: 16, duration: 32 } as const;
const classesOf: ReadonlyMap<string, number> = (() => {
  const found = new Map<string, number>();
  const put = (words: ReadonlySet<string>, bit: number) => {
    for (const each of words) found.set(each, (found.get(each) ?? 0) | bit);
  };
  put(firstPerson, bits.first);
  put(secondPerson, bits.second);
  put(timeWords, bits.time);
  put(numberWords, bits.number);
  put(reasonWords, bits.reason);
  put(durationWords, bits.duration);
  return found;
})();

function traits(text: string, words: readonly string[]): ReadEpisode['holds'] {
  let [first, second, all] = [0, 0, 0];
  for (const each of words) {
    const classes = classesOf.get(each);
    if (classes === undefined) continue;
    all |= classes;
    if ((classes & bits.first) !== 0) first += 1;
    if ((classes & bits.second) !== 0) second += 1;
  }
  const any = (bit: number): number => ((all & bit) === 0 ? 0 : 1);
  return {
    question: text.includes('?') ? 1 : 0,
    asksAtEnd: /\?[\s"»)]*$/.test(text) ? 1 : 0,
    reaction: reactions.has(words[0] ?? '') ? 1 : 0,
    first: Math.min(3, first) / 3,
    second: Math.min(3, second) / 3,
    time: any(bits.time),
    number: /\d/.test(text) ? 1 : any(bits.number),
    name: Math.min(3, namesInside(text)) / 3,
    quote: title.test(text) ? 1 : 0,
    reason: any(bits.reason),
    duration: any(bits.duration),
    length: Math.log1p(words.length) / 4,
  };
}

function namesInside(text: string): number {
  let found = 0;
  for (const { index } of text.matchAll(capital))
    if (inSentence.test(text.slice(Math.max(0, index - 2), index))) found += 1;
  return found;
}
