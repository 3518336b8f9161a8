/** How strong a memory was from day to day, and will be if nobody asks for it again. */
import { dayMs } from '../../domain/local-time.ts';
import { strength } from './strength.ts';

export interface StrengthPoint {
  readonly atMs: number;
  /** 0 to 1. */
  readonly strength: number;
}

export interface CurveOf {
  readonly atMs: number;
  readonly salience: number;
  /** All there were; those of which the time is not known count from the start. */
  readonly recalls: number;
  readonly recalledAtMs: readonly number[];
}

const samples = 40;
/** So far ahead, as a share of its age, and at least a month. */
const aheadShare = 0.35;
const leastAheadMs = 30 * dayMs;

/** Oldest first; each recall has a point right before it and one at it. */
export function strengthCurve(memory: CurveOf, nowMs: number): readonly StrengthPoint[] {
  const { atMs, salience, recalls } = memory;
  const startMs = Math.min(atMs, nowMs);
  const endMs = nowMs + Math.max(leastAheadMs, (nowMs - startMs) * aheadShare);
  const recalled = memory.recalledAtMs.filter(at => at > startMs && at <= nowMs).toSorted((a, b) => a - b);
  const unknown = Math.max(0, recalls - recalled.length);
  const at = (timeMs: number, isBefore: boolean): StrengthPoint => {
    const before = recalled.filter(one => (isBefore ? one < timeMs : one <= timeMs));
    const last = before.at(-1);
    return {
      atMs: timeMs,
      strength: strength({
        ...{ ageMs: timeMs - startMs, recalls: unknown + before.length, salience },
        ...(last !== undefined && { sinceRecallMs: timeMs - last }),
      }),
    };
  };
  const times = [
    ...Array.from({ length: samples + 1 }, (_, n) => startMs + ((endMs - startMs) * n) / samples),
    nowMs,
  ];
  const points = [
    ...times.map(time => at(time, false)),
    ...recalled.flatMap(time => [at(time, true), at(time, false)]),
  ];
  return points.toSorted((one, other) => one.atMs - other.atMs || one.strength - other.strength);
}
