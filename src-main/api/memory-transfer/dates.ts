/** Dates of other programs, in whatever form, as milliseconds. */

/** The farthest that a date may lie from 1970. */
const farthestMs = 8.64e15;

/** Seconds since 1970. */
export const msOfSeconds = (seconds: number | null | undefined, otherwiseMs: number): number =>
  inRange(seconds == null ? Number.NaN : Math.round(seconds * 1000), otherwiseMs);

/** ISO; without a zone it is UTC. */
export function msOfIso(text: string | null | undefined, otherwiseMs: number): number {
  if (text == null || !/^\d{4}-\d{2}-\d{2}/.test(text)) return otherwiseMs;
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(text) || text.length <= 10;
  return inRange(Date.parse(hasZone ? text : `${text.replace(' ', 'T')}Z`), otherwiseMs);
}

const inRange = (ms: number, otherwiseMs: number): number => (Math.abs(ms) <= farthestMs ? ms : otherwiseMs);
