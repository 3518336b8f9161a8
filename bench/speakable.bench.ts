/** How often the words given to the voice are exactly those a good reader would say, on both parts of the pairs. */
import {
  type CorpusPart,
  type SpeakableScore,
  scoreSpeakable,
} from '../src-main/conversation/speakable-text/corpus/corpus.ts';
import { speakable, warmSpeakable } from '../src-main/conversation/speakable-text/speakable.ts';
import { type Language, languages } from '../src-main/domain/language.ts';
import type { Bench, Row } from './bench.ts';

const parts: readonly CorpusPart[] = ['dev', 'kept-aside'];
const sentences = {
  fr: 'Le 3 mai, il a payé 12,50 € à 15 h 30. ',
  en: 'On May 3, he paid $12.50 at 3:30 pm. ',
};

const percent = (count: number, { pairs }: SpeakableScore): number => (count / pairs) * 100;

const exactRows = (language: Language): readonly Row[] =>
  parts.flatMap(part => {
    const score = scoreSpeakable(language, part);
    return [
      { what: `${language} ${part}: same words`, value: percent(score.sameWords, score), unit: '%' },
      { what: `${language} ${part}: same to the character`, value: percent(score.strict, score), unit: '%' },
      { what: `${language} ${part}: pairs`, value: score.pairs, unit: '' },
    ];
  });

function milliseconds(language: Language, text: string): number {
  const startedAtMs = performance.now();
  speakable(text, language);
  return performance.now() - startedAtMs;
}

/** The very first sentence, the first after warming, and a million characters of prose with numbers in every sentence. */
function speedRows(language: Language): readonly Row[] {
  const sentence = sentences[language];
  const coldMs = milliseconds(language, sentence);
  warmSpeakable(language);
  const warmMs = milliseconds(language, sentence);
  const millionMs = milliseconds(language, sentence.repeat(Math.ceil(1_000_000 / sentence.length)));
  return [
    { what: `${language}: first sentence, not warmed`, value: coldMs, unit: 'ms' },
    { what: `${language}: first sentence, warmed`, value: warmMs, unit: 'ms' },
    { what: `${language}: a million characters`, value: millionMs, unit: 'ms' },
  ];
}

const bench: Bench = {
  name: 'speakable',
  baseline: 'what a person wrote down as said for each text',
  run: async () => languages.flatMap(language => [...speedRows(language), ...exactRows(language)]),
};
export default bench;
