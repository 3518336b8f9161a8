/** Parts of a whole: 1/2, ¾, 2 1/2, 15/20, 24/7. */
import type { NumberReader } from './number-reader.ts';
import { type Rule, word } from './rule.ts';

export type FractionWords = {
  /** "trois quarts"; undefined where one says "three over seventeen". */
  readonly part: (numerator: number, denominator: number) => string | undefined;
  readonly over: string;
  /** "deux et demi". */
  readonly and: (whole: string, part: string) => string;
  /** Words that, before a fraction, make it a mark out of so many: "note", "score". */
  readonly marks: RegExp;
  /** The same after a fraction: "stars". */
  readonly marked: RegExp;
  /** Between a mark and the highest one: "sur", "out of". */
  readonly outOf: string;
};

const glyphs: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅙': [1, 6],
  '⅚': [5, 6],
  '⅛': [1, 8],
  '⅜': [3, 8],
  '⅝': [5, 8],
  '⅞': [7, 8],
  '⅒': [1, 10],
};

export function fractionRules(reader: NumberReader, words: FractionWords): readonly Rule[] {
  const read = (n: number): string => reader.cardinal(String(n));
  const say = (whole: string | undefined, numerator: number, denominator: number): string | undefined => {
    const part = words.part(numerator, denominator);
    if (part === undefined) return undefined;
    return whole === undefined ? part : words.and(reader.read(whole), part);
  };
  return [
    {
      pattern: /(?:(?<![\d.,])(\d+) ?)?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒])/gu,
      say: ([, whole, glyph = '']) => say(whole, ...(glyphs[glyph] ?? [1, 2])),
    },
    {
      pattern: /(?<![\p{L}\d.,/])(\d+[.,]\d+) ?\/ ?(\d{1,3})(?![\d/]|[.,]\d)/gu,
      say: ([, mark = '', highest = '']) => `${reader.read(mark)} ${words.outOf} ${reader.read(highest)}`,
    },
    {
      // School years and seasons.
      pattern: /(?<![\p{L}\d.,/])((?:19|20)\d\d)\/((?:19|20)?\d\d)(?![\d/])/gu,
      say: ([, first = '', second = '']) => `${first} ${second}`,
    },
    {
      pattern: /(?<![\p{L}\d.,/])(?:(\d{1,3}) )?(\d{1,4}) ?[/⁄] ?(\d{1,4})(?![\d/⁄]|[.,]\d)/gu,
      say: match => {
        const [, whole, above = '', below = ''] = match;
        const numerator = Number(above);
        const denominator = Number(below);
        const before = match.input.slice(Math.max(0, match.index - 40), match.index);
        const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 12);
        if (numerator === denominator && whole === undefined)
          return `${read(numerator)} ${read(denominator)}`;
        const isMark =
          words.marks.test(before) ||
          words.marked.test(after) ||
          ([20, 100].includes(denominator) && numerator > 1);
        if (isMark || numerator > denominator || denominator === 0) {
          const ratio = `${read(numerator)} ${isMark ? words.outOf : words.over} ${read(denominator)}`;
          const half = numerator > denominator && !isMark ? words.part(numerator, denominator) : undefined;
          return whole === undefined ? (half ?? ratio) : `${reader.read(whole)} ${ratio}`;
        }
        return (
          say(whole, numerator, denominator) ??
          `${whole === undefined ? '' : `${reader.read(whole)} `}${read(numerator)} ${words.over} ${read(denominator)}`
        );
      },
    },
  ];
}

/** What is always open: `24/7`, `24h/24`, `7j/7`. */
export const alwaysOpen: Readonly<Record<'fr' | 'en', readonly Rule[]>> = {
  fr: [
    word(/(?<![\d/])24 ?[hH] ?\/ ?24(?![\d/])/gu, 'vingt-quatre heures sur vingt-quatre'),
    word(/(?<![\d/])7 ?[jJ] ?\/ ?7(?![\d/])/gu, 'sept jours sur sept'),
    word(/(?<![\d-])50[-–]50(?![\d-])/gu, 'cinquante cinquante'),
    word(/(?<=\d jours?) ?\/ ?(?=\d)/gu, ' sur '),
    word(/(?<![\p{L}\d])4 ?[x×] ?4(?![\p{L}\d])(?! ?=)/gu, 'quatre-quatre'),
    word(/(?<![\d/])24\/24(?![\d/])/gu, 'vingt-quatre heures sur vingt-quatre'),
    word(/(?<![\d/])7\/7(?![\d/])/gu, 'sept jours sur sept'),
    word(/(?<![\d/])24\/7(?![\d/])/gu, 'vingt-quatre heures sur vingt-quatre et sept jours sur sept'),
  ],
  en: [
    word(/(?<![\d/])24\/7(?![\d/])/gu, 'twenty-four seven'),
    word(/(?<![\d-])50[-–]50(?![\d-])/gu, 'fifty fifty'),
    word(/(?<![\d/])9\/11(?![\d/])/gu, 'nine eleven'),
    word(/(?<![\p{L}\d])4 ?[x×] ?4(?![\p{L}\d])(?! ?=)/gu, 'four by four'),
  ],
};
