/** A text of another never takes the window with it. */
import { expect, test } from 'vitest';
import { isParsable } from './limits.ts';

test.each([
  ['quotes in quotes', `${'>'.repeat(3000)}a`],
  ['lists in lists', `${'- '.repeat(3000)}a`],
  ['mixed', `${'> - 1. '.repeat(300)}a`],
  ['emphasis in emphasis', `${'*_'.repeat(1000)}a${'_*'.repeat(1000)}`],
  ['brackets', '['.repeat(10_000)],
  ['marks', '**a'.repeat(10_000)],
  ['a line of a megabyte', 'a'.repeat(1_000_000)],
])('%s: as written', (_, text) => {
  expect(isParsable(text)).toBe(false);
});

test.each([
  ['a long answer', 'word '.repeat(5000)],
  ['an honest list', '- **a**: b\n  - c\n    - d\n'.repeat(300)],
  ['a quote in a quote in a list', '- > > a'],
  ['a rule', '* * * * * * * * *'],
])('%s: drawn', (_, text) => {
  expect(isParsable(text)).toBe(true);
});
