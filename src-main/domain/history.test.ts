/** Measures are added up so that percentiles stay true, and drawn over each span. */
import { describe, expect, it } from 'vitest';
import { bucketOf, type Histogram, histogramOf, histogramText, merged, percentile } from './histogram.ts';
import { historyOf, type MeasureRow, spans, startOf } from './history.ts';
import { dayMs, hourMs, minuteMs } from './local-time.ts';

const of = (...values: number[]): Histogram =>
  merged(values.map(value => ({ count: 1, buckets: new Map([[bucketOf(value), 1]]) })));

describe('a histogram', () => {
  it('gives percentiles within 2.5 %, whatever the order and the parts it was added up from', () => {
    const values = Array.from({ length: 1000 }, (_, i) => 0.01 + i * 0.003);
    const parts = [of(...values.slice(0, 10)), of(...values.slice(600)), of(...values.slice(10, 600))];
    const all = merged(parts);
    for (const share of [0.01, 0.5, 0.95, 1]) {
      const exact = values[Math.ceil(share * 1000) - 1] ?? 0;
      const found = percentile(all, share) ?? 0;
      expect(Math.abs(found / exact - 1)).toBeLessThan(0.025);
    }
  });

  it('has no percentile when nothing was measured, and stays the same as text', () => {
    expect(percentile(of(), 0.5)).toBeUndefined();
    const one = of(0.2, 0.2, 7);
    expect(histogramOf(histogramText(one))).toEqual(one);
    expect(histogramOf('3:x 4:2 rubbish')).toEqual({ count: 2, buckets: new Map([[4, 2]]) });
  });
});

describe('a span', () => {
  const nowMs = Date.parse('2026-11-21T22:30:30Z');
  const row = (fromMs: number, grain: MeasureRow['grain'], ...values: number[]): MeasureRow => ({
    measure: 'first_token',
    grain,
    fromMs,
    histogram: of(...values),
  });
  const points = (span: (typeof spans)[number], ...rows: MeasureRow[]) =>
    historyOf(span, rows, nowMs).series.find(({ measure }) => measure === 'first_token')?.points;

  it('has a point where something was measured, and none elsewhere', () => {
    const at = startOf('minute', nowMs - 5 * minuteMs, 'UTC');
    expect(points('hour', row(at, 'minute', 1, 1, 3))).toEqual([
      { atMs: at, count: 3, p50: expect.closeTo(1, 1), p95: expect.closeTo(3, 0) },
    ]);
    for (const span of spans) expect(points(span)).toEqual([]);
  });

  it('puts ten minutes of a day, and six hours of a month, into one point', () => {
    const ten = Math.floor(nowMs / (10 * minuteMs)) * 10 * minuteMs;
    expect(points('day', row(ten, 'minute', 1), row(ten + 9 * minuteMs, 'minute', 1))).toMatchObject([
      { atMs: ten, count: 2 },
    ]);
    const six = Math.floor(nowMs / (6 * hourMs)) * 6 * hourMs;
    expect(points('month', row(six, 'hour', 1), row(six + 5 * hourMs, 'hour', 1))).toMatchObject([
      { atMs: six, count: 2 },
    ]);
  });

  it('leaves out what is older', () => {
    expect(points('hour', row(nowMs - 2 * hourMs, 'minute', 1))).toEqual([]);
    expect(points('week', row(nowMs - 8 * dayMs, 'hour', 1))).toEqual([]);
  });

  it('begins a day at midnight where the person is', () => {
    expect(startOf('day', nowMs, 'Europe/Paris')).toBe(Date.parse('2026-11-20T23:00:00Z'));
    expect(startOf('day', nowMs, 'Pacific/Auckland')).toBe(Date.parse('2026-11-21T11:00:00Z'));
  });
});
