/** Questions about the past and the time that each names, as a person wrote it down: one set to work with, one that only measures. */
import { readFileSync } from 'node:fs';
import type { Language } from '../../../../domain/language.ts';
import { parseLocalTime } from '../../../../domain/local-time.ts';
import { timeOf } from '../time-of.ts';

export type CorpusSet = 'dev' | 'kept-aside';

interface Phrasing {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  /** Local, to the minute; null: it names no time gone by. */
  readonly start: string | null;
  readonly end: string | null;
}

/** All were written as if said on this Wednesday afternoon. */
export const corpusNow = '2026-11-18T15:30';
export const corpusZone = 'Europe/Paris';
const nowMs = parseLocalTime(corpusNow, corpusZone) ?? Number.NaN;

export const readPhrasings = (set: CorpusSet): readonly Phrasing[] =>
  readFileSync(new URL(`${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Phrasing);

export interface TimeRead {
  readonly start: string;
  readonly end: string;
}
export type TimeReader = (text: string, language: Language) => TimeRead | undefined;
export const ownReader: TimeReader = (text, language) => timeOf(text, { language, nowMs, zone: corpusZone });

export interface Agreement {
  readonly phrasings: number;
  /** Both ends to the minute, or no time where none is named. */
  readonly exact: number;
  /** The same days, whatever the hours. */
  readonly sameDays: number;
  /** At least half of what either covers is covered by both. */
  readonly overlapping: number;
  /** Names a time where there is none. */
  readonly falseAlarms: number;
}

/** `misses` gets what was not exact. */
export function agreement(
  phrasings: readonly Phrasing[],
  read: TimeReader,
  misses: (phrasing: Phrasing, found: TimeRead | undefined) => void = () => {},
): Agreement {
  const sum = { phrasings: 0, exact: 0, sameDays: 0, overlapping: 0, falseAlarms: 0 };
  for (const phrasing of phrasings) {
    const found = read(phrasing.text, phrasing.lang);
    const { start, end } = phrasing;
    const none = start === null || end === null;
    const exact = none ? found === undefined : found?.start === start && found.end === end;
    sum.phrasings += 1;
    sum.exact += exact ? 1 : 0;
    sum.sameDays += exact || (!none && found && sameDays(found, { start, end })) ? 1 : 0;
    sum.overlapping += exact || (!none && found && overlap(found, { start, end }) >= 0.5) ? 1 : 0;
    sum.falseAlarms += none && found ? 1 : 0;
    if (!exact) misses(phrasing, found);
  }
  return sum;
}

const sameDays = (a: TimeRead, b: TimeRead): boolean =>
  a.start.slice(0, 10) === b.start.slice(0, 10) && a.end.slice(0, 10) === b.end.slice(0, 10);

/** What both cover, of what either covers. */
function overlap(a: TimeRead, b: TimeRead): number {
  const [aStart = 0, aEnd = 0, bStart = 0, bEnd = 0] = [a.start, a.end, b.start, b.end].map(at =>
    Date.parse(`${at}Z`),
  );
  const both = Math.min(aEnd, bEnd) - Math.max(aStart, bStart);
  const either = Math.max(aEnd, bEnd) - Math.min(aStart, bStart);
  return both <= 0 ? 0 : either === 0 ? 1 : both / either;
}
