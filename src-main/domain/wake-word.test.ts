/** The line for the name: sensitivity, a person's own voice, and wakes that were none. */
import { describe, expect, it } from 'vitest';
import {
  createWakeTrigger,
  isTuned,
  isWake,
  untuned,
  wakeThreshold,
  withFalseWake,
  withRecording,
} from './wake-word.ts';

const tunedTo = (...scores: number[]) => scores.reduce(withRecording, untuned);

describe('wakeThreshold', () => {
  it('is the model’s own line in the middle, and falls as sensitivity grows', () => {
    expect(wakeThreshold(0.5)).toBe(0.8);
    const lines = [-1, 0, 0.2, 0.5, 0.7, 1, 2].map(sensitivity => wakeThreshold(sensitivity));
    expect(lines).toEqual([...lines].sort((x, y) => y - x));
    expect([lines[0], lines.at(-1)]).toEqual([0.95, 0.5]);
  });

  it('comes down to a voice that the model knows poorly, once three recordings are there', () => {
    expect(wakeThreshold(0.5, tunedTo(0.6, 0.7))).toBe(0.8);
    expect(isTuned(tunedTo(0.6, 0.7, 0.65))).toBe(true);
    expect(wakeThreshold(0.5, tunedTo(0.6, 0.7, 0.65))).toBeCloseTo(0.51);
  });

  it('stays for a voice that it knows well, and never falls to where other words are', () => {
    expect(wakeThreshold(0.5, tunedTo(0.99, 0.98, 0.97))).toBe(0.8);
    expect(wakeThreshold(0.5, tunedTo(0.1, 0.2, 0.1))).toBe(0.4);
  });

  it('goes by the newest three recordings', () => {
    expect(wakeThreshold(0.5, tunedTo(0.1, 0.1, 0.99, 0.99, 0.99))).toBe(0.8);
  });

  it('rises a little with each wake that was none, and stays within reach', () => {
    const lines = [0, 1, 2, 50].map(falseWakes => wakeThreshold(0.5, { scores: [], falseWakes }));
    expect(lines[1]).toBeGreaterThan(lines[0] ?? 1);
    expect(lines[2]).toBeGreaterThan(lines[1] ?? 1);
    expect(lines[3]).toBeCloseTo(0.9);
    expect(withFalseWake(untuned).falseWakes).toBe(1);
  });
});

describe('the trigger', () => {
  const firedAt = (scores: readonly number[]) => {
    const trigger = createWakeTrigger();
    return scores.flatMap((score, i) => (trigger.push({ atSample: (i + 1) * 1_280, score }, 0.8) ? [i] : []));
  };

  it('calls once for a word whose score stays high, and again for the next word', () =>
    expect(firedAt([0.1, 0.79, 0.81, 0.99, 0.9, ...Array(30).fill(0.1), 0.95])).toEqual([2, 35]));

  it('calls a moment later for a word that stays just below the line, and not for what is far from it', () => {
    expect(firedAt([0.1, 0.5, 0.6, 0.3, 0.1, 0.1, 0.1])).toEqual([4]);
    expect(firedAt([0.1, 0.3, 0.44, 0.3, 0.1, 0.1, 0.1])).toEqual([]);
  });
});

describe('the second look', () => {
  it.each([
    ['name', 0.62, true],
    ['name', 0.59, false],
    ['none', 0.78, true],
    ['none', 0.7, false],
    ['other', 0.84, false],
    ['other', 0.86, true],
    ['near', 0.95, false],
    ['near', 0.97, true],
    [undefined, 0.76, true],
  ] as const)('with %s heard and a score of %d says %s', (heard, score, accepted) =>
    expect(isWake({ score, ...(heard && { heard }) }, 0.8)).toBe(accepted),
  );
});
