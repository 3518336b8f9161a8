/** Amounts: "douze euros cinquante", "three dollars and ninety-nine cents", "un million d’euros". */
import type { Language } from '../../domain/language.ts';
import type { NumberReader } from './number-reader.ts';
import { oneOf, type Rule } from './rule.ts';

interface Currency {
  readonly one: string;
  readonly several: string;
  /** Of a hundredth; absent where there is none. */
  readonly part?: readonly [one: string, several: string];
  readonly feminine?: true;
}

const cents = ['centime', 'centimes'] as const;
const usCents = ['cent', 'cents'] as const;
const french: Readonly<Record<string, Currency>> = {
  euro: { one: 'euro', several: 'euros', part: cents },
  dollar: { one: 'dollar', several: 'dollars', part: usCents },
  pound: { one: 'livre', several: 'livres', part: ['penny', 'pence'], feminine: true },
  yen: { one: 'yen', several: 'yens' },
  franc: { one: 'franc suisse', several: 'francs suisses', part: cents },
  canadian: { one: 'dollar canadien', several: 'dollars canadiens', part: usCents },
};
const english: Readonly<Record<string, Currency>> = {
  euro: { one: 'euro', several: 'euros', part: usCents },
  dollar: { one: 'dollar', several: 'dollars', part: usCents },
  pound: { one: 'pound', several: 'pounds', part: ['penny', 'pence'] },
  yen: { one: 'yen', several: 'yen' },
  franc: { one: 'Swiss franc', several: 'Swiss francs', part: ['centime', 'centimes'] },
  canadian: { one: 'Canadian dollar', several: 'Canadian dollars', part: usCents },
};
const currencies = { fr: french, en: english } satisfies Record<Language, unknown>;
const signs: Readonly<Record<string, string>> = {
  '€': 'euro',
  EUR: 'euro',
  $: 'dollar',
  USD: 'dollar',
  US$: 'dollar',
  $US: 'dollar',
  '£': 'pound',
  GBP: 'pound',
  '¥': 'yen',
  JPY: 'yen',
  CHF: 'franc',
  CAD: 'canadian',
  $CA: 'canadian',
  CA$: 'canadian',
};

const magnitudes: Readonly<
  Record<Language, Readonly<Record<string, readonly [one: string, several: string]>>>
> = {
  fr: {
    k: ['mille', 'mille'],
    K: ['mille', 'mille'],
    M: ['million', 'millions'],
    Md: ['milliard', 'milliards'],
    Mds: ['milliard', 'milliards'],
    million: ['million', 'millions'],
    millions: ['million', 'millions'],
    milliard: ['milliard', 'milliards'],
    milliards: ['milliard', 'milliards'],
  },
  en: {
    k: ['thousand', 'thousand'],
    K: ['thousand', 'thousand'],
    m: ['million', 'million'],
    M: ['million', 'million'],
    bn: ['billion', 'billion'],
    B: ['billion', 'billion'],
    b: ['billion', 'billion'],
    T: ['trillion', 'trillion'],
    thousand: ['thousand', 'thousand'],
    million: ['million', 'million'],
    billion: ['billion', 'billion'],
    trillion: ['trillion', 'trillion'],
  },
};

export function moneyRules(reader: NumberReader): readonly Rule[] {
  const { language, number } = reader;
  const sign = oneOf(Object.keys(signs));
  const size = `(?: ?(${oneOf(Object.keys(magnitudes[language]))}))?`;
  const minus = '(?<minus>[-−] ?)?';
  return [
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,])${minus}(${sign}) ?(${number})(?:${size}(?![\p{L}\p{N}]))?`,
        'gu',
      ),
      say: ([, minus, symbol = '', amount = '', magnitude]) =>
        say(reader, amount, symbol, magnitude, minus !== undefined),
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,])${minus}(${number})${size} ?(${sign})(?:(\d{2})(?![\d.,]\d|\d)|(?![\p{L}\p{N}]))`,
        'gu',
      ),
      say: ([, minus, amount = '', magnitude, symbol = '', after]) =>
        say(
          reader,
          after === undefined ? amount : `${amount}${language === 'fr' ? ',' : '.'}${after}`,
          symbol,
          magnitude,
          minus !== undefined,
        ),
    },
    {
      // "22,95 euros": the word says which coins the decimals are.
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,])(${number})(?<=\d[.,]\d\d) (${Object.values(currencies[language])
          .map(({ several }) => several)
          .join('|')})(?!\p{L})`,
        'gu',
      ),
      say([, amount = '', name]) {
        const currency = Object.values(currencies[language]).find(({ several }) => several === name);
        return currency && withParts(reader, amount, currency);
      },
    },
    {
      pattern: new RegExp(String.raw`(?<![\p{L}\d.,])(${number}) ?¢`, 'gu'),
      say: ([, amount = '']) => `${reader.read(amount)} ${reader.isSingular(amount) ? 'cent' : 'cents'}`,
    },
    {
      pattern: /[€£$¥](?=[/\s.,;!?)]|$)/gu,
      say: ([symbol]) => currencies[language][signs[symbol] ?? '']?.several,
    },
  ];
}

function say(
  reader: NumberReader,
  amount: string,
  symbol: string,
  magnitude: string | undefined,
  negative: boolean,
): string | undefined {
  const { language } = reader;
  const currency = currencies[language][signs[symbol] ?? ''];
  if (currency === undefined) return undefined;
  const minus = negative ? { fr: 'moins ', en: 'minus ' }[language] : '';
  if (magnitude !== undefined) return minus + large(reader, amount, currency, magnitude);
  return minus + (withParts(reader, amount, currency) ?? plain(reader, amount, currency));
}

function large(reader: NumberReader, amount: string, currency: Currency, magnitude: string): string {
  const [one, several] = magnitudes[reader.language][magnitude] ?? ['', ''];
  const size = reader.isSingular(amount) ? one : several;
  const number = size === 'mille' && amount === '1' ? '' : `${reader.read(amount)} `;
  return `${number}${size} ${linked(size, currency.several, reader.language)}`;
}

function plain(reader: NumberReader, amount: string, currency: Currency): string {
  const number = reader.read(amount, { feminine: currency.feminine === true });
  const name = reader.isSingular(amount) ? currency.one : currency.several;
  return `${number} ${linked(number, name, reader.language)}`;
}

/** "un million d’euros", "deux milliards de dollars". */
function linked(before: string, name: string, language: Language): string {
  if (language !== 'fr' || !/(?:million|milliard)s?$/.test(before)) return name;
  return /^[aeéèiouy]/.test(name) && name !== 'yens' ? `d’${name}` : `de ${name}`;
}

/** Of one or two decimals: "douze euros cinquante"; undefined where the amount has none, or more. */
function withParts(reader: NumberReader, amount: string, currency: Currency): string | undefined {
  const [, whole = '', decimals = ''] = /^(.*)[.,](\d{1,2})$/.exec(amount) ?? [];
  if (decimals === '' || currency.part === undefined) return undefined;
  const parts = Number(decimals.padEnd(2, '0'));
  const [one, several] = currency.part;
  if (parts === 0) return plain(reader, whole, currency);
  const partWords = reader.cardinal(String(parts));
  const partName = parts === 1 ? one : several;
  if (Number(whole.replace(/\D/g, '')) === 0) return `${partWords} ${partName}`;
  const main = plain(reader, whole, currency);
  if (reader.language === 'en') return `${main} and ${partWords} ${partName}`;
  return `${main} ${partWords}`;
}
