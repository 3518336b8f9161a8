/** Whole numbers in French words: France, Belgium ("septante", "nonante") and Switzerland ("huitante" too). */
import type { VoicePreferences } from '../../domain/settings.ts';

export type FrenchNumbers = VoicePreferences['numbers'];

const small =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];
const shortTens: Readonly<Record<FrenchNumbers, Readonly<Record<number, string>>>> = {
  france: {},
  belgium: { 7: 'septante', 9: 'nonante' },
  switzerland: { 7: 'septante', 8: 'huitante', 9: 'nonante' },
};
/** Of a thousand to the second power and up; they take a plural. */
const scales = ['million', 'milliard', 'billion', 'billiard'];

/** @param final whether nothing but a noun follows: then "quatre-vingts" and "cents" take their s. */
function belowHundred(n: number, numbers: FrenchNumbers, final: boolean): string {
  if (n < 20) return small[n] ?? '';
  const ten = Math.floor(n / 10);
  const one = n % 10;
  const name = shortTens[numbers][ten] ?? tens[ten];
  if (name !== undefined) return withOne(name, one);
  if (ten === 7) return n === 71 ? 'soixante et onze' : `soixante-${small[n - 60]}`;
  if (n === 80) return final ? 'quatre-vingts' : 'quatre-vingt';
  return `quatre-vingt-${small[n - 80]}`;
}

function withOne(ten: string, one: number): string {
  if (one === 0) return ten;
  return one === 1 ? `${ten} et un` : `${ten}-${small[one]}`;
}

function belowThousand(n: number, numbers: FrenchNumbers, final: boolean): string {
  const hundred = Math.floor(n / 100);
  const rest = n % 100;
  if (hundred === 0) return belowHundred(rest, numbers, final);
  const name = hundred === 1 ? 'cent' : `${small[hundred]} cent${final && rest === 0 ? 's' : ''}`;
  return rest === 0 ? name : `${name} ${belowHundred(rest, numbers, final)}`;
}

/** @param digits up to 18 of them, no sign. @returns the number in words, masculine. */
export function frenchCardinal(digits: string, numbers: FrenchNumbers): string {
  const groups = digits.replace(/^0+(?=\d)/, '').match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? [];
  const words = groups.flatMap((group, i) => {
    const n = Number(group);
    const power = groups.length - 1 - i;
    if (n === 0) return [];
    if (power === 0) return [belowThousand(n, numbers, true)];
    if (power === 1) return n === 1 ? ['mille'] : [belowThousand(n, numbers, false), 'mille'];
    return [belowThousand(n, numbers, true), `${scales[power - 2]}${n > 1 ? 's' : ''}`];
  });
  return words.join(' ') || 'zéro';
}

/** "vingt et un" as "vingt et une"; others stay. */
export const frenchFeminine = (cardinal: string): string => cardinal.replace(/(?<!\p{L})un$/u, 'une');

/** @returns "deuxième", "vingt et unième"; 1 is "premier" or "première". */
export function frenchOrdinal(digits: string, numbers: FrenchNumbers, feminine = false): string {
  const cardinal = frenchCardinal(digits, numbers);
  if (cardinal === 'un') return feminine ? 'première' : 'premier';
  const stem = cardinal.replace(/(?<=cent|vingt|million|milliard)s$/u, '').replace(/^un (?=milli)/u, '');
  if (stem.endsWith('cinq')) return `${stem}uième`;
  if (stem.endsWith('neuf')) return `${stem.slice(0, -1)}vième`;
  return `${stem.replace(/e$/u, '')}ième`;
}
