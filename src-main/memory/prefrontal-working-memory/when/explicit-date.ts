/** Dates in the many ways of writing them, read by chrono-node where our own grammar names nothing. */

import type { ParsedComponents } from 'chrono-node';
import * as chrono from 'chrono-node/en';
import * as chronoFrench from 'chrono-node/fr';
import type { Language } from '../../../domain/language.ts';
import { civil, dateAt, monthAt } from './calendar.ts';
import { dayAt, type Now, period } from './period.ts';
import type { Reading } from './reader.ts';

const readers: Readonly<Record<Language, typeof chrono.casual>> = {
  en: chrono.strict,
  fr: chronoFrench.strict as typeof chrono.strict,
};
/** A month by its name beside a figure, or a date in figures alone. */
const written =
  /\d.*\b(?:jan|feb|f[eé]v|mar|a[pv]r|ma[iy]|jui?n|jui?l|aug|ao[uû]|sep|oct|nov|d[eé]c)|\b(?:jan|feb|f[eé]v|mar|a[pv]r|ma[iy]|jui?n|jui?l|aug|ao[uû]|sep|oct|nov|d[eé]c)\p{L}*\.? .*\d|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/iu;
const length = /minute|hour|second|day|week|month|year|minute|heure|jour|semaine|mois|\bans?\b/i;
const longestText = 1000;

/** Only what is written out: a month with a day or a year. Everything relative is the grammar's. */
export function explicitDate(text: string, language: Language, now: Now): Reading | undefined {
  const found = readers[language].parse(text.slice(0, longestText), new Date(now.now), {
    forwardDate: false,
  });
  for (const { start, end, index, text: words } of found) {
    const from = writtenDay(start, now);
    const to = end && writtenDay(end, now);
    if (!written.test(words) || length.test(words) || !from || from.start > now.today) continue;
    const place = { start: index, end: index + words.length };
    return to && to.start >= from.start
      ? { period: period(from.start, to.end, 'span'), ...place }
      : { period: from, ...place };
  }
  return undefined;
}

function writtenDay(parts: ParsedComponents, now: Now) {
  if (!parts.isCertain('month')) return undefined;
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  if (month === null || !(parts.isCertain('day') || parts.isCertain('year'))) return undefined;
  if (!parts.isCertain('day') || day === null) return monthAt(year ?? now.year, month - 1);
  const known = parts.isCertain('year') && year !== null ? year : undefined;
  if (known !== undefined) return dateAt(known, month - 1, day);
  const thisYear = dateAt(now.year, month - 1, day);
  return thisYear && thisYear.start <= now.today ? thisYear : dayAt(civil(now.year - 1, month - 1, day));
}
