/** Long sound is cut in pauses and nothing of it is lost. */
import { expect, it } from 'vitest';
import { toFloat, toPcm16 } from './pcm.ts';
import { maxPieceSeconds, splitAtQuietPlaces } from './sound-pieces.ts';

const rate = 8_000;

/** A loud tone with silence in the given seconds. */
function toneWithPauses(seconds: number, pauses: readonly [from: number, to: number][]): Int16Array {
  return Int16Array.from({ length: seconds * rate }, (_, i) => {
    const at = i / rate;
    return pauses.some(([from, to]) => at >= from && at < to) ? 0 : Math.round(9_000 * Math.sin(at * 2_000));
  });
}

it('leaves short sound whole and makes nothing of nothing', () => {
  const sound = toneWithPauses(20, []);
  expect(splitAtQuietPlaces(sound, rate)).toEqual([sound]);
  expect(splitAtQuietPlaces(new Int16Array(0), rate)).toEqual([]);
});

it('cuts in the pauses, in pieces of at most 28 s, without losing a sample', () => {
  const sound = toneWithPauses(70, [
    [20, 20.6],
    [44, 44.5],
  ]);
  const pieces = splitAtQuietPlaces(sound, rate);
  const ends = pieces.map(
    (_, i) => pieces.slice(0, i + 1).reduce((sum, piece) => sum + piece.length, 0) / rate,
  );
  expect(ends).toHaveLength(3);
  expect(ends[0]).toBeGreaterThan(20);
  expect(ends[0]).toBeLessThan(20.6);
  expect(ends[1]).toBeGreaterThan(44);
  expect(ends[1]).toBeLessThan(44.5);
  expect(ends[2]).toBe(70);
});

it('cuts sound without any pause too', () => {
  const pieces = splitAtQuietPlaces(toneWithPauses(60, []), rate);
  expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(maxPieceSeconds * rate);
  expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(60 * rate);
});

it('converts samples there and back, clipping what is too loud', () => {
  expect([...toFloat(Int16Array.of(0, -32_768, 16_384), 1)]).toEqual([0, -1, 0.5, 0]);
  expect([...toPcm16(Float32Array.of(0, 2, -2, Number.NaN, 0.5))]).toEqual([0, 32_767, -32_768, 0, 16_384]);
});
