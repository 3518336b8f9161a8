/** Mathematical signs as they are said; the numbers beside them are read later. */
import type { Language } from '../../domain/language.ts';
import { latexRules } from './latex.ts';
import type { NumberReader } from './number-reader.ts';
import { type Rule, word } from './rule.ts';

const words = {
  fr: {
    plus: 'plus',
    minus: 'moins',
    times: 'fois',
    by: 'sur',
    divided: 'divisé par',
    equals: 'égale',
    differs: 'différent de',
    about: 'environ',
    nearly: 'environ',
    least: 'supérieur ou égal à',
    most: 'inférieur ou égal à',
    more: 'supérieur à',
    less: 'inférieur à',
    plusMinus: 'plus ou moins',
    root: 'racine carrée de',
    cubeRoot: 'racine cubique de',
    squared: 'au carré',
    cubed: 'au cube',
    power: 'puissance',
    infinity: 'l’infini',
    pi: 'pi',
    sum: 'somme de',
    factorial: 'factorielle',
  },
  en: {
    plus: 'plus',
    minus: 'minus',
    times: 'times',
    by: 'by',
    divided: 'divided by',
    equals: 'equals',
    differs: 'is not equal to',
    about: 'about',
    nearly: 'is approximately',
    least: 'is greater than or equal to',
    most: 'is less than or equal to',
    more: 'is greater than',
    less: 'is less than',
    plusMinus: 'plus or minus',
    root: 'the square root of',
    cubeRoot: 'the cube root of',
    squared: 'squared',
    cubed: 'cubed',
    power: 'to the power of',
    infinity: 'infinity',
    pi: 'pi',
    sum: 'the sum of',
    factorial: 'factorial',
  },
} as const satisfies Record<Language, Record<string, string>>;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const digitsOf = (small: string): string =>
  [...small].map(mark => (mark === '⁻' ? '−' : String(superscripts.indexOf(mark)))).join('');

/** What may stand before and after an operator: a number, a letter, a bracket, a root. */
const operandBefore = String.raw`(?<=[\d)\]²³π]|(?<!\p{L})\p{L}|°C?) ?`;
const operandAfter = String.raw` ?(?=[\d(√π−-]|\p{L}(?!\p{L}))`;
const between = (sign: string): RegExp => new RegExp(operandBefore + sign + operandAfter, 'gu');

/** Square meters are no squares. */
const notAfterLength = String.raw`(?<!(?<!\p{L})[kcdm]?m)`;

export function mathRules({ language }: NumberReader): readonly Rule[] {
  const say = words[language];
  const spaced = (sign: RegExp, name: string): Rule => word(sign, ` ${name} `);
  return [
    ...latexRules(language),
    spaced(/(?<=\d)!(?= ?[=+×])/gu, say.factorial),
    spaced(/(?<=\d ?(?:[kcdm]?m|in|ft|px|["”″])) ?[x×] ?(?=\d)/gu, say.by),
    spaced(/(?<=\d) ?[x×](?= \p{L}{2}|[.,;!?)]|\s*$)/gu, say.times),
    spaced(/(?<=^|\s)× ?(?=\d)/gu, say.times),
    spaced(/(?<=[\d²³]|(?<!\p{L})\p{L}) [-–] (?=[\d(][^.;]{0,40}=)/gu, say.minus),
    {
      // With space around it, from the larger to the smaller: no range.
      pattern: /(?<![\d.,/-])(\d{1,6})( - )(?=(\d{1,6})(?!\d|[.,/-]\d|\s?\p{L}))/gu,
      say: ([, first = '', , second]) =>
        Number(first) > Number(second) ? `${first} ${say.minus} ` : undefined,
    },
    spaced(/(?<=\d) \/ (?=\d)/gu, say.divided),
    {
      pattern: /(?<![\d.,/])(\d{1,6})\/(?=(\d{1,6}) ?=)/gu,
      say: ([, first = '', second]) =>
        Number(first) > Number(second) ? `${first} ${say.divided} ` : undefined,
    },
    {
      pattern: new RegExp(`${notAfterLength}(?<=[\\p{L}\\d)])²(?![⁰¹²³⁴⁵⁶⁷⁸⁹])`, 'gu'),
      say: () => ` ${say.squared}`,
    },
    {
      pattern: new RegExp(`${notAfterLength}(?<=[\\p{L}\\d)])³(?![⁰¹²³⁴⁵⁶⁷⁸⁹])`, 'gu'),
      say: () => ` ${say.cubed}`,
    },
    {
      pattern: new RegExp(`${notAfterLength}(?<=(?<!\\p{L})\\p{L}|[\\d)])(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)`, 'gu'),
      say: ([, power = '']) => ` ${say.power} ${digitsOf(power)}`,
    },
    word(/(?<=[\p{L}\d)]) ?\^ ?(?:2(?!\d)|\(2\)|\{2\})/gu, ` ${say.squared}`),
    word(/(?<=[\p{L}\d)]) ?\^ ?(?:3(?!\d)|\(3\)|\{3\})/gu, ` ${say.cubed}`),
    {
      pattern: /(?<=[\p{L}\d)]) ?\^ ?(?:\(([^()]{1,40})\)|\{([^{}]{1,40})\}|([-−]?\w+))/gu,
      say: ([, round, curly, bare]) => ` ${say.power} ${round ?? curly ?? bare}`,
    },
    spaced(/∛ ?/gu, say.cubeRoot),
    spaced(/√ ?/gu, say.root),
    spaced(/ ?± ?/gu, say.plusMinus),
    spaced(/ ?(?:≤|⩽|<=) ?/gu, say.most),
    spaced(/ ?(?:≥|⩾|>=) ?/gu, say.least),
    spaced(/ ?(?:≠|!=) ?/gu, say.differs),
    spaced(/(?<=\S) ?(?:≈|≃|≅) ?/gu, say.nearly),
    spaced(/ ?(?:≈|≃|≅) ?/gu, say.about),
    spaced(/(?<![\p{L}\d~])~ ?(?=[\d$€£])/gu, say.about),
    spaced(/ ?÷ ?/gu, say.divided),
    spaced(/ ?× ?/gu, say.times),
    spaced(/ ?∞/gu, say.infinity),
    spaced(/π/gu, say.pi),
    spaced(/∑ ?/gu, say.sum),
    spaced(/(?<=[\d)]) ?\* ?(?=[\d(])/gu, say.times),
    spaced(/(?<=[\d)]) ?[xX] ?(?=\d)/gu, say.times),
    spaced(between(String.raw`\+`), say.plus),
    spaced(between('−'), say.minus),
    spaced(/(?<=\d)[-–](?=\d+ ?=)/gu, say.minus),
    spaced(/ ?(?<![<>=!])={1,3}(?![>=]) ?/gu, say.equals),
    spaced(between('<'), say.less),
    spaced(between('>'), say.more),
  ];
}
