/** How often the words given to the voice are exactly those a good reader would say, on both parts of the pairs. */
import {
  type CorpusPart,
  type SpeakableScore,
  scoreSpeakable,
} from '../src-main/conversation/speakable-text/corpus/corpus.ts';
import { speakable } from '../src-main/conversation/speakable-text/speakable.ts';
import { type Language, languages } from '../src-main/domain/language.ts';
import type { Bench, Row } from './bench.ts';

const parts: readonly CorpusPart[] = ['dev', 'kept-aside'];

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

/** Of a million characters of prose with a number in every sentence. */
function speedRow(language: Language): Row {
  const sentence = {
    fr: 'Le 3 mai, il a payé 12,50 € à 15 h 30. ',
    en: 'On May 3, he paid $12.50 at 3:30 pm. ',
  };
  const text = sentence[language].repeat(Math.ceil(1_000_000 / sentence[language].length));
  const startedAtMs = performance.now();
  speakable(text, language);
  return { what: `${language}: a million characters`, value: performance.now() - startedAtMs, unit: 'ms' };
}

const bench: Bench = {
  name: 'speakable',
  baseline: 'what a person wrote down as said for each text',
  run: async () => languages.flatMap(language => [...exactRows(language), speedRow(language)]),
};
export default bench;
