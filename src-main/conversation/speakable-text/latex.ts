/** Formulas in LaTeX, as models write them: commands become the signs that the rules of mathematics read. */
import type { Bilingual, Language } from '../../domain/language.ts';
import { oneOf, type Rule, word } from './rule.ts';

const over: Bilingual = { fr: ' sur ', en: ' over ' };
const signs: Readonly<Record<string, string>> = {
  times: '×',
  cdot: '×',
  div: '÷',
  pm: '±',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  ne: '≠',
  approx: '≈',
  infty: '∞',
  pi: 'π',
  sum: '∑',
  circ: '°',
  to: '→',
  rightarrow: '→',
};

export const latexRules = (language: Language): readonly Rule[] => [
  {
    pattern: /\\[dt]?frac\s*\{([^{}]{0,200})\}\s*\{([^{}]{0,200})\}/gu,
    say: ([, above = '', below = '']) =>
      /^\d+$/.test(above) && /^\d+$/.test(below) ? `${above}/${below}` : above + over[language] + below,
  },
  { pattern: /\\sqrt\s*\{([^{}]{0,200})\}/gu, say: ([, inner = '']) => `√${inner}` },
  {
    pattern: /\\(?:text|mathrm|mathbf|textbf|mathit|operatorname)\s*\{([^{}]{0,200})\}/gu,
    say: ([, inner = '']) => inner,
  },
  word(/\\(?:left|right|displaystyle|quad|qquad|,|;|!)(?!\p{L})/gu, ' '),
  {
    pattern: new RegExp(String.raw`\\(${oneOf(Object.keys(signs))})(?!\p{L})`, 'gu'),
    say: ([, name = '']) => signs[name],
  },
  { pattern: /\\(?=\p{L})/gu, say: () => ' ' },
];
