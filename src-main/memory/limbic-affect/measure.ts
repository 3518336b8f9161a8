/** How far the appraisal agrees with people: `node measure.ts dev|kept-aside [--misses]` prints it per language. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { languages } from '../../domain/language.ts';
import { type Affect, type Emotion, emotions } from '../../domain/memory.ts';
import { appraise } from './appraise.ts';
import { type LabelledSentence, readSentences } from './labelled-sentences.ts';

export interface Judged {
  readonly sentence: LabelledSentence;
  readonly affect: Affect;
}

export interface Agreement {
  readonly sentences: number;
  /** Share of sentences whose emotion was named as the person did. */
  readonly emotionAccuracy: number;
  /** Mean over the emotions of the harmonic mean of precision and recall. */
  readonly macroF1: number;
  readonly signAccuracy: number;
  /** Pearson's, between the valence and −1, 0 or 1. */
  readonly correlation: number;
}

/** A valence nearer to 0 than this has no sign. */
const leastValence = 0.15;

export const judgeAll = (sentences: readonly LabelledSentence[]): readonly Judged[] =>
  sentences.map(sentence => ({ sentence, affect: appraise(sentence.text, sentence.lang) }));

export function agreement(judged: readonly Judged[]): Agreement {
  const share = (isRight: (one: Judged) => boolean) => judged.filter(isRight).length / judged.length;
  return {
    sentences: judged.length,
    emotionAccuracy: share(({ sentence, affect }) => sentence.emotion === affect.emotion),
    macroF1: emotions.reduce((sum, emotion) => sum + f1(judged, emotion), 0) / emotions.length,
    signAccuracy: share(one => signOf(one.affect) === one.sentence.valence),
    correlation: pearson(judged.map(({ sentence, affect }) => [signs[sentence.valence], affect.valence])),
  };
}

const signs = { negative: -1, neutral: 0, positive: 1 } as const;

export const signOf = ({ valence }: Affect): LabelledSentence['valence'] =>
  valence >= leastValence ? 'positive' : valence <= -leastValence ? 'negative' : 'neutral';

export function f1(judged: readonly Judged[], emotion: Emotion): number {
  const named = judged.filter(({ affect }) => affect.emotion === emotion).length;
  const meant = judged.filter(({ sentence }) => sentence.emotion === emotion).length;
  const both = judged.filter(
    one => one.affect.emotion === emotion && one.sentence.emotion === emotion,
  ).length;
  return both === 0 ? 0 : (2 * both) / (named + meant);
}

function pearson(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx * yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { misses: { type: 'boolean' } },
  });
  const judged = judgeAll(readSentences(positionals[0] === 'kept-aside' ? 'kept-aside' : 'dev'));
  for (const language of languages) {
    const own = judged.filter(({ sentence }) => sentence.lang === language);
    console.log(
      language,
      agreement(own),
      Object.fromEntries(emotions.map(emotion => [emotion, f1(own, emotion)])),
    );
  }
  for (const { sentence, affect } of values.misses === true ? judged : []) {
    if (sentence.emotion === affect.emotion && sentence.valence === signOf(affect)) continue;
    console.log(
      `${sentence.emotion}/${sentence.valence} → ${affect.emotion}/${affect.valence.toFixed(2)}: ${sentence.text}`,
    );
  }
}
