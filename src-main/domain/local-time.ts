/** Local wall-clock times, written as ISO without an offset, turned into UTC milliseconds in an IANA zone. */

const local = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/;

/**
 * `text`: `2026-11-21T10:00` (local in `zone`), `2026-11-21`, or an ISO time with its own offset.
 * Returns UTC milliseconds, or undefined when it is no such time. Where a clock change skips the hour, the
 * time just after the change is meant; where it repeats the hour, the first of the two.
 */
export function parseLocalTime(text: string, zone: string): number | undefined {
  const parts = local.exec(text);
  if (!parts) {
    const absolute = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(absolute) ? undefined : absolute;
  }
  const [year, month, day, hour, minute, second] = parts.slice(1).map(part => Number(part ?? 0));
  const asUtc = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  if (new Date(asUtc).getUTCDate() !== day || (hour ?? 0) > 23 || (minute ?? 0) > 59) return undefined;
  return utcOf(asUtc, zone);
}

/** A local date and time written as if it were UTC milliseconds: arithmetic on days stays exact over clock changes. */
export type CivilMs = number;

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** The local clock of `zone` at `utcMs`, to the second. */
export function civilOf(utcMs: number, zone: string): CivilMs {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(utcMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
}

/**
 * UTC milliseconds of a local time. A time that the clocks skip in spring is moved forward by the skipped hour; of a
 * time that comes twice in autumn the first is meant.
 */
export function utcOf(civil: CivilMs, zone: string): number {
  const guesses = [civil - dayMs, civil + dayMs].map(near => civil - offsetAt(near, zone));
  const exact = guesses.filter(guess => civilOf(guess, zone) === civil);
  if (exact.length > 0) return Math.min(...exact);
  return Math.max(...guesses);
}

function offsetAt(utcMs: number, zone: string): number {
  return civilOf(utcMs, zone) - Math.floor(utcMs / 1000) * 1000;
}

/** `2026-11-22T07:00`. */
export const isoMinute = (civil: CivilMs): string => new Date(civil).toISOString().slice(0, 16);
/** `2026-11-22`. */
export const isoDate = (civil: CivilMs): string => new Date(civil).toISOString().slice(0, 10);
/** The civil time of `2026-11-22` or `2026-11-22T07:00`. */
export const civilOfIso = (iso: string): CivilMs =>
  Date.parse(`${iso.length === 10 ? `${iso}T00:00` : iso}:00Z`);
export const midnightOf = (civil: CivilMs): CivilMs => Math.floor(civil / dayMs) * dayMs;
