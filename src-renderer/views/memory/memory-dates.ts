/** Days of the memory as words; a day is `2026-09-02`, wherever the window runs. */
import type { Language } from '../../store/contract-types.ts';

const locale: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

function formatOf(options: Intl.DateTimeFormatOptions): (date: string, language: Language) => string {
  const made = new Map<Language, Intl.DateTimeFormat>();
  return (date, language) => {
    const format =
      made.get(language) ?? new Intl.DateTimeFormat(locale[language], { ...options, timeZone: 'UTC' });
    made.set(language, format);
    return format.format(Date.parse(`${date}T00:00Z`));
  };
}

/** "mercredi 2 septembre 2026" */
export const longDay = formatOf({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** "sept." */
export const shortMonth = formatOf({ month: 'short' });
/** "l", "m", … */
export const weekdayLetter = formatOf({ weekday: 'narrow' });
/** "2 sept. 2026" */
export const shortDay = formatOf({ day: 'numeric', month: 'short', year: 'numeric' });
/** "sept. 2026" */
export const monthAndYear = formatOf({ month: 'short', year: 'numeric' });

/** Of a moment, where the window is. */
export const dateOfMs = (ms: number): string => {
  const at = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};
