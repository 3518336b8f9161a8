/** What is a formula, and what is money, code or a variable of a shell. */
import { expect, test } from 'vitest';
import { withFormulas } from './formulas.ts';

test.each([
  ['let $x^2$ be', 'let $$x^2$$ be'],
  ['$a$, $b$.', '$$a$$, $$b$$.'],
  ['$n$-th', '$$n$$-th'],
  ['$5x+3$', '$$5x+3$$'],
  ['\\(a\\) and \\[b\\]', '$$a$$ and $$\\displaystyle b$$'],
  ['- a\n  $$x$$\n- b', '- a\n  $$\n  x\n  $$\n- b'],
  ['`$a$` and $b$', '`$a$` and $$b$$'],
  ['it costs $5, and $x$ more', 'it costs $5, and $$x$$ more'],
])('%j has a formula', (text, written) => {
  expect(withFormulas(text)).toBe(written);
});

test.each([
  'it costs $5 and $6',
  'from $10 million to $20 million',
  'costs $5 (or 6$)',
  'between 5$ and 6$',
  'US$5/US$6',
  '$HOME/$USER',
  '`$a$`',
  '``a ` $b$``',
  'price \\$5$ a',
  'no dollar at all',
  '$ x $',
  '$$$$',
])('%j has none', text => {
  expect(withFormulas(text)).toBeUndefined();
});
