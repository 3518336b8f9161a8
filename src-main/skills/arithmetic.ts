/** Reads and computes sums in figures or words: precedence, parentheses, powers, roots, fractions and percentages. */
import type { Language } from '../domain/language.ts';

export interface Sum {
  /** Rounded to 12 significant digits; absent where there is no number (see `problem`). */
  readonly value?: number;
  readonly problem?: 'division-by-zero' | 'not-a-number' | 'too-large';
  readonly usesPercent: boolean;
  /** In figures, e.g. `12 × 7`. */
  readonly expression: string;
  /** How many operations it holds; 0 for a lone number. */
  readonly operations: number;
  /** `sur`, `over`: a division only where a sum is asked for ("20 sur 20" is a mark). */
  readonly loose: boolean;
}

type Replacement = readonly [RegExp, string];
const edge = (source: string): RegExp => new RegExp(`(?<=^| )(?:${source})(?= |$)`, 'g');
const shared: readonly Replacement[] = [
  [/²/g, 'sq'],
  [/³/g, 'cube'],
  [/√/g, 'sqrt'],
  [/[×]/g, '*'],
  [/÷/g, '/'],
  [edge('x'), '*'],
  [edge('pi'), String(Math.PI)],
  [/\* \*/g, '^'],
];
const money = edge('euros?|dollars?|€|\\$|£|balles|bucks');
const spoken: Record<Language, readonly Replacement[]> = {
  fr: [
    [edge('entre parentheses?|ouvre[rz]? (?:la )?parenthese'), '('],
    [edge('ferme[rz]? (?:la )?parenthese'), ')'],
    [edge('(?:la )?racine (?:cubique|troisieme) (?:de|d|du)'), 'cbrt'],
    [edge('(?:la )?racine(?: carree?)?(?: (?:de|d|du))?'), 'sqrt'],
    [edge('au carre|puissance 2|a la puissance 2'), 'sq'],
    [edge('au cube'), 'cube'],
    [edge('(?:a la |est a la )?puissance|exposant'), '^'],
    [edge('(?:la )?factorielle (?:de|d)'), 'fact'],
    [edge('factorielle'), '!'],
    [edge('multiplie(?:e?s?|r)? par|fois'), '*'],
    [edge('divise(?:e?s?|r)? par'), '/'],
    [edge('sur'), 'over'],
    [edge('modulo'), 'mod'],
    [edge('(?:auquel|a quoi) on (?:ajoute|rajoute)|ajoute a|additionne a|plus'), '+'],
    [edge('moins'), '-'],
    [edge('(?:le )?carre (?:de|d)'), 'sqof'],
    [edge('(?:le )?cube (?:de|d)'), 'cubeof'],
    [edge('(?:le )?double (?:de|d)'), '2 *'],
    [edge('(?:le )?triple (?:de|d)'), '3 *'],
    [edge('(?:le )?quadruple (?:de|d)'), '4 *'],
    [edge('(?:la )?moitie (?:de|d)'), '0.5 *'],
    [edge('(?:le |un |1 )?tiers (?:de|d)'), 'third'],
    [edge('(?:le |un |1 )?quart (?:de|d)'), '0.25 *'],
    [edge('3 quarts (?:de|d)'), '0.75 *'],
    [edge('(?:les )?2 tiers (?:de|d)'), 'twothirds'],
    [edge('(?:la )?somme (?:de|d|entre)'), 'sum'],
    [edge('(?:le )?produit (?:de|d)'), 'product'],
    [edge('(?:la )?difference (?:entre|de)'), 'difference'],
    [edge('(?:le )?quotient (?:de|d)'), 'quotient'],
    [edge('(?:la )?moyenne (?:de|d|entre)'), 'mean'],
    [edge('% (?:de|d|des|du|sur)'), '% of'],
    [edge('un|une'), '1'],
    [edge('et|par'), 'and'],
    [edge('le|la|les'), ''],
  ],
  en: [
    [edge('open (?:the )?(?:parenthesis|parentheses|bracket|brackets)'), '('],
    [edge('close (?:the )?(?:parenthesis|parentheses|bracket|brackets)'), ')'],
    [edge('(?:the )?cube root of'), 'cbrt'],
    [edge('(?:the )?(?:square )?root of|(?:the )?square root'), 'sqrt'],
    [edge('squared'), 'sq'],
    [edge('cubed'), 'cube'],
    [/\bto the (\d+) (?:st|nd|rd|th)(?: power)?/g, '^ $1'],
    [edge('(?:raised )?to the power of|(?:raised )?to the power|to the|power'), '^'],
    [edge('(?:the )?factorial of'), 'fact'],
    [edge('factorial'), '!'],
    [edge('multiplied (?:by|with)|times|multiply by'), '*'],
    [edge('divided by|divide by|divided'), '/'],
    [edge('over'), 'over'],
    [edge('modulo|mod'), 'mod'],
    [edge('plus|added to'), '+'],
    [edge('minus|take away|less'), '-'],
    [edge('(?:the )?square of'), 'sqof'],
    [edge('(?:the )?cube of'), 'cubeof'],
    [edge('double|twice'), '2 *'],
    [edge('triple'), '3 *'],
    [edge('(?:one |a )?half(?: of)?'), '0.5 *'],
    [edge('(?:a |one )third of'), 'third'],
    [edge('(?:a |one )?quarter of'), '0.25 *'],
    [edge('3 quarters of'), '0.75 *'],
    [edge('2 thirds of'), 'twothirds'],
    [edge('(?:the )?sum of'), 'sum'],
    [edge('(?:the )?product of'), 'product'],
    [edge('(?:the )?difference (?:between|of)'), 'difference'],
    [edge('(?:the )?quotient of'), 'quotient'],
    [edge('(?:the )?average of|(?:the )?mean of'), 'mean'],
    [edge('% of'), '% of'],
    [edge('one'), '1'],
    [edge('and|by'), 'and'],
    [/(?<=\^ \d+) (?:st|nd|rd|th)\b/g, ''],
  ],
};

