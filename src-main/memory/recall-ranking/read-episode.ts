/** What a question needs to know of an episode's words; made once for each episode and kept. */
import { fold } from '../../domain/fold.ts';
import { indexTerm } from '../../domain/index-terms.ts';
import {
  durationWords,
  feelingWords,
  firstPerson,
  grammarOf,
  numberWords,
  planWords,
  reactions,
  reasonWords,
  secondPerson,
  timeWords,
} from './word-classes.ts';

export interface ReadEpisode {
  /** One for each word, in order, as the index keeps them. */
  readonly terms: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
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
  | 'place'
  | 'quote'
  | 'reason'
  | 'feeling'
  | 'plan'
  | 'duration'
  | 'length';

/** Longer texts are read up to here, in UTF-16 units. */
const longestText = 4000;
const word = /[\p{L}\p{N}]+/gu;
/** A capital that begins no sentence. */
const nameInside = /(?<=[\p{Ll}\p{N},'’"“] )\p{Lu}[\p{Ll}]+/gu;
const placeName =
  /\b(?:in|at|to|from|near|à|au|aux|en|de|vers|chez) (?:the |la |le |les |l['’])?\p{Lu}\p{Ll}/u;
const title = /["“«][^"”»]{2,}["”»]/u;

export const foldedWords = (text: string): readonly string[] => fold(text).match(word) ?? [];

export function readEpisode(text: string): ReadEpisode {
  const read = text.slice(0, longestText);
  const words = foldedWords(read);
  const terms = words.map(indexTerm);
  const grammar = grammarOf(words);
  const counts = new Map<string, number>();
  const content: string[] = [];
  for (const [at, term] of terms.entries()) {
    const seen = counts.get(term) ?? 0;
    counts.set(term, seen + 1);
    const said = words[at] as string;
    if (seen === 0 && said.length > 1 && !grammar.has(said)) content.push(said);
  }
  return { terms, counts, content, holds: traits(read, words) };
}

function traits(text: string, words: readonly string[]): ReadEpisode['holds'] {
  const count = (set: ReadonlySet<string>): number => {
    let found = 0;
    for (const each of words) if (set.has(each)) found += 1;
    return found;
  };
  const any = (set: ReadonlySet<string>): number => Math.min(1, count(set));
  return {
    question: text.includes('?') ? 1 : 0,
    asksAtEnd: /\?[\s"»)]*$/.test(text) ? 1 : 0,
    reaction: reactions.has(words[0] ?? '') ? 1 : 0,
    first: Math.min(3, count(firstPerson)) / 3,
    second: Math.min(3, count(secondPerson)) / 3,
    time: any(timeWords),
    number: /\d/.test(text) ? 1 : any(numberWords),
    name: Math.min(3, text.match(nameInside)?.filter(name => name !== 'I').length ?? 0) / 3,
    place: placeName.test(text) ? 1 : 0,
    quote: title.test(text) ? 1 : 0,
    reason: any(reasonWords),
    feeling: any(feelingWords),
    plan: any(planWords),
    duration: any(durationWords),
    length: Math.log1p(words.length) / 4,
  };
}
