/** Figures that are no quantity are read one by one: secret codes, numbers with a leading zero, serial numbers. */
import type { NumberReader } from './number-reader.ts';
import type { Rule } from './rule.ts';

export const codeRules = (reader: NumberReader): readonly Rule[] => [
  {
    pattern:
      /(?<=(?<!\p{L})(?:[Cc]ode(?: secret| PIN| pin| d['’]accès| de vérification| is| est(?: le)?)?|PIN|pin|[Mm]ot de passe|[Pp]assword|[Pp]asscode|[Pp]in code|[Ee]xtension|ISBN|SIRET|SIREN|IBAN) ?:? )\d{3,20}(?![\d.,]?\d|\p{L})/gu,
    say: ([digits]) => reader.digits(digits),
  },
  {
    pattern: /(?<![\p{L}\d.,:/-]|\d )0\d+(?![\d]|[.,:/-]\d|\p{L}| ?(?:h|%|€|\/))/gu,
    say: ([digits]) => reader.digits(digits),
  },
];

/** Before a hyphen is taken for "to". */
export const serialRules = (reader: NumberReader): readonly Rule[] => [
  {
    // Three groups and more with hyphens are the number of a thing.
    pattern: /(?<![\d.,-])\d{1,7}(?:-\d{1,7}){2,6}(?:-[xX])?(?![\d-])/gu,
    say: ([code]) =>
      code
        .split('-')
        .map(group => (/^\d/.test(group) ? reader.digits(group) : group))
        .join(', '),
  },
];
