/** What of a turn's timeline is drawn: rows with their spans, an axis that holds them, and the one large figure. Pure. */
import type { Message } from './contract-types.ts';

export type Timeline = NonNullable<Message['timeline']>;

export type RowName = 'speech' | 'recall' | 'recognition' | 'turnEnd' | 'firstWord' | 'firstSound';

export interface TimelineRow {
  readonly name: RowName;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Axis {
  readonly fromMs: number;
  readonly toMs: number;
  readonly ticks: readonly number[];
}

/** A spoken answer should be heard by then. */
export const goalMs = 300;
/** Of one's own words only the end is of interest here. */
const speechShownMs = 150;

/** One's own speech, whose end is the zero, then the others in the order in which they end. A row without a span of its own begins where the one before it ended. */
export function rowsOf(timeline: Timeline): readonly TimelineRow[] {
  const { speech, recall, recognition, turnEndMs, firstWordMs, firstSoundMs } = timeline;
  const own: TimelineRow[] = [
    ...(recall ? [{ name: 'recall', ...recall } as const] : []),
    ...(recognition ? [{ name: 'recognition', ...recognition } as const] : []),
    ...(turnEndMs === undefined ? [] : [{ name: 'turnEnd', fromMs: 0, toMs: turnEndMs } as const]),
  ];
  const ended = [...own, ...(speech ? [speech] : [])].map(({ toMs }) => toMs);
  const after = (name: RowName, toMs: number | undefined): readonly TimelineRow[] => {
    if (toMs === undefined) return [];
    const before = ended.filter(ms => ms <= toMs);
    const fromMs = Math.min(toMs, Math.max(...before, before.length === 0 ? Math.min(0, toMs) : -Infinity));
    ended.push(toMs);
    return [{ name, fromMs, toMs }];
  };
  const derived = [...after('firstWord', firstWordMs), ...after('firstSound', firstSoundMs)];
  const first: readonly TimelineRow[] = speech ? [{ name: 'speech', ...speech }] : [];
  return [...first, ...own.toSorted((a, b) => a.toMs - b.toMs || a.fromMs - b.fromMs), ...derived];
}

/** The one large figure: what the person waited for. */
export function headlineOf({
  firstSoundMs,
  firstWordMs,
}: Timeline): { readonly of: 'firstSound' | 'firstWord'; readonly ms: number } | undefined {
  if (firstSoundMs !== undefined) return { of: 'firstSound', ms: firstSoundMs };
  return firstWordMs === undefined ? undefined : { of: 'firstWord', ms: firstWordMs };
}

const steps = [50, 150, 300, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000];
const ticksAtMost = 3;

/** Holds every row and the goal; of the words before the zero only their end. */
export function axisOf(rows: readonly TimelineRow[]): Axis {
  const last = Math.max(goalMs, ...rows.map(({ toMs }) => toMs));
  const first = Math.min(0, ...rows.map(row => (row.name === 'speech' ? -speechShownMs : row.fromMs)));
  const step = steps.find(one => last / one < ticksAtMost) ?? last;
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step);
  const room = (last - first) * 0.04;
  return { fromMs: first, toMs: last + room, ticks };
}

/** Where a span lies on the axis, in shares of its length; what lies before the axis is cut off. */
export function placed({ fromMs, toMs }: Pick<TimelineRow, 'fromMs' | 'toMs'>, axis: Axis) {
  const share = (ms: number): number => (Math.max(ms, axis.fromMs) - axis.fromMs) / (axis.toMs - axis.fromMs);
  return { from: share(fromMs), length: share(toMs) - share(fromMs) };
}
