/** The ring gives back exactly what was pushed, as long as it is kept. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSoundRing } from './sound-ring.ts';

it('keeps the newest samples under their positions, however they were pushed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40_000 }),
      fc.integer({ min: 0, max: 1_000 }),
      fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 8 }),
      fc.integer({ min: 0, max: 90_000 }),
      fc.integer({ min: 0, max: 90_000 }),
      (capacity, first, lengths, from, count) => {
        const ring = createSoundRing(capacity, first);
        for (const length of lengths) {
          const begin = ring.end;
          ring.push(Int16Array.from({ length }, (_, i) => (begin + i) % 32_000));
        }
        expect(ring.end).toBe(first + lengths.reduce((sum, length) => sum + length, 0));
        expect(ring.end - ring.start).toBe(Math.min(capacity, ring.end - first));
        const copied = ring.copy(from, from + count);
        const begin = Math.max(from, ring.start);
        expect(copied.length).toBe(Math.max(0, Math.min(from + count, ring.end) - begin));
        expect(copied.every((sample, i) => sample === (begin + i) % 32_000)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
