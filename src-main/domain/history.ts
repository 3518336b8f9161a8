/** What is measured over time, at which grain it is kept, and how a span of it is drawn. */
import { emptyHistogram, type Histogram, merged, percentile } from './histogram.ts';
import { civilOf, dayMs, hourMs, midnightOf, minuteMs, utcOf } from './local-time.ts';

/** Seconds, but `tokens_per_second` and the count of `errors`. */
export const measures = [
  'first_token',
  'first_sound',
  'transcribe',
  'recall',
  'total',
  'tokens_per_second',
  'errors',
] as const;
export type Measure = (typeof measures)[number];

export const grains = ['minute', 'hour', 'day'] as const;
export type Grain = (typeof grains)[number];

/** How long each grain is kept; a little more than the span that is drawn from it. */
export const keptMs: Readonly<Record<Grain, number>> = {
  minute: 25 * hourMs,
  hour: 32 * dayMs,
  day: 367 * dayMs,
};

export interface MeasureRow {
  readonly measure: Measure;
  readonly grain: Grain;
  readonly fromMs: number;
  readonly histogram: Histogram;
}

export const spans = ['hour', 'day', 'week', 'month', 'year'] as const;
export type Span = (typeof spans)[number];

interface Drawn {
  readonly grain: Grain;
  /** Of one point. */
  readonly stepMs: number;
  readonly points: number;
}

const drawn: Readonly<Record<Span, Drawn>> = {
  hour: { grain: 'minute', stepMs: minuteMs, points: 60 },
  day: { grain: 'minute', stepMs: 10 * minuteMs, points: 144 },
  week: { grain: 'hour', stepMs: hourMs, points: 168 },
  month: { grain: 'hour', stepMs: 6 * hourMs, points: 124 },
  year: { grain: 'day', stepMs: dayMs, points: 366 },
};

export interface HistoryPoint {
  readonly atMs: number;
  readonly count: number;
  /** Absent where nothing was measured. */
  readonly p50?: number;
  readonly p95?: number;
}

export interface History {
  readonly span: Span;
  readonly stepMs: number;
  readonly series: readonly { readonly measure: Measure; readonly points: readonly HistoryPoint[] }[];
}

/** When the minute, hour or day of `atMs` began; a day is that of `zone`. */
export function startOf(grain: Grain, atMs: number, zone: string): number {
  if (grain === 'day') return utcOf(midnightOf(civilOf(atMs, zone)), zone);
  const lengthMs = grain === 'hour' ? hourMs : minuteMs;
  return Math.floor(atMs / lengthMs) * lengthMs;
}

export const grainOf = (span: Span): Grain => drawn[span].grain;
export const spanStartMs = (span: Span, nowMs: number): number =>
  nowMs - drawn[span].stepMs * drawn[span].points;

/** A point for every step that has something in it, oldest first; `rows` are of the span's grain. */
export function historyOf(span: Span, rows: readonly MeasureRow[], nowMs: number): History {
  const { stepMs } = drawn[span];
  const firstMs = spanStartMs(span, nowMs);
  const series = measures.map(measure => {
    const steps = new Map<number, Histogram[]>();
    for (const row of rows) {
      if (row.measure !== measure || row.fromMs + stepMs <= firstMs) continue;
      // Days begin at midnight, which is no multiple of their length.
      const atMs = span === 'year' ? row.fromMs : Math.floor(row.fromMs / stepMs) * stepMs;
      steps.set(atMs, [...(steps.get(atMs) ?? []), row.histogram]);
    }
    const points = [...steps].sort(([a], [b]) => a - b).map(([atMs, of]) => pointOf(atMs, merged(of)));
    return { measure, points };
  });
  return { span, stepMs, series };
}

function pointOf(atMs: number, histogram: Histogram = emptyHistogram): HistoryPoint {
  const p50 = percentile(histogram, 0.5);
  const p95 = percentile(histogram, 0.95);
  return { atMs, count: histogram.count, ...(p50 !== undefined && p95 !== undefined && { p50, p95 }) };
}
