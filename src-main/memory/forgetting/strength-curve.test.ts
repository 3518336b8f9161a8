/** The curve is drawn by the function that forgets: it ends where the memory is, and rises only where it was recalled. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMs } from '../../domain/local-time.ts';
import { strengthOf, weakest } from './strength.ts';
import { strengthCurve } from './strength-curve.ts';

const atMs = Date.UTC(2026, 0, 1);

test('passes through what the memory is worth now', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 900 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 8 }),
      (age, salience, days) => {
        const nowMs = atMs + age * dayMs;
        const recalledAtMs = [...new Set(days)].filter(day => day <= age).map(day => atMs + day * dayMs);
        const last = recalledAtMs.length === 0 ? {} : { lastRecalledMs: Math.max(...recalledAtMs) };
        const recalls = recalledAtMs.length;
        const curve = strengthCurve({ atMs, salience, recalls, recalledAtMs }, nowMs);
        const now = curve.filter(point => point.atMs === nowMs).at(-1);
        expect(now?.strength).toBeCloseTo(strengthOf({ atMs, salience, recalls, ...last }, nowMs), 9);
        expect(curve.every(({ strength }) => strength >= weakest && strength <= 1)).toBe(true);
      },
    ),
  );
});

test('falls all the time but at a recall, where it is whole again', () => {
  const recalledAtMs = [atMs + 40 * dayMs];
  const curve = strengthCurve({ atMs, salience: 0, recalls: 1, recalledAtMs }, atMs + 100 * dayMs);
  const rises = curve.slice(1).filter((point, at) => point.strength > (curve[at]?.strength ?? 0));
  expect(rises).toEqual([{ atMs: recalledAtMs[0], strength: 1 }]);
  expect(curve.at(-1)?.atMs).toBeGreaterThan(atMs + 130 * dayMs);
});
