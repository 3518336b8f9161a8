/** What may be believed of a recogniser's text: invented, repeated and impossible words are taken out. Pure. */
import { deflateRawSync } from 'node:zlib';
import { phantomKind } from './phantom-sentences.ts';
import type { SpeechMeasure } from './speech-measure.ts';

/** The fastest speakers reach 25. */
const mostCharactersPerSecond = 30;
/** Speech begins and ends in windows that are not counted as such. */
const uncountedSeconds = 0.4;
/** A slow speaker's. */
const leastCharactersPerSecond = 7;
const sureCertainty = 0.8;
/** A phrase said so often in a row is a recogniser that runs in circles; single words are repeated by people too. */
const phraseRepeats = 4;
const wordRepeats = 8;
const longestPhrase = 8;
/** Text packs to half at most; only circles pack better. */
const mostCompression = 2.4;
const compressedFrom = 80;

/** @returns the words of `text` that the sound can hold; empty for none. */
export function trustedWords(text: string, speech: SpeechMeasure): string {
  const words = withoutCircles(withoutDescriptions(text));
  if (!/[\p{L}\p{N}]/u.test(words) || !isLatin(words)) return '';
  if (packsTooWell(words)) return '';
  const seconds = speech.possibleSeconds + uncountedSeconds;
  if (words.length / seconds > mostCharactersPerSecond) return '';
  return withoutPhantoms(words, speech);
}

/** Whisper describes noise in brackets or between stars: [BLANK_AUDIO], (bruit), *rires*, ♪. */
function withoutDescriptions(text: string): string {
  return text
    .replace(/\[[^\]]*\]|\([^)]*\)|\*[^*]+\*|[♪♫♬]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Both languages are written so; recognisers fall into other scripts over noise. */
function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = text.match(/\p{Script=Latin}/gu) ?? [];
  return latin.length >= letters.length * 0.8;
}

const packsTooWell = (text: string): boolean =>
  text.length >= compressedFrom && Buffer.byteLength(text) / deflateRawSync(text).length > mostCompression;

/** Leaves one of a phrase that is written again and again. */
function withoutCircles(text: string): string {
  const words = text.split(' ');
  const plain = words.map(word => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  for (let length = 1; length <= longestPhrase; length++) {
    for (let from = 0; from + length * 2 <= plain.length; from++) {
      let repeats = 1;
      while (isSame(plain, from, from + repeats * length, length)) repeats++;
      if (repeats < (length === 1 ? wordRepeats : phraseRepeats)) continue;
      const kept = [...words.slice(0, from + length), ...words.slice(from + repeats * length)];
      return withoutCircles(kept.join(' '));
    }
  }
  return text;
}

function isSame(words: readonly string[], one: number, other: number, length: number): boolean {
  for (let i = 0; i < length; i++)
    if (words[other + i] === undefined || words[one + i] !== words[other + i]) return false;
  return true;
}

/** A sentence that is often invented is kept only where the sound supports it. */
function withoutPhantoms(text: string, speech: SpeechMeasure): string {
  const sentences = text.match(/[^.!?…]+[.!?…]*\s*/gu) ?? [text];
  const kept = sentences.filter(sentence => {
    const kind = phantomKind(sentence);
    return kind === undefined || isSupported(kind, sentence, sentences, speech);
  });
  return kept.length === sentences.length ? text : kept.join('').trim();
}

function isSupported(
  kind: 'credits' | 'courtesy',
  sentence: string,
  all: readonly string[],
  { clearSeconds, certainty }: SpeechMeasure,
): boolean {
  const others = all.join('').length - sentence.length;
  // The rest of the text is speech enough for all that was heard.
  const isExplained = others > 0 && others / (clearSeconds + uncountedSeconds) > leastCharactersPerSecond;
  const fits = sentence.length / (clearSeconds + uncountedSeconds) <= 25;
  if (kind === 'courtesy') return fits && clearSeconds >= 0.12;
  return (
    !isExplained &&
    fits &&
    certainty >= sureCertainty &&
    sentence.length / clearSeconds >= leastCharactersPerSecond
  );
}
