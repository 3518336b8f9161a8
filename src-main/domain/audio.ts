/** Sound as it travels: 16 kHz mono signed 16-bit frames of 20 ms from the microphone, engine-rate chunks to the loudspeaker. */

export const captureSampleRateHz = 16_000;
export const frameMs = 20;
export const samplesPerFrame = (captureSampleRateHz * frameMs) / 1000;

export interface SpeechChunk {
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
}
