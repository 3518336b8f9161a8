/** How likely a speaker has finished, by the sound of the voice before a pause: a logistic model of a few features. */
import { type VoiceFeatures, type VoiceWeights, voiceFeatures } from './voice-features.ts';
import { voiceWeights } from './voice-weights.ts';

/** The voice is a weak witness: it is never believed beyond these. */
const boundsOfBelief = [0.1, 0.9] as const;

/**
 * @param samples mono, 16 kHz: what was said and the beginning of the pause behind it.
 * @returns probability from 0 to 1, of finished and unfinished as likely before; undefined where too little was said.
 */
export function finishedByVoice(samples: Int16Array): number | undefined {
  const features = voiceFeatures(samples);
  return features === undefined ? undefined : finishedByFeatures(features, voiceWeights);
}

export function finishedByFeatures(found: VoiceFeatures, { bias, features }: VoiceWeights): number {
  const odds = features.reduce(
    // What is far from all that was seen counts no more than its edge.
    (sum, [name, mean, spread, weight]) =>
      sum + weight * Math.max(-3, Math.min(3, (found[name] - mean) / spread)),
    bias,
  );
  const [least, most] = boundsOfBelief;
  return Math.max(least, Math.min(most, 1 / (1 + Math.exp(-odds))));
}