/** Reads the whole of `text` (normalised words) as a sum; undefined when it is something else. */
export function readSum(text: string, language: Language): Sum | undefined {
  if (text.length > 200) return undefined;
  let prepared = text.replace(/[,:]/g, '');
  if (prepared.includes('%')) prepared = prepared.replace(money, '');
  for (const [pattern, symbol] of [...shared, ...spoken[language]])
    prepared = prepared.replace(pattern, symbol);
  const words = prepared.split(' ').filter(word => word !== '');
  if (words.length === 0 || !words.every(word => known.test(word))) return undefined;
  const parser = new SumParser(words);
  const value = parser.parse();
  if (value === undefined) return undefined;
  const rest = {
    usesPercent: words.includes('%'),
    expression: show(words),
    operations: parser.operations,
    loose: words.includes('over'),
  };
  if (parser.dividedByZero) return { ...rest, problem: 'division-by-zero' };
  if (Number.isNaN(value)) return { ...rest, problem: 'not-a-number' };
  if (!Number.isFinite(value)) return { ...rest, problem: 'too-large' };
  return { ...rest, value: roundResult(value) };
}

/** To 12 significant digits, so that 0.1 + 0.2 is 0.3. */
export const roundResult = (value: number): number => Number(value.toPrecision(12)) + 0;

const known =
  /^(?:\d+(?:\.\d+)?|[-+*/^()%!]|sq|cube|sqrt|cbrt|fact|sqof|cubeof|mod|over|third|twothirds|sum|product|difference|quotient|mean|and|of)$/;
