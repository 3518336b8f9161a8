/** Numbers, times, dates and lengths of time as they are said in each language. */
import type { Language } from '../../domain/language.ts';
import { type CivilMs, civilOf, dayMs, midnightOf } from '../../domain/local-time.ts';

/** A non-breaking space, as French puts before units and double punctuation. */
export const nbsp = '\u00a0';

/** `17 h 05` in French, `5:05 PM` in English. */
export function clockTime(civil: CivilMs, language: Language): string {
  const date = new Date(civil);
  const minutes = String(date.getUTCMinutes()).padStart(2, '0');
  const hours = date.getUTCHours();
  if (language === 'fr') return minutes === '00' ? `${hours}${nbsp}h` : `${hours}${nbsp}h${nbsp}${minutes}`;
  return `${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** `samedi 21 novembre 2026`, `Saturday, November 21, 2026`; without the year where `withYear` is false. */
export function longDate(civil: CivilMs, language: Language, withYear = true): string {
  const written = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-US', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(withYear && { year: 'numeric' }),
  }).format(civil);
  return language === 'fr' ? written.replace(/(^|\D)1(?= [a-zûé])/, '$11er') : written;
}

export const weekdayOf = (civil: CivilMs, language: Language): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-US', { timeZone: 'UTC', weekday: 'long' }).format(
    civil,
  );

/** "aujourd’hui à 17 h", "tomorrow at 5:00 PM", "lundi 23 novembre à 9 h". */
export function moment(utcMs: number, nowMs: number, zone: string, language: Language): string {
  const civil = civilOf(utcMs, zone);
  const now = civilOf(nowMs, zone);
  const days = (midnightOf(civil) - midnightOf(now)) / dayMs;
  const sameYear = new Date(civil).getUTCFullYear() === new Date(now).getUTCFullYear();
  const day =
    nearDay(days, language) ?? `${language === 'fr' ? 'le ' : 'on '}${longDate(civil, language, !sameYear)}`;
  return `${day} ${language === 'fr' ? 'à' : 'at'} ${clockTime(civil, language)}`;
}

function nearDay(days: number, language: Language): string | undefined {
  if (days === 0) return language === 'fr' ? 'aujourd’hui' : 'today';
  if (days === 1) return language === 'fr' ? 'demain' : 'tomorrow';
  return days === -1 ? (language === 'fr' ? 'hier' : 'yesterday') : undefined;
}

const units: readonly (readonly [seconds: number, fr: string, en: string])[] = [
  [86_400, 'jour', 'day'],
  [3600, 'heure', 'hour'],
  [60, 'minute', 'minute'],
  [1, 'seconde', 'second'],
];

/** `1 heure et 30 minutes`; the two largest units are enough for a glance. */
export function lengthOfTime(seconds: number, language: Language, most = 3): string {
  let rest = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const [size, fr, en] of units) {
    const count = Math.floor(rest / size);
    if (count === 0 || parts.length === most) continue;
    rest -= count * size;
    parts.push(`${count}${nbsp}${language === 'fr' ? fr : en}${count > 1 ? 's' : ''}`);
  }
  if (parts.length === 0) return language === 'fr' ? `0${nbsp}seconde` : `0${nbsp}seconds`;
  return enumerate(parts, language);
}

/** "a, b et c". */
export function enumerate(parts: readonly string[], language: Language): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return `${parts.slice(0, -1).join(', ')} ${language === 'fr' ? 'et' : 'and'} ${last}`;
}

/** Up to `digits` significant digits, grouped, with the decimal sign of the language; very large and small as powers. */
export function figure(value: number, language: Language, digits = 12): string {
  const locale = language === 'fr' ? 'fr-FR' : 'en-US';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    return `${figure(Number(mantissa), language, 6)} × 10^${Number(exponent)}`;
  }
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value);
}

/** A sum in figures with the decimal comma in French. */
export const sumText = (expression: string, language: Language): string =>
  language === 'fr' ? expression.replaceAll('.', ',').replaceAll('%', `${nbsp}%`) : expression;

/** « … » or “…” around the user's words. */
export const quoted = (words: string, language: Language): string =>
  language === 'fr' ? `«${nbsp}${words}${nbsp}»` : `“${words}”`;

/** A Markdown list of one-line items. */
export const bullets = (items: readonly string[]): string =>
  items.map(item => `- ${item.replace(/\s*\n\s*/g, ' ')}`).join('\n');

/** First letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
