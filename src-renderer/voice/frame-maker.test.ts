/** Captured sound arrives at 16 kHz in numbered frames of 20 ms: same tones, no false ones, nothing lost. */
import { describe, expect, it } from 'vitest';
import { type CapturedFrame, FrameMaker } from './frame-maker.ts';
import { Resampler } from './resampler.ts';

/** One second of a tone, in blocks of 128 as the audio thread gets it. */
function* tone(hz: number, rateHz: number, amplitude = 0.5): Generator<Float32Array> {
  for (let at = 0; at < rateHz; at += 128) {
    yield Float32Array.from({ length: Math.min(128, rateHz - at) }, (_, i) => {
      return amplitude * Math.sin((2 * Math.PI * hz * (at + i)) / rateHz);
    });
  }
}

function resampled(hz: number, fromHz: number): number[] {
  const resampler = new Resampler(fromHz, 16_000);
  const out: number[] = [];
  for (const block of tone(hz, fromHz)) out.push(...resampler.push(block));
  return [...out, ...resampler.flush()];
}

/** Amplitude of one tone in the middle of the sound. */
function amplitudeOf(samples: readonly number[], hz: number): number {
  let [real, imaginary] = [0, 0];
  const [from, to] = [2_000, 14_000];
  for (let i = from; i < to; i++) {
    real += (samples[i] ?? 0) * Math.cos((2 * Math.PI * hz * i) / 16_000);
    imaginary += (samples[i] ?? 0) * Math.sin((2 * Math.PI * hz * i) / 16_000);
  }
  return (2 * Math.hypot(real, imaginary)) / (to - from);
}

describe('resampling', () => {
  it.each([8_000, 16_000, 22_050, 24_000, 44_100, 48_000, 96_000, 192_000])(
    'from %d Hz keeps tones and length',
    rateHz => {
      const out = resampled(1_000, rateHz);
      expect(amplitudeOf(out, 1_000)).toBeCloseTo(0.5, 2);
      expect(Math.abs(out.length - 16_000)).toBeLessThanOrEqual(2);
    },
  );

  it('does not let tones above 8 kHz come back as false ones', () => {
    const out = resampled(10_000, 48_000);
    expect(amplitudeOf(out, 6_000)).toBeLessThan(0.5 * 0.003);
    expect(Math.max(...out.slice(2_000, 14_000).map(Math.abs))).toBeLessThan(0.002);
  });

  it('keeps speech up to 7 kHz', () => {
    expect(amplitudeOf(resampled(6_500, 44_100), 6_500)).toBeGreaterThan(0.45);
  });
});

describe('frames', () => {
  function framesOf(hz: number, rateHz: number, amplitude?: number) {
    const frames: CapturedFrame[] = [];
    const maker = new FrameMaker(rateHz, frame => frames.push(frame));
    for (const block of tone(hz, rateHz, amplitude)) maker.push(block);
    return frames;
  }

  it.each([8_000, 44_100, 48_000, 192_000])('of %d Hz are 320 samples each, with level and peak', rateHz => {
    const frames = framesOf(440, rateHz);
    expect(frames.length).toBeGreaterThanOrEqual(49);
    expect(new Set(frames.map(({ samples }) => samples.length))).toEqual(new Set([320]));
    expect(frames[20]?.level).toBeCloseTo(0.5 / Math.SQRT2, 1);
    expect(frames[20]?.peak).toBeCloseTo(0.5, 1);
  });

  it('clip sound that is too loud instead of wrapping it round', () => {
    const frames = framesOf(100, 48_000, 4);
    expect(Math.max(...(frames[10]?.samples ?? []))).toBe(32_767);
    expect(frames[10]?.peak).toBe(1);
    const jumps = frames
      .flatMap(({ samples }) => [...samples])
      .map((value, i, all) => Math.abs(value - (all[i - 1] ?? value)));
    expect(Math.max(...jumps)).toBeLessThan(40_000);
  });
});