const shown: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  over: '÷',
  sq: '²',
  cube: '³',
  sqrt: '√',
  cbrt: '∛',
  '-': '−',
  sqof: '',
  cubeof: '',
  third: '⅓ ×',
  twothirds: '⅔ ×',
  of: '×',
  fact: '!',
  sum: 'Σ',
  product: 'Π',
  difference: 'Δ',
  quotient: '÷',
  mean: 'x̄',
  and: ';',
  mod: 'mod',
};
const show = (words: readonly string[]): string =>
  words
    .map(word => shown[word] ?? word)
    .join(' ')
    .replace(/ ([²³!%)])/g, '$1')
    .replace(/([√∛(]) /g, '$1');

interface Term {
  readonly value: number;
  /** A bare percentage: "50 + 20 %" adds a fifth of 50. */
  readonly percent: boolean;
}
const plain = (value: number): Term => ({ value, percent: false });

/** Recursive descent, one method for each strength of binding. */
class SumParser {
  readonly words: readonly string[];
  at = 0;
  operations = 0;
  depth = 0;
  dividedByZero = false;

  constructor(words: readonly string[]) {
    this.words = words;
  }

  parse(): number | undefined {
    const term = this.additive();
    return term && this.at === this.words.length ? term.value : undefined;
  }

  take(...choices: string[]): string | undefined {
    const word = this.words[this.at];
    if (word === undefined || !choices.includes(word)) return undefined;
    this.at++;
    return word;
  }

  additive(): Term | undefined {
    let left = this.multiplicative();
    for (let sign = left && this.take('+', '-'); left && sign; sign = this.take('+', '-')) {
      const right = this.multiplicative();
      if (!right) return undefined;
      this.operations++;
      const amount: number = right.percent && !left.percent ? left.value * right.value : right.value;
      left = {
        value: sign === '+' ? left.value + amount : left.value - amount,
        percent: left.percent && right.percent,
      };
    }
    return left;
  }

  multiplicative(): Term | undefined {
    let left = this.unary();
    for (
      let sign = left && this.take('*', '/', 'over', 'mod');
      left && sign;
      sign = this.take('*', '/', 'over', 'mod')
    ) {
      const right = this.unary();
      if (!right) return undefined;
      this.operations++;
      if (sign !== '*' && right.value === 0) this.dividedByZero = true;
      left = plain(
        sign === '*'
          ? left.value * right.value
          : sign === 'mod'
            ? left.value % right.value
            : left.value / right.value,
      );
    }
    return left;
  }

  unary(): Term | undefined {
    if (++this.depth > 100) return undefined;
    if (this.take('-')) return this.map(this.unary(), value => -value, false);
    if (this.take('+')) return this.unary();
    const prefix = this.take('sqrt', 'cbrt', 'fact', 'sqof', 'cubeof', 'third', 'twothirds');
    if (prefix) return this.map(this.unary(), prefixOperations[prefix]);
    const over = this.take('sum', 'product', 'difference', 'quotient', 'mean');
    if (over) return this.over(over);
    return this.power();
  }

  map(
    term: Term | undefined,
    change: ((value: number) => number) | undefined,
    counts = true,
  ): Term | undefined {
    if (!term || !change) return undefined;
    if (counts) this.operations++;
    return { value: change(term.value), percent: !counts && term.percent };
  }

  /** "the sum of 2, 3 and 4". */
  over(kind: string): Term | undefined {
    const values: number[] = [];
    do {
      const term = this.power();
      if (!term) return undefined;
      values.push(term.value);
    } while (this.take('and') || /^\d/.test(this.words[this.at] ?? ''));
    if (values.length < 2) return undefined;
    this.operations++;
    if (kind === 'quotient' && values.slice(1).includes(0)) this.dividedByZero = true;
    const sum = values.reduce((a, b) => a + b);
    if (kind === 'sum') return plain(sum);
    if (kind === 'mean') return plain(sum / values.length);
    return plain(
      values.reduce((a, b) => (kind === 'product' ? a * b : kind === 'difference' ? a - b : a / b)),
    );
  }

  power(): Term | undefined {
    const base = this.postfix();
    if (!base || !this.take('^')) return base;
    const exponent = this.unary();
    if (!exponent) return undefined;
    this.operations++;
    return plain(base.value ** exponent.value);
  }

  postfix(): Term | undefined {
    let term = this.primary();
    for (
      let sign = term && this.take('sq', 'cube', '!', '%');
      term && sign;
      sign = this.take('sq', 'cube', '!', '%')
    ) {
      if (sign === '%') {
        if (!this.take('of')) {
          term = { value: term.value / 100, percent: true };
          continue;
        }
        const whole = this.unary();
        if (!whole) return undefined;
        this.operations++;
        term = plain((term.value / 100) * whole.value);
        continue;
      }
      this.operations++;
      term = plain(
        sign === 'sq' ? term.value ** 2 : sign === 'cube' ? term.value ** 3 : factorial(term.value),
      );
    }
    return term;
  }

  primary(): Term | undefined {
    if (this.take('(')) {
      const inner = this.additive();
      return this.take(')') ? inner : undefined;
    }
    const word = this.words[this.at];
    if (word === undefined || !/^\d/.test(word)) return undefined;
    this.at++;
    return plain(Number(word));
  }
}

const prefixOperations: Readonly<Record<string, (value: number) => number>> = {
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  fact: factorial,
  sqof: value => value ** 2,
  cubeof: value => value ** 3,
  third: value => value / 3,
  twothirds: value => (value * 2) / 3,
};

function factorial(value: number): number {
  if (!Number.isInteger(value) || value < 0) return Number.NaN;
  if (value > 170) return Number.POSITIVE_INFINITY;
  let result = 1;
  for (let i = 2; i <= value; i++) result *= i;
  return result;
}
