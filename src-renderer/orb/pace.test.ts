/** How often the core is drawn: with the sound, seldom at rest, never where nobody looks. */
import { describe, expect, test } from 'vitest';
import { orbShapes } from './orb-state.ts';
import { breathAt, frameGapMs, LoadWatch, TokenPace, turnPerSecond } from './pace.ts';

const calm = { isHidden: false, isStill: false, isCrossing: false };

describe('frames', () => {
  test.each(orbShapes)('%s: none while hidden, at most two a second while still', shape => {
    expect(frameGapMs({ ...calm, shape, isHidden: true, isCrossing: true })).toBeUndefined();
    expect(frameGapMs({ ...calm, shape, isStill: true }) ?? 500).toBeGreaterThanOrEqual(500);
  });

  test('follow the sound with the screen, breathe ten times a second, and else wait', () => {
    const gaps = Object.fromEntries(orbShapes.map(shape => [shape, frameGapMs({ ...calm, shape })]));
    expect(gaps).toEqual({
      idle: 100,
      armed: undefined,
      listening: 0,
      thinking: 33,
      speaking: 0,
      private: undefined,
      offline: undefined,
      error: undefined,
    });
    expect(frameGapMs({ ...calm, shape: 'armed', isCrossing: true })).toBe(0);
  });

  test('a breath takes 4.8 s, from all of the light to 70 % and back', () => {
    expect([0, 2_400, 4_800].map(ms => breathAt(ms).toFixed(2))).toEqual(['1.00', '0.70', '1.00']);
  });
});

describe('thinking', () => {
  const paceOf = (lettersPerSecond: number): number => {
    const pace = new TokenPace();
    let perSecond = 0;
    for (let ms = 1; ms <= 6_000; ms += 33) perSecond = pace.note((ms / 1000) * lettersPerSecond, ms);
    return perSecond;
  };

  test('turns by one degree for each token of a second, between 6 and 40', () => {
    expect(paceOf(80)).toBeGreaterThan(18);
    expect(paceOf(80)).toBeLessThan(22);
    expect([0, 3, 20, 400].map(turnPerSecond)).toEqual([6, 6, 20, 40]);
  });

  test('another answer begins anew', () => {
    const pace = new TokenPace();
    pace.note(0, 1);
    pace.note(4_000, 100);
    expect(pace.note(0, 133)).toBe(0);
  });
});

describe('load', () => {
  test('is taken for what it is after many late frames, and forgotten after a while', () => {
    const watch = new LoadWatch();
    for (let i = 0; i < 7; i++) watch.note(90, i * 90);
    expect(watch.isUnderLoad(630)).toBe(false);
    watch.note(90, 720);
    expect(watch.isUnderLoad(721)).toBe(true);
    expect(watch.isUnderLoad(5_721)).toBe(false);
  });

  test('a late frame now and then is none', () => {
    const watch = new LoadWatch();
    for (let i = 0; i < 400; i++) watch.note(i % 10 === 0 ? 120 : 16, i * 16);
    expect(watch.isUnderLoad(6_400)).toBe(false);
  });
});
