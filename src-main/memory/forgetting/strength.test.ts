/** Memories fade as Ebbinghaus measured, slower with each recall, and never vanish by themselves. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../domain/local-time.ts';
import { isExpired, shouldCompress, strength, strengthOf, weakest } from './strength.ts';

const plain = { recalls: 0, salience: 0 };
const yearMs = 365 * dayMs;

const remembered = fc.record({
  ageMs: fc.integer({ min: -yearMs, max: 20 * yearMs }),
  recalls: fc.nat(50),
  sinceRecallMs: fc.integer({ min: -yearMs, max: 20 * yearMs }),
  salience: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('strength', () => {
  test.each([
    [20 * minuteMs, 0.58],
    [hourMs, 0.44],
    [9 * hourMs, 0.36],
    [dayMs, 0.34],
    [2 * dayMs, 0.28],
    [6 * dayMs, 0.25],
    [31 * dayMs, 0.21],
  ])('after %i ms it is what Ebbinghaus saved, to four hundredths', (ageMs, saved) => {
    const share = (strength({ ...plain, ageMs }) - weakest) / (1 - weakest);
    expect(Math.abs(share - saved)).toBeLessThan(0.04);
  });

  test('lies between the floor and 1, whatever the clock', () => {
    fc.assert(
      fc.property(remembered, one => {
        expect(strength(one)).toBeGreaterThanOrEqual(weakest);
        expect(strength(one)).toBeLessThanOrEqual(1);
      }),
    );
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      const value = strength({ ageMs: odd, recalls: odd, sinceRecallMs: odd, salience: odd });
      expect(value).toBeGreaterThanOrEqual(weakest);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  test('older is never stronger; a recall, a later one, or more salience never weaker', () => {
    fc.assert(
      fc.property(remembered, fc.nat(yearMs), fc.nat(5), (one, moreMs, more) => {
        const at = strength(one);
        expect(strength({ ...one, ageMs: one.ageMs + moreMs })).toBeLessThanOrEqual(at);
        expect(strength({ ...one, sinceRecallMs: one.sinceRecallMs + moreMs })).toBeLessThanOrEqual(at);
        expect(strength({ ...one, recalls: one.recalls + more })).toBeGreaterThanOrEqual(at);
        expect(strength({ ...one, salience: Math.min(1, one.salience + more / 5) })).toBeGreaterThanOrEqual(
          at,
        );
      }),
    );
  });

  test('each recall at a doubled interval keeps it as strong as before', () => {
    const once = strength({ ageMs: dayMs, recalls: 1, sinceRecallMs: dayMs, salience: 0 });
    const twice = strength({ ageMs: 3 * dayMs, recalls: 2, sinceRecallMs: 2 * dayMs, salience: 0 });
    expect(twice).toBeCloseTo(once, 6);
  });
});

describe('leaving the fast index', () => {
  const old = { atMs: 0, recalls: 0, salience: 0.2, newer: 5000, isInSummary: true };

  test('only what is weak, in a summary, and behind many newer ones', () => {
    const nowMs = 300 * dayMs;
    expect(shouldCompress(old, nowMs)).toBe(true);
    expect(shouldCompress(old, 30 * dayMs)).toBe(false);
    expect(shouldCompress({ ...old, isInSummary: false }, nowMs)).toBe(false);
    expect(shouldCompress({ ...old, newer: 10 }, nowMs)).toBe(false);
    expect(shouldCompress({ ...old, salience: 0.9 }, nowMs)).toBe(false);
    expect(shouldCompress({ ...old, recalls: 3, lastRecalledMs: 290 * dayMs }, nowMs)).toBe(false);
  });

  test('a clock that leaps a year and comes back leaves all as it was', () => {
    const recent = { ...old, newer: 500 };
    expect(shouldCompress(recent, yearMs)).toBe(false);
    expect(shouldCompress(old, yearMs)).toBe(true);
    expect(shouldCompress(old, 10 * dayMs)).toBe(false);
    expect(strengthOf(old, -yearMs)).toBe(1);
  });
});

describe('a retention time', () => {
  test('that is not set deletes nothing, however old', () => {
    expect(isExpired({ atMs: 0 }, { nowMs: 50 * yearMs, newestMs: 50 * yearMs })).toBe(false);
  });
  test('counts from the person’s own time, not from a clock that leaps', () => {
    const retentionMs = 90 * dayMs;
    expect(isExpired({ atMs: 0 }, { retentionMs, nowMs: 91 * dayMs, newestMs: 90 * dayMs })).toBe(true);
    expect(isExpired({ atMs: 0 }, { retentionMs, nowMs: yearMs, newestMs: dayMs })).toBe(false);
  });
});
