/** Picks the few sentences of many episodes that say most. */
import { sentencesOf } from '../../domain/sentences.ts';
import { valueWords } from './value-words.ts';

/** What was said, as a summary needs it. */
export interface Said {
  readonly id: string;
  readonly text: string;
  readonly speaker: string;
  readonly atMs: number;
  /** 0 to 1. */
  readonly salience: number;
}

export interface SalientSentence {
  readonly episodeId: string;
  readonly speaker: string;
  readonly atMs: number;
  readonly text: string;
}

/** Longer sentences are cut at a word, in UTF-16 units. */
const longest = 200;
/** Of a text that is one sentence. */
const longestRead = 2000;
const fewestWords = 3;
/** Sentences that share more of their words than this say the same (Jaccard, 1901). */
const sameShare = 0.5;
/** A sentence of this many words has all the weight that length gives. */
const fullLength = 12;

interface Candidate extends SalientSentence {
  readonly weight: number;
  readonly words: ReadonlySet<string>;
}

/** In the order they were said. `bonus`: further weight for a sentence (0 to 1). */
export function salientSentences(
  episodes: readonly Said[],
  limit: number,
  bonus: (sentence: string, episodeId: string) => number,
): readonly SalientSentence[] {
  const chosen: Candidate[] = [];
  for (const one of episodes
    .flatMap(episode => candidates(episode, bonus))
    .sort((x, y) => y.weight - x.weight)) {
    if (chosen.length >= limit) break;
    if (!chosen.some(other => shareOf(one.words, other.words) > sameShare)) chosen.push(one);
  }
  return chosen
    .sort((x, y) => x.atMs - y.atMs)
    .map(({ episodeId, speaker, atMs, text }) => ({ episodeId, speaker, atMs, text }));
}

function candidates(
  { id, text, speaker, atMs, salience }: Said,
  bonus: (sentence: string, episodeId: string) => number,
): readonly Candidate[] {
  const sentences = sentencesOf(text);
  return (sentences.length === 0 ? [text.slice(0, longestRead).trim()] : sentences).flatMap(sentence => {
    const words = new Set(valueWords(sentence));
    if (words.size < fewestWords || sentence.endsWith('?')) return [];
    const length = Math.min(1, words.size / fullLength);
    const weight = salience + bonus(sentence, id) + 0.3 * length;
    return [{ episodeId: id, speaker, atMs, text: cut(sentence), weight, words }];
  });
}

function cut(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ');
  if (line.length <= longest) return line;
  const head = line.slice(0, longest);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), longest / 2)).toWellFormed()}…`;
}

function shareOf(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  const both = [...x].filter(word => y.has(word)).length;
  return both / (x.size + y.size - both);
}
