/** How much was said on each local day of the last year. */
import { civilOf, dayMs, isoDate, midnightOf, utcOf } from '../../domain/local-time.ts';
import type { MemoryExplorerStore } from '../../ports/memory-explorer-store.ts';
import type { MemoryDays } from './explorer.ts';

/** Whole weeks, so that a calendar of them has no hole. */
const shownDays = 53 * 7;

export async function daysOf(
  store: Pick<MemoryExplorerStore, 'said'>,
  { nowMs, zone, name }: { readonly nowMs: number; readonly zone: string; readonly name?: string },
): Promise<MemoryDays> {
  const today = midnightOf(civilOf(nowMs, zone));
  const said = await store.said(utcOf(today - shownDays * dayMs, zone), name);
  const counts = new Map<string, number>();
  const dateOf = dater(zone);
  for (const { startMs, episodes } of said) {
    const date = dateOf(startMs);
    counts.set(date, (counts.get(date) ?? 0) + episodes);
  }
  return { today: isoDate(today), days: [...counts].map(([date, count]) => ({ date, count })) };
}

/** Asks the calendar of the zone once a day, not once a quarter of an hour. */
function dater(zone: string): (utcMs: number) => string {
  let day = { startMs: 0, endMs: 0, date: '' };
  return utcMs => {
    if (utcMs < day.startMs || utcMs >= day.endMs) {
      const midnight = midnightOf(civilOf(utcMs, zone));
      day = {
        startMs: utcOf(midnight, zone),
        endMs: utcOf(midnight + dayMs, zone),
        date: isoDate(midnight),
      };
    }
    return day.date;
  };
}
