/** How a language reads the numbers it finds written: with its separators, decimals and signs. */
import type { Language } from '../../domain/language.ts';
import { englishCardinal } from './cardinals-english.ts';
import { type FrenchNumbers, frenchCardinal, frenchFeminine } from './cardinals-french.ts';

export interface NumberReader {
  readonly language: Language;
  /** Source of a pattern for an unsigned number with its separators and decimals; it captures nothing. */
  readonly number: string;
  /** The same with a sign before it that belongs to it. */
  readonly signed: string;
  /** @param written what `signed` matched. */
  read(written: string, options?: { readonly feminine?: boolean }): string;
  /** Up to 18 digits in words. */
  cardinal(digits: string): string;
  /** Whether what is counted stands in the singular. */
  isSingular(written: string): boolean;
  /** Each digit by its name. */
  digits(text: string): string;
}

/** Longer ones are no quantities: they are read digit by digit. */
const quantityDigits = 15;
const sign = String.raw`(?:(?<![\p{L}\p{N})\]%°-]|\p{N}\s)[-−–+](?=\d)|[−](?=\d))?`;

interface WrittenNumber {
  readonly sign: string;
  readonly whole: string;
  readonly decimals: string;
  readonly mark: string;
}

function partsOf(written: string, separators: RegExp, decimalMarks: RegExp): WrittenNumber {
  const signMark = /^[-−–+]/.exec(written)?.[0] ?? '';
  const unsigned = written.slice(signMark.length);
  const decimal = decimalMarks.exec(unsigned);
  const whole = (decimal ? unsigned.slice(0, decimal.index) : unsigned).replace(separators, '');
  return {
    sign: signMark,
    whole,
    decimals: decimal ? unsigned.slice(decimal.index + 1) : '',
    mark: decimal?.[0] ?? '',
  };
}

const isQuantity = (whole: string): boolean => whole.length <= quantityDigits && !/^0\d/.test(whole);

export function frenchReader(numbers: FrenchNumbers): NumberReader {
  const number = String.raw`(?:\d{1,3}(?: \d{3})+(?![\d])|\d{1,3}(?:['’]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d.]\d?)|\d+)(?:[,.]\d+(?![,.]?\d))?`;
  const separators = /[ '’]|\.(?=\d{3}(?:\D|$))/g;
  const decimalMarks = /,(?=\d+$)|\.(?!\d{3}(?:\D|$))(?=\d+$)|(?<=^0+)\.(?=\d+$)/;
  const cardinal = (digits: string): string => frenchCardinal(digits, numbers);
  const digits = (text: string): string => [...text].map(digit => frenchCardinal(digit, numbers)).join(' ');
  const parts = (written: string) => partsOf(written, separators, decimalMarks);

  function decimalWords(decimals: string): string {
    const zeros = /^0*/.exec(decimals)?.[0] ?? '';
    const rest = decimals.slice(zeros.length);
    if (rest.length > 3) return digits(decimals);
    return [...[...zeros].map(() => 'zéro'), ...(rest === '' ? [] : [cardinal(rest)])].join(' ');
  }

  return {
    language: 'fr',
    number,
    signed: `${sign}${number}`,
    cardinal,
    digits,
    isSingular: written => {
      const { whole } = parts(written);
      return whole.length < 3 && Number(whole) < 2;
    },
    read(written, { feminine = false } = {}) {
      const { sign: mark, whole, decimals } = parts(written);
      const signWord = mark === '' ? '' : mark === '+' ? 'plus ' : 'moins ';
      const wholeWords = isQuantity(whole) ? cardinal(whole) : digits(whole);
      if (decimals === '') return signWord + (feminine ? frenchFeminine(wholeWords) : wholeWords);
      return `${signWord}${feminine ? frenchFeminine(wholeWords) : wholeWords} virgule ${decimalWords(decimals)}`;
    },
  };
}

export function englishReader(): NumberReader {
  const number = String.raw`(?:\d{1,3}(?:,\d{3})+(?![\d])|\d{1,3}(?: \d{3})+(?![\d])|\d+)(?:[.]\d+(?!\.?\d))?`;
  const parts = (written: string) => partsOf(written, /[, ]/g, /\.(?=\d+$)/);
  const digits = (text: string): string => [...text].map(digit => englishCardinal(digit)).join(' ');
  return {
    language: 'en',
    number,
    signed: `${sign}${number}`,
    cardinal: englishCardinal,
    digits,
    isSingular: written => {
      const { whole, decimals } = parts(written);
      return whole === '1' && decimals === '';
    },
    read(written) {
      const { sign: mark, whole, decimals } = parts(written);
      const signWord = mark === '' ? '' : mark === '+' ? 'plus ' : 'minus ';
      const wholeWords = isQuantity(whole) ? englishCardinal(whole) : digits(whole);
      return `${signWord}${wholeWords}${decimals === '' ? '' : ` point ${digits(decimals)}`}`;
    },
  };
}
