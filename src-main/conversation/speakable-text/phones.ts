/** Telephone numbers: in pairs in French, digit by digit in English. */
import type { NumberReader } from './number-reader.ts';
import type { Rule } from './rule.ts';

const gap = String.raw`[ .\-]?`;
const pairs = String.raw`(?:${gap}\d{2}){4}(?![\d]|[.,-]\d)`;
/** Any country: the code, then two groups or more. */
const abroad = /(?<![\d+])\+ ?(\d{1,3})((?:[ .-]\(?\d{1,4}\)?){2,6})(?!\d)/gu;

export const phoneRules = (reader: NumberReader): readonly Rule[] =>
  reader.language === 'fr' ? french(reader) : english(reader);

function french(reader: NumberReader): readonly Rule[] {
  const group = (digits: string): string =>
    digits.startsWith('0') && digits.length > 1
      ? `zéro ${group(digits.slice(1))}`
      : digits.length > 3
        ? (digits.match(/\d{2}/g) ?? []).map(group).join(', ')
        : reader.cardinal(digits);
  const groups = (text: string): string => (text.match(/\d+/g) ?? []).map(group).join(', ');
  const inPairs = (text: string): string =>
    (text.replace(/\D/g, '').match(/\d{2}/g) ?? []).map(group).join(', ');
  return [
    {
      pattern: new RegExp(String.raw`(?<![\d+])(?:\+ ?|00)33${gap}(?:\(0\))?${gap}([1-9])(${pairs})`, 'gu'),
      say: ([whole, first = '', rest = '']) =>
        `${whole.startsWith('+') ? 'plus' : 'zéro zéro'} trente-trois, ${group(first)}, ${inPairs(rest)}`,
    },
    { pattern: abroad, say: ([, code = '', rest = '']) => `plus ${group(code)}, ${groups(rest)}` },
    {
      pattern: new RegExp(String.raw`(?<![\d.,+-])0[1-9]${pairs}`, 'gu'),
      say: ([number]) => inPairs(number),
    },
    {
      pattern: /(?<![\d.,+-])0 ?8\d{2}(?:[ .-]\d{3}){2}(?![\d]|[.,-]\d)/gu,
      say: ([number]) => groups(number.replace(/^0 /, '0')),
    },
    {
      pattern: /(?<![\d.,+-])0\d{1,3}(?:[ ./-]\d{2,3}){3}(?![\d]|[.,-]\d)/gu,
      say: ([number]) => groups(number),
    },
  ];
}

function english(reader: NumberReader): readonly Rule[] {
  const groups = (text: string): string => (text.match(/\d+/g) ?? []).map(reader.digits).join(', ');
  const northAmerican = String.raw`(?:\(\d{3}\) ?|\d{3}[ .\-])\d{3}[ .\-]\d{4}(?![\d]|[.,-]\d)`;
  return [
    { pattern: abroad, say: ([, code = '', rest = '']) => `plus ${reader.digits(code)}, ${groups(rest)}` },
    {
      pattern: new RegExp(String.raw`(?<![\d.,])(\+?1[ .\-])?${northAmerican}`, 'gu'),
      say: ([number]) => `${number.startsWith('+') ? 'plus ' : ''}${groups(number)}`,
    },
    { pattern: /(?<![\d.,$-])\d{3}-\d{4}(?![\d]|[.,-]\d)/gu, say: ([number]) => groups(number) },
    {
      pattern: new RegExp(String.raw`(?<![\d.,+-])0[1-9]${pairs}`, 'gu'),
      say: ([number]) => groups((number.replace(/\D/g, '').match(/\d{2}/g) ?? []).join(' ')),
    },
    { pattern: /(?<![\d.,+-])0\d{2,4} \d{3,4} \d{3,4}(?![\d]|[.,-]\d)/gu, say: ([number]) => groups(number) },
    {
      pattern:
        /(?<=\b(?:[Cc]all|[Dd]ial|[Pp]hone|[Rr]ing|[Tt]ext)(?:ing|ed)? )(\d{3})(?!\d|[.,:]\d| \p{L}+s\b)/gu,
      say: ([number]) => reader.digits(number),
    },
  ];
}
