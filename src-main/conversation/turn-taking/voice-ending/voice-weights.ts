/** Weights of the voice's ending, made by `node bench/fit-voice-ending.ts` (procedure there); not to be edited by hand. */
import type { VoiceWeights } from './voice-features.ts';

export const voiceWeights: VoiceWeights = {
  bias: -0.1332,
  features: [
    ['pitchEnd', -0.335, 4.116, -0.05943],
    ['pitchRise', 1.175, 2.892, 0.7022],
    ['pitchAboveLow', 2.285, 3.636, -0.5189],
    ['pitchSlope', 0.03358, 1.637, -0.0824],
    ['levelEnd', -12.37, 8.058, -0.1169],
    ['levelPeak', -0.7737, 5.664, -0.4783],
    ['levelFall', -0.3438, 10.11, 0.3727],
    ['lastVoicedMs', 216.9, 199, -0.02341],
    ['fadeMs', 80.8, 118.1, -0.01032],
    ['lastSyllableMs', 251.2, 160.4, 0.3023],
    ['decay', -0.6401, 1.455, 0.5518],
    ['voicedShare', 0.6079, 0.2293, -0.1716],
  ],
};
