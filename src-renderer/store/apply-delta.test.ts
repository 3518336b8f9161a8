/** Streamed pieces put together whatever way they come. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta } from './apply-delta.ts';

test('a piece that follows is added, a repeated one changes nothing, an overlapping one adds its new part', () => {
  expect(applyDelta('Bon', 3, 'jour')).toBe('Bonjour');
  expect(applyDelta('Bonjour', 3, 'jour')).toBe('Bonjour');
  expect(applyDelta('Bonj', 3, 'jour')).toBe('Bonjour');
  expect(applyDelta('', 0, '')).toBe('');
});

test('a piece beyond the end tells that something is missing', () => {
  expect(applyDelta('Bon', 5, 'ur')).toBeUndefined();
});

test('any text cut anywhere, with pieces sent again, comes out whole', () => {
  const cuts = fc.array(fc.nat(200), { maxLength: 20 });
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'binary' }), cuts, cuts, (text, ends, repeats) => {
      const bounds = [0, ...ends.filter(end => end < text.length).sort((a, b) => a - b), text.length];
      const pieces = bounds.slice(1).map((end, index) => {
        const start = bounds[index] ?? 0;
        return { offset: start, text: text.slice(start, end) };
      });
      let known = '';
      pieces.forEach((piece, index) => {
        known = applyDelta(known, piece.offset, piece.text) ?? 'a hole';
        const again = pieces[Math.min(index, repeats[index] ?? index)];
        if (again !== undefined) known = applyDelta(known, again.offset, again.text) ?? 'a hole';
      });
      expect(known).toBe(text);
    }),
  );
});
