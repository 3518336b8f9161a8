/** A mood is slow and bounded, fades with time, and asks for a tone only when there is one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Affect, neutralAffect } from '../../domain/memory.ts';
import { fade, type Mood, neutralMood, nextMood, toneOf } from './mood.ts';

const furious: Affect = { valence: -0.85, arousal: 0.9, dominance: 0.7, emotion: 'anger' };
const scared: Affect = { valence: -0.8, arousal: 0.85, dominance: 0.15, emotion: 'fear' };
const grieving: Affect = { valence: -0.9, arousal: 0.35, dominance: 0.15, emotion: 'sadness' };
const glad: Affect = { valence: 0.9, arousal: 0.6, dominance: 0.6, emotion: 'joy' };
const minute = 60_000;

const moodOf = (affects: readonly Affect[], start: Mood = neutralMood): Mood =>
  affects.reduce((mood, affect) => nextMood(mood, affect, minute), start);
const times = (affect: Affect, count: number): Affect[] => Array.from({ length: count }, () => affect);

describe('mood', () => {
  it('never passes its bound, whatever is said', () => {
    const affect = fc.record({
      valence: fc.double({ min: -1, max: 1 }),
      arousal: fc.double({ min: 0, max: 1 }),
      dominance: fc.double({ min: 0, max: 1 }),
      emotion: fc.constantFrom('joy' as const, 'anger' as const, 'neutral' as const),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(affect, fc.double()), { maxLength: 60 }), said => {
        let mood = neutralMood;
        for (const [heard, elapsedMs] of said) mood = nextMood(mood, heard, elapsedMs);
        for (const part of [mood.valence, mood.arousal, mood.dominance])
          expect(Math.abs(part)).toBeLessThanOrEqual(0.8);
      }),
    );
  });

  it('is slow: one sentence does not turn it', () => {
    const sour = moodOf(times(furious, 6));
    expect(nextMood(sour, glad, minute).valence).toBeLessThan(0);
  });

  it('fades to neutral, and a clock set back does not stir it', () => {
    const sour = moodOf(times(furious, 6));
    expect(toneOf(sour, 'en')).not.toBe('');
    expect(toneOf(fade(sour, 3 * 60 * minute), 'en')).toBe('');
    expect(fade(sour, -minute)).toEqual(sour);
    expect(nextMood(sour, neutralAffect, 0)).toEqual(sour);
  });

  it.each([
    ['upset', furious, /calmly and briefly/, /calme et brièveté/],
    ['worried', scared, /reassuringly/, /rassurante/],
    ['sad', grieving, /gently/, /douceur/],
    ['happy', glad, /warm, light/, /léger/],
  ] as const)('asks for a tone when the person is %s', (_, affect, english, french) => {
    const mood = moodOf(times(affect, 2));
    expect(toneOf(mood, 'en')).toMatch(english);
    expect(toneOf(mood, 'fr')).toMatch(french);
  });

  it('asks for nothing when it is neutral or switched off', () => {
    expect(toneOf(neutralMood, 'fr')).toBe('');
    expect(toneOf(moodOf(times(furious, 5)), 'fr', false)).toBe('');
    expect(toneOf(moodOf(times(neutralAffect, 50)), 'en')).toBe('');
  });
});
