/** The time that a question about the past names: "mardi dernier", "between March and May", "three days ago". */
import type { Language } from '../../../domain/language.ts';
import { type CivilMs, civilOfIso, dayMs, isoMinute, minuteMs, utcOf } from '../../../domain/local-time.ts';
import { english } from './english.ts';
import { explicitDate } from './explicit-date.ts';
import { french } from './french.ts';
import { speaksOfFuture } from './future.ts';
import { type Now, nowIn, type Period } from './period.ts';
import { type Reading, readTimes } from './reader.ts';
import { tokensOf } from './tokens.ts';

export interface NamedTime {
  /** Local, to the minute: `2026-11-17T00:00`. */
  readonly start: string;
  /** The last minute that belongs to it: `2026-11-17T23:59`. */
  readonly end: string;
  /** The words that name it, as they stand in the sentence. */
  readonly text: string;
  readonly startMs: number;
  /** The last millisecond that belongs to it. */
  readonly endMs: number;
  /** "Before …": its start is 1970-01-01T00:00 and means nothing. */
  readonly openStart?: true;
  /** "Recently", "the other day", "a few weeks ago": a hint, and no border. */
  readonly vague?: true;
}

export interface TimeContext {
  readonly language: Language;
  /** UTC milliseconds. */
  readonly nowMs: number;
  /** IANA name. */
  readonly zone: string;
  /** ISO date; without it ages ("when I was 12") name no time. */
  readonly birthDate?: string;
}

const grammars = { fr: french, en: english };

/**
 * Undefined where the words name no time, or one to come. Weeks go from Monday to Sunday; days, weeks, months and
 * years that are not over end with today; what begins in the past and lasts ("since") ends with this minute.
 */
export function timeOf(text: string, context: TimeContext): NamedTime | undefined {
  const { language, nowMs, zone, birthDate } = context;
  const birth = birthDate && /^\d{4}-\d\d-\d\d$/.test(birthDate) ? civilOfIso(birthDate) : undefined;
  const now = nowIn(nowMs, zone, birth);
  const tokens = tokensOf(text, language);
  const { readings, future: named } = readTimes(tokens, grammars[language], now);
  const future = named || speaksOfFuture(tokens.map(({ word }) => word).join(' '), language);
  const own = choose(readings, text, now, future);
  const found = own ?? (readings.length === 0 && !future ? explicitDate(text, language, now) : undefined);
  const bounded = found && bound(found.period, now);
  if (!found || !bounded) return undefined;
  const [startMs, endMs] = [utcOf(bounded.start, zone), utcOf(bounded.end, zone) - 1];
  // A day that never was: Samoa passed over 30 December 2011.
  if (endMs < startMs) return undefined;
  return {
    start: isoMinute(bounded.start),
    end: isoMinute(bounded.end - minuteMs),
    text: text.slice(found.start, found.end),
    startMs,
    endMs,
    ...(found.period.openStart && { openStart: true as const }),
    ...(found.period.vague && { vague: true as const }),
  };
}

/** The first that says something: a written year settles it, and vague ones count only where there is no other. */
function choose(readings: readonly Reading[], text: string, now: Now, future: boolean): Reading | undefined {
  const past = readings.filter(({ period }) => bound(period, now) && !(future && period.guessed));
  return (
    past.find(({ start, end }) => /\d{4}/.test(text.slice(start, end))) ??
    past.find(({ period }) => !period.vague) ??
    past[0]
  );
}

/** Nothing behind today, and nothing that has not begun today at the latest. */
function bound({ start, end }: Period, now: Now): { start: CivilMs; end: CivilMs } | undefined {
  const midnight = now.today + dayMs;
  const to =
    start < midnight && end > midnight && end <= midnight + 6 * 3_600_000 ? end : Math.min(end, midnight);
  return start < to ? { start, end: to } : undefined;
}
