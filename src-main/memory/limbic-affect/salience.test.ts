/** Salience is bounded and grows with each of its sources. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralAffect } from '../../domain/memory.ts';
import { breakTie, salienceOf } from './salience.ts';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const affect = fc.record({
  valence: fc.double({ min: -1, max: 1, noNaN: true }),
  arousal: unit,
  dominance: unit,
  emotion: fc.constant('joy' as const),
});
const input = fc.record({
  affect,
  surprise: unit,
  isAskedToRemember: fc.boolean(),
  repetitions: fc.nat({ max: 1000 }),
});

describe('salience', () => {
  it('stays between 0 and 1', () => {
    fc.assert(
      fc.property(input, fc.double(), fc.double(), (given, surprise, repetitions) => {
        for (const one of [given, { ...given, surprise, repetitions }]) {
          const salience = salienceOf(one);
          expect(salience).toBeGreaterThan(0);
          expect(salience).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('falls with none of its sources', () => {
    fc.assert(
      fc.property(input, unit, fc.nat({ max: 50 }), (given, more, times) => {
        const base = salienceOf(given);
        const valence =
          given.affect.valence +
          Math.sign(given.affect.valence) * more * (1 - Math.abs(given.affect.valence));
        const grown = [
          { ...given, surprise: given.surprise + more * (1 - given.surprise) },
          { ...given, repetitions: given.repetitions + times },
          { ...given, isAskedToRemember: true },
          { ...given, affect: { ...given.affect, valence } },
        ];
        for (const one of grown) expect(salienceOf(one)).toBeGreaterThanOrEqual(base - 1e-12);
      }),
    );
  });

  it('keeps what was asked for, and what moved, more firmly than small talk', () => {
    const plain = { affect: neutralAffect, surprise: 0, isAskedToRemember: false, repetitions: 0 };
    const moved = {
      ...plain,
      affect: { valence: -0.95, arousal: 0.6, dominance: 0.15, emotion: 'sadness' as const },
    };
    expect(salienceOf(plain)).toBeCloseTo(0.1);
    expect(salienceOf(moved)).toBeGreaterThan(0.45);
    expect(salienceOf({ ...plain, isAskedToRemember: true })).toBeGreaterThan(0.6);
  });

  it('breaks ties in recall, and decides nothing else', () => {
    expect(breakTie(1, 0.9)).toBeGreaterThan(breakTie(1, 0.1));
    fc.assert(
      fc.property(unit, unit, (score, salience) => {
        expect(breakTie(score, salience)).toBeGreaterThanOrEqual(score);
        expect(breakTie(score, salience)).toBeLessThanOrEqual(score * 1.05 + 1e-12);
      }),
    );
  });
});
