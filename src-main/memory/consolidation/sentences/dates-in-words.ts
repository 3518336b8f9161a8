/** Local ISO dates as they are said: `2026-03-03` is "3 mars 2026" and "3 March 2026", `2019` stays. */
import type { Language } from '../../../domain/language.ts';

const iso = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d))?)?)?$/;
/** A birthday without its year. */
const dayOfYear = /^(?:--|0000-)?(?<month>\d\d)-(?<day>\d\d)$/;

export const isIsoDate = (text: string): boolean => iso.test(text) || dayOfYear.test(text);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than all the rest of a sentence. */
function formatOf(language: Language, withDay: boolean, withYear: boolean): Intl.DateTimeFormat {
  const key = `${language}${withDay}${withYear}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    month: 'long',
    ...(withDay && { day: 'numeric' }),
    ...(withYear && { year: 'numeric' }),
  });
  formats.set(key, made);
  return made;
}

/** Other text comes back as it is. */
export function dateInWords(text: string, language: Language): string {
  const { year, month, day, hour, minute } = (iso.exec(text) ?? dayOfYear.exec(text))?.groups ?? {};
  if (month === undefined) return text;
  const format = formatOf(language, day !== undefined, year !== undefined);
  const written = format.format(Date.UTC(Number(year ?? 2000), Number(month) - 1, Number(day ?? 1)));
  const date = language === 'fr' ? written.replace(/^1(?= \p{L})/u, '1er') : written;
  if (hour === undefined || minute === undefined) return date;
  return language === 'fr'
    ? `${date} à ${Number(hour)} h${minute === '00' ? '' : ` ${minute}`}`
    : `${date} at ${hour}:${minute}`;
}

/** "le 3 mars 2026", "en mars 2026", "en 2019"; "on 3 March 2026", "in March 2026". */
export function onDate(text: string, language: Language): string {
  const words = dateInWords(text, language);
  if (!isIsoDate(text)) return words;
  const isDay = text.length >= 10 || dayOfYear.test(text);
  if (language === 'fr') return isDay ? `le ${words}` : `en ${words}`;
  return isDay ? `on ${words}` : `in ${words}`;
}
