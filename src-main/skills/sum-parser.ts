/** Computes a row of figures and signs: precedence, parentheses, powers, roots and percentages. */

interface Term {
  readonly value: number;
  /** A bare percentage: "50 + 20 %" adds a fifth of 50. */
  readonly percent: boolean;
}
const plain = (value: number): Term => ({ value, percent: false });

/** Recursive descent, one method for each strength of binding. */
export class SumParser {
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
    const prefix = this.take('sqrt', 'cbrt', 'fact', 'sqof', 'cubeof');
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
};

function factorial(value: number): number {
  if (!Number.isInteger(value) || value < 0) return Number.NaN;
  if (value > 170) return Number.POSITIVE_INFINITY;
  let result = 1;
  for (let i = 2; i <= value; i++) result *= i;
  return result;
}
