/** How much was said on each local day of the last year. */
import { civilOf, dayMs, isoDate, midnightOf, utcOf } from '../../domain/local-time.ts';
import type { MemoryExplorerStore } from '../../ports/memory-explorer-store.ts';
import type { MemoryDays } from './explorer.ts';

/** Whole weeks, so that a calendar of them has no hole. */
const shownDays = 53 * 7;

export async function daysOf(
  store: Pick<MemoryExplorerStore, 'countBetween'>,
  { nowMs, zone, name }: { readonly nowMs: number; readonly zone: string; readonly name?: string },
): Promise<MemoryDays> {
  const today = midnightOf(civilOf(nowMs, zone));
  const dates = Array.from({ length: shownDays + 1 }, (_, at) => today - (shownDays - at) * dayMs);
  const counts = await store.countBetween(beginnings([...dates, today + dayMs], zone), name);
  const days = dates.map((date, at) => ({ date: isoDate(date), count: counts[at] ?? 0 }));
  return { today: isoDate(today), days: days.filter(({ count }) => count > 0) };
}

/** When these days begin; the calendar of the zone is asked only where a day is not as long as most. */
function beginnings(dates: readonly number[], zone: string): readonly number[] {
  let before = Number.NaN;
  return dates.map(date => {
    const usual = before + dayMs;
    before = civilOrNot(usual, zone) === date ? usual : utcOf(date, zone);
    return before;
  });
}

const civilOrNot = (utcMs: number, zone: string): number =>
  Number.isNaN(utcMs) ? Number.NaN : civilOf(utcMs, zone);
