/** Fits the weights of the voice's ending: logistic regression with a ridge, by gradient descent on standardised features. */
import { finishedByFeatures } from '../src-main/conversation/turn-taking/voice-ending/finished-by-voice.ts';
import {
  featureNames,
  type VoiceWeights,
} from '../src-main/conversation/turn-taking/voice-ending/voice-features.ts';
import type { Example } from './voice-ending-examples.ts';

/** People count more than synthetic voices, and their own pauses more than those put in, which are many. */
const weightOf = ({ isRecorded, kind }: Example): number => (isRecorded ? 1 : 0.3) * (kind === 'own' ? 3 : 1);
const ridge = 1;
const steps = 3000;
const rate = 0.5;

export function fitted(examples: readonly Example[]): VoiceWeights {
  const scales = featureNames.map(name => scaleOf(examples.map(({ features }) => features[name])));
  const balanced = balancedWeights(examples);
  const total = balanced.reduce((sum, weight) => sum + weight, 0);
  const rows = examples.map(({ features }) =>
    featureNames.map((name, f) => {
      const [mean, spread] = scales[f] ?? [0, 1];
      return Math.max(-3, Math.min(3, (features[name] - mean) / spread));
    }),
  );
  const weights = featureNames.map(() => 0);
  let bias = 0;
  for (let step = 0; step < steps; step += 1) {
    const slopes = weights.map(weight => -ridge * weight);
    let biasSlope = 0;
    rows.forEach((row, i) => {
      const odds = row.reduce((sum, value, f) => sum + value * (weights[f] ?? 0), bias);
      const wanted = examples[i]?.kind === 'end' ? 1 : 0;
      const error = (balanced[i] ?? 0) * (wanted - 1 / (1 + Math.exp(-odds)));
      biasSlope += error;
      row.forEach((value, f) => {
        slopes[f] = (slopes[f] ?? 0) + error * value;
      });
    });
    bias += (rate * biasSlope) / total;
    slopes.forEach((slope, f) => {
      weights[f] = (weights[f] ?? 0) + (rate * slope) / total;
    });
  }
  const features = featureNames.map((name, f) => {
    const [mean, spread] = scales[f] ?? [0, 1];
    return [name, round(mean), round(spread), round(weights[f] ?? 0)] as const;
  });
  return { bias: round(bias), features };
}

/** Each example judged by weights that saw none of its clip: five parts of the clips, one left out in turn. */
export function crossValidated(
  examples: readonly Example[],
): readonly { example: Example; finished: number }[] {
  const clips = [...new Set(examples.map(({ clip }) => clip))];
  const partOf = new Map(clips.map((clip, i) => [clip, i % 5]));
  return [0, 1, 2, 3, 4].flatMap(part => {
    const weights = fitted(examples.filter(({ clip }) => partOf.get(clip) !== part));
    return examples.filter(({ clip }) => partOf.get(clip) === part).map(judgedBy(weights));
  });
}

export const judgedBy =
  (weights: VoiceWeights) =>
  (example: Example): { example: Example; finished: number } => ({
    example,
    finished: finishedByFeatures(example.features, weights),
  });

/** So that ends and pauses weigh the same together. */
function balancedWeights(examples: readonly Example[]): readonly number[] {
  const sumOf = (isEnd: boolean): number =>
    examples.reduce((sum, one) => ((one.kind === 'end') === isEnd ? sum + weightOf(one) : sum), 0);
  const factor = sumOf(false) / sumOf(true);
  return examples.map(one => weightOf(one) * (one.kind === 'end' ? factor : 1));
}

function scaleOf(values: readonly number[]): readonly [mean: number, spread: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return [mean, Math.sqrt(variance) || 1];
}

const round = (value: number): number => Number(value.toPrecision(4));
