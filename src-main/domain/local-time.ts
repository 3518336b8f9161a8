/** Local wall-clock times, written as ISO without an offset, turned into UTC milliseconds in an IANA zone. */

const local = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/;

/**
 * `text`: `2026-11-21T10:00` (local in `zone`), `2026-11-21`, or an ISO time with its own offset.
 * Returns UTC milliseconds, or undefined when it is no such time. Where a clock change skips the hour, the
 * time just after the change is meant; where it repeats the hour, one of the two.
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
  const guess = asUtc - zoneOffsetMs(asUtc, zone);
  return asUtc - zoneOffsetMs(guess, zone);
}

/** How far `zone` is ahead of UTC at `atMs`, in milliseconds. Throws RangeError for an unknown zone. */
function zoneOffsetMs(atMs: number, zone: string): number {
  const written = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(written.find(p => p.type === type)?.value ?? 0);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(atMs / 1000) * 1000;
}
