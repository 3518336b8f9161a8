/** Weights of the voice's ending, made by `node scripts/fit-voice-ending.ts` (procedure there); not to be edited by hand. */
import type { VoiceWeights } from './finished-by-voice.ts';

export const voiceWeights: VoiceWeights = {
  bias: -0.3795,
  features: [
    ['pitchEnd', -0.1685, 4.118, 0.2286],
    ['pitchRise', 1.199, 2.992, 0.5826],
    ['pitchAboveLow', 2.664, 4.065, -0.5444],
    ['pitchSlope', 0.3011, 1.944, -0.3881],
    ['levelEnd', -9.125, 9.358, -0.6737],
    ['levelPeak', 2.069, 7.243, -1.518],
    ['levelFall', 6.47, 17.48, 0.8248],
    ['lastVoicedMs', 208.1, 196.4, -0.1181],
    ['fadeMs', 62.17, 107.2, -0.6117],
    ['lastSyllableMs', 277.7, 194.7, 0.1163],
    ['decay', -0.5826, 1.427, 0.3108],
    ['voicedShare', 0.5319, 0.255, 0.1927],
  ],
};
