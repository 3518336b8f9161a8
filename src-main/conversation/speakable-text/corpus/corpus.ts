/** Pairs of text and what a good reader says of it, in two parts: one to write rules from, one kept aside to measure with. */
import { readFileSync } from 'node:fs';
import type { Language } from '../../../domain/language.ts';
import type { VoicePreferences } from '../../../domain/settings.ts';
import { speakable } from '../speakable.ts';

export type CorpusPart = 'dev' | 'kept-aside';

interface Pair {
  readonly text: string;
  readonly spoken: string;
  readonly family: string;
  readonly numbers?: VoicePreferences['numbers'];
}

export interface SpeakableScore {
  readonly pairs: number;
  /** The same words: case, punctuation, hyphens and the amount of space make no difference. */
  readonly sameWords: number;
  /** The same to the last character, but for the form of the apostrophe. */
  readonly strict: number;
}

const readPairs = (language: Language, part: CorpusPart): readonly Pair[] =>
  readFileSync(new URL(`${language}.${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Pair);

const straight = (text: string): string => text.replace(/’/g, "'");
const wordsAlone = (text: string): string =>
  straight(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

export function scoreSpeakable(language: Language, part: CorpusPart): SpeakableScore {
  const pairs = readPairs(language, part);
  let sameWords = 0;
  let strict = 0;
  for (const { text, spoken, numbers } of pairs) {
    const said = speakable(text, language, { ...(numbers && { numbers }) }).spoken;
    if (wordsAlone(said) === wordsAlone(spoken)) sameWords++;
    if (straight(said) === straight(spoken)) strict++;
  }
  return { pairs: pairs.length, sameWords, strict };
}
