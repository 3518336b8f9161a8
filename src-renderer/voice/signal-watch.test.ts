/** A dead or overloaded microphone is told once for each capture; a pause and a knock are not. */
import { expect, it } from 'vitest';
import { SignalWatch } from './signal-watch.ts';

const hear = (watch: SignalWatch, peak: number, ms: number) =>
  Array.from({ length: ms / 20 }, () => watch.push({ peak })).filter(Boolean);

it('tells of three seconds without any sound, once, and again in the next capture', () => {
  const watch = new SignalWatch();
  expect(hear(watch, 0, 2_980)).toEqual([]);
  expect(hear(watch, 0, 10_000)).toEqual(['silent']);
  watch.reset();
  expect(hear(watch, 0, 3_000)).toEqual(['silent']);
});

it('takes the noise of a quiet room for a microphone that works', () => {
  expect(hear(new SignalWatch(), 0.0003, 60_000)).toEqual([]);
});

it('tells of sound that is cut off again and again, not of one knock', () => {
  const watch = new SignalWatch();
  expect(hear(watch, 1, 200)).toEqual([]);
  expect(hear(watch, 0.3, 4_000)).toEqual([]);
  expect(hear(watch, 1, 400)).toEqual(['clipped']);
  expect(hear(watch, 1, 4_000)).toEqual([]);
});
