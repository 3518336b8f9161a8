/** Local times are read in their zone, on both sides of a clock change. */
import { describe, expect, it } from 'vitest';
import { parseLocalTime } from './local-time.ts';

const iso = (text: string, zone: string) => {
  const ms = parseLocalTime(text, zone);
  return ms === undefined ? undefined : new Date(ms).toISOString();
};

describe('parseLocalTime', () => {
  it.each([
    ['2026-11-21T10:00', 'Europe/Paris', '2026-11-21T09:00:00.000Z'],
    ['2026-07-14T10:00', 'Europe/Paris', '2026-07-14T08:00:00.000Z'],
    ['2026-11-21', 'America/New_York', '2026-11-21T05:00:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['2026-11-21T10:00Z', 'Asia/Tokyo', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T10:00+05:30', 'Asia/Tokyo', '2026-11-21T04:30:00.000Z'],
  ])('%s in %s', (text, zone, expected) => expect(iso(text, zone)).toBe(expected));

  it.each(['', 'tomorrow', '2026-02-30', '2026-11-21T25:00', '2026-11-21T10:61', '12'])('refuses %j', text =>
    expect(iso(text, 'Europe/Paris')).toBeUndefined(),
  );
});
