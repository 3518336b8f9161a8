/** Forms of times and figures, each made once: making one takes the browser a hundred times as long as using it. */
import type { Language } from '../store/contract-types.ts';

export const locale: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Of moments, in the time of this machine. */
export function timesAs(form: Intl.DateTimeFormatOptions): (ms: number, language: Language) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (ms, language) => {
    // Whoever travels with an open window reads the time of where they are.
    const key = `${language} ${new Date().getTimezoneOffset()}`;
    const known = made.get(key) ?? new Intl.DateTimeFormat(locale[language], form);
    made.set(key, known);
    return known.format(ms);
  };
}

export function figuresAs(form: Intl.NumberFormatOptions): (value: number, language: Language) => string {
  const made = new Map<Language, Intl.NumberFormat>();
  return (value, language) => {
    const known = made.get(language) ?? new Intl.NumberFormat(locale[language], form);
    made.set(language, known);
    return known.format(value);
  };
}
