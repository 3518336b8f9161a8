/** Quiet hours through midnight, over a change of the clocks, and where there are none. */
import { expect, test } from 'vitest';
import { isQuietAt, isTimeOfDay } from './quiet-hours.ts';

const paris = 'Europe/Paris';
const night = { from: '22:00', to: '07:00' };
const quiet = (iso: string, hours = night): boolean => isQuietAt(hours, Date.parse(iso), paris);

test('a night reaches into the next morning', () => {
  expect(quiet('2026-11-22T21:59:59+01:00')).toBe(false);
  expect(quiet('2026-11-22T22:00:00+01:00')).toBe(true);
  expect(quiet('2026-11-23T00:00:00+01:00')).toBe(true);
  expect(quiet('2026-11-23T06:59:59+01:00')).toBe(true);
  expect(quiet('2026-11-23T07:00:00+01:00')).toBe(false);
});

test('hours within one day end on it', () => {
  const noon = { from: '12:30', to: '14:00' };
  expect(quiet('2026-11-22T12:29:00+01:00', noon)).toBe(false);
  expect(quiet('2026-11-22T13:00:00+01:00', noon)).toBe(true);
  expect(quiet('2026-11-22T14:00:00+01:00', noon)).toBe(false);
});

test('the clock on the wall counts, also in the night in which it is set', () => {
  expect(quiet('2026-10-25T04:30:00Z')).toBe(true);
  expect(quiet('2026-10-25T06:30:00Z')).toBe(false);
});

test('no hours, or hours that end as they begin, are never quiet', () => {
  expect(isQuietAt(undefined, 0, paris)).toBe(false);
  expect(quiet('2026-11-22T22:00:00+01:00', { from: '22:00', to: '22:00' })).toBe(false);
});

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['7:00', false],
  ['07:60', false],
  ['', false],
])('%s is a time of day: %s', (text, isOne) => expect(isTimeOfDay(text)).toBe(isOne));
