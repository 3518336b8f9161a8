/** How far the appraisal of feeling agrees with people, on the sentences kept aside, as sums alone; and what a sentence costs. */
import { type Language, languages } from '../src-main/domain/language.ts';
import { appraise } from '../src-main/memory/limbic-affect/appraise.ts';
import { type LabelledSentence, readSentences } from '../src-main/memory/limbic-affect/labelled-sentences.ts';
import { agreement, judgeAll } from '../src-main/memory/limbic-affect/measure.ts';
import type { Bench, Row } from './bench.ts';

const bench: Bench = {
  name: 'affect',
  baseline:
    'the emotion and the sign of valence that a person wrote beside each sentence; always the most frequent one',
  run: async () => {
    const sentences = readSentences('kept-aside');
    return languages.flatMap(language =>
      rowsOf(
        language,
        sentences.filter(({ lang }) => lang === language),
      ),
    );
  },
};
export default bench;

function rowsOf(language: Language, sentences: readonly LabelledSentence[]): readonly Row[] {
  const { emotionAccuracy, macroF1, signAccuracy, correlation } = agreement(judgeAll(sentences));
  const costMs = millisecondsEach(sentences);
  return [
    {
      what: `${language}: sentences kept aside`,
      value: sentences.length,
      unit: '',
      target: 400,
      pass: sentences.length >= 400,
    },
    {
      what: `${language}: emotion, accuracy`,
      value: emotionAccuracy * 100,
      unit: '%',
      target: 75,
      pass: emotionAccuracy >= 0.75,
      baseline: mostFrequent(sentences.map(({ emotion }) => emotion)) * 100,
    },
    { what: `${language}: emotion, macro F1`, value: macroF1 * 100, unit: '%' },
    {
      what: `${language}: sign of valence`,
      value: signAccuracy * 100,
      unit: '%',
      target: 85,
      pass: signAccuracy >= 0.85,
      baseline: mostFrequent(sentences.map(({ valence }) => valence)) * 100,
    },
    { what: `${language}: correlation of valence`, value: correlation, unit: '' },
    { what: `${language}: a sentence`, value: costMs, unit: 'ms', target: 0.3, pass: costMs <= 0.3 },
  ];
}

const rounds = 10;

function millisecondsEach(sentences: readonly LabelledSentence[]): number {
  const startMs = performance.now();
  for (let round = 0; round < rounds; round++) for (const { text, lang } of sentences) appraise(text, lang);
  return (performance.now() - startMs) / (rounds * sentences.length);
}

/** What answering the same to all would reach. */
function mostFrequent(labels: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Math.max(...counts.values()) / labels.length;
}
