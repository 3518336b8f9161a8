/** What a client may ask about the program itself. */
import { civilOf, dayMs, midnightOf, utcOf } from '../domain/local-time.ts';
import { isThisComputer, type LedgerRow } from '../domain/outbound.ts';
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `system.${string}` | `logs.${string}`>;

export function systemHandlers(services: Services): Pick<Handlers, Names> {
  const { system, clock } = services;
  const zone = () => services.current().preferences().zone ?? clock.zone();
  return {
    'system.parts': () => system.parts(),
    'system.history': ({ span }) => system.history(span),
    'system.ledger': async ({ days }) => {
      const today = midnightOf(civilOf(clock.nowMs(), zone()));
      const sinceMs = utcOf(today - (days - 1) * dayMs, zone());
      return { sinceMs, ...sumLedger(await system.transfers(sinceMs), zone()) };
    },
    'system.transfers': async ({ sinceMs, beforeMs = Number.POSITIVE_INFINITY, limit }) => {
      const rows = await system.transfers(sinceMs);
      return { rows: rows.filter(({ fromMs }) => fromMs < beforeMs).slice(0, limit) };
    },
    'system.mend': async ({ mend }) => {
      await system.mend(mend);
      return {};
    },
    'logs.search': question => system.searchLogs(question),
  };
}

const quarterMs = 15 * 60_000;

interface Traffic {
  readonly requests: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
}

const none: Traffic = { requests: 0, bytesOut: 0, bytesIn: 0 };

const plus = (a: Traffic, b: Traffic): Traffic => ({
  requests: a.requests + b.requests,
  bytesOut: a.bytesOut + b.bytesOut,
  bytesIn: a.bytesIn + b.bytesIn,
});

const sumOf = (rows: readonly Traffic[]): Traffic => rows.reduce<Traffic>(plus, none);

/** To whom, why and by whose order, and how much each day. */
export function sumLedger(rows: readonly LedgerRow[], zone: string) {
  const [here, out] = [rows.filter(isHere), rows.filter(row => !isHere(row))];
  const groups = Map.groupBy(rows, ({ host, purpose, orderedBy }) => `${host} ${purpose} ${orderedBy}`);
  const entries = [...groups.values()].flatMap(group => {
    const [first] = group;
    if (first === undefined) return [];
    const { host, purpose, orderedBy } = first;
    const times = group.map(({ fromMs }) => fromMs);
    const [firstMs, lastMs] = [Math.min(...times), Math.max(...times)];
    return [{ host, purpose, orderedBy, isHere: isHere(first), ...sumOf(group), firstMs, lastMs }];
  });
  const dayOf = daysOf(zone);
  const byDay = Map.groupBy(out, ({ fromMs }) => dayOf(fromMs));
  return {
    out: sumOf(out),
    here: sumOf(here),
    entries: entries.sort((a, b) => b.bytesOut + b.bytesIn - a.bytesOut - a.bytesIn),
    days: [...byDay]
      .map(([atMs, of]) => ({ atMs, bytesOut: sumOf(of).bytesOut, bytesIn: sumOf(of).bytesIn }))
      .sort((a, b) => a.atMs - b.atMs),
  };
}

/** When a day began; asked of the system's calendar once for each quarter of an hour, in which no clock is set. */
function daysOf(zone: string): (atMs: number) => number {
  const known = new Map<number, number>();
  return atMs => {
    const quarter = Math.floor(atMs / quarterMs);
    const day = known.get(quarter) ?? utcOf(midnightOf(civilOf(quarter * quarterMs, zone)), zone);
    known.set(quarter, day);
    return day;
  };
}

const isHere = ({ host }: LedgerRow): boolean => isThisComputer(host);
