/** Speech is told from noise by its windows, and its soft ends stay. */
import { describe, expect, it } from 'vitest';
import { holdsSpeech, measureSpeech, speechPart } from './speech-measure.ts';

const windows = (seconds: number, ...speech: readonly (readonly [at: number, probability: number])[]) => {
  const all = new Float32Array(Math.round(seconds / 0.032)).fill(0.02);
  for (const [at, probability] of speech) all[at] = probability;
  return all;
};

describe('holdsSpeech', () => {
  it.each([
    [
      'a short clear word in a long silence',
      windows(30, [9, 0.9], [10, 0.95], [11, 0.9], [12, 0.8], [13, 0.7]),
      true,
    ],
    ['a whispered word', windows(1, [9, 0.35], [10, 0.4], [11, 0.35]), true],
    ['windows scattered over music', windows(8, [9, 0.6], [70, 0.4], [130, 0.6], [190, 0.35]), false],
    ['one window', windows(1, [9, 0.9]), false],
    ['nothing', windows(0), false],
  ])('%s', (_what, probabilities, is) => expect(holdsSpeech(measureSpeech(probabilities))).toBe(is));
});

it('leaves a second on both sides of the speech, and all of what is shorter', () => {
  const samples = new Int16Array(10 * 8_000);
  const sound = { samples, sampleRateHz: 8_000 };
  const middle = speechPart(sound, windows(10, [150, 0.9], [160, 0.9]));
  expect(middle.byteOffset / 2 / 8_000).toBeCloseTo(3.8, 2);
  expect(middle.length / 8_000).toBeCloseTo(2.352, 2);
  expect(speechPart(sound, windows(10, [3, 0.9], [300, 0.9])).length).toBe(samples.length);
});
