/** Digits said or written one by one or pair by pair at the end of a phrase, as in a telephone number. */
import type { Language } from '../../../domain/language.ts';

const values: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    ...numbered(
      'zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize',
    ),
    vingt: '20',
    trente: '30',
    quarante: '40',
    cinquante: '50',
    soixante: '60',
    septante: '70',
    nonante: '90',
  },
  en: {
    ...numbered('zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'),
    oh: '0',
    o: '0',
    double: '',
    triple: '',
  },
};

function numbered(names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split('|').map((name, value) => [name, String(value)]));
}

export interface SaidDigits {
  readonly digits: string;
  /** Words or groups that they were said in. */
  readonly pieces: number;
}

/** Undefined where the phrase does not end in a digit. */
export function digitsIn(words: string, language: Language): SaidDigits | undefined {
  const all = words.trim().split(' ');
  let digits = '';
  let pieces = 0;
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const value = digitsOf(all[at] ?? '', language);
    if (value === undefined) break;
    digits = value + digits;
    pieces += 1;
  }
  return pieces === 0 ? undefined : { digits, pieces };
}

function digitsOf(word: string, language: Language): string | undefined {
  if (word === ',') return '';
  if (/^\d[\d·-]*$/.test(word)) return word.replace(/[^\d]/g, '');
  const known = values[language];
  const parts = word.split('-').map(part => known[part] ?? (part === 'et' ? '' : undefined));
  if (parts.some(part => part === undefined)) return undefined;
  // A tens word with its unit is one pair: `vingt-deux` is 22.
  return parts.length > 1 ? parts.join('').slice(0, 2) : parts.join('');
}
