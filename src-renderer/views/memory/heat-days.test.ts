/** The calendar of the memory ends today, begins on a Monday, and gives rare long days no say over the others. */
import { expect, test } from 'vitest';
import { dayTowards, heatCalendar } from './heat-days.ts';

const today = '2026-11-21';

test('whole weeks up to today, a Saturday', () => {
  const { days } = heatCalendar({ today, days: [{ date: '2026-11-19', count: 2 }] }, 53);
  expect(days).toHaveLength(52 * 7 + 6);
  expect(days[0]?.date).toBe('2025-11-17');
  expect(new Date(`${days[0]?.date}T00:00Z`).getUTCDay()).toBe(1);
  expect(days.at(-1)?.date).toBe(today);
  expect(days.filter(({ count }) => count > 0)).toEqual([{ date: '2026-11-19', count: 2, level: 1 }]);
});

test('light tells quarters of the days, not shares of the longest one', () => {
  const counts = [1, 2, 3, 1000].map((count, at) => ({ date: `2026-11-1${at}`, count }));
  const { days } = heatCalendar({ today, days: counts }, 4);
  expect(days.filter(({ count }) => count > 0).map(({ level }) => level)).toEqual([1, 2, 3, 4]);
  const same = [3, 4].map(at => ({ date: `2026-11-1${at}`, count: 5 }));
  expect(heatCalendar({ today, days: same }, 4).days.filter(({ level }) => level === 1)).toHaveLength(2);
});

test('months are named where they begin and have room', () => {
  const { months } = heatCalendar({ today, days: [] }, 53);
  expect(months.map(({ date }) => date.slice(0, 7))).toEqual([
    ...['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
  ]);
});

test('arrows walk by days and weeks, and stop at the ends', () => {
  expect(dayTowards('ArrowLeft', 20, 370)).toBe(13);
  expect(dayTowards('ArrowDown', 20, 370)).toBe(21);
  expect(dayTowards('ArrowRight', 369, 370)).toBeUndefined();
  expect(dayTowards('Home', 20, 370)).toBe(0);
  expect(dayTowards('a', 20, 370)).toBeUndefined();
});
