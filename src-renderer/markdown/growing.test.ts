/** What is still being written takes its form at once, and never one that it then loses. */
import { expect, test } from 'vitest';
import { settled } from './growing.ts';

test.each([
  ['emphasis is closed', 'a **bo', 'a **bo**'],
  ['the sign of an emphasis that begins is held back', 'a **bold** and *', 'a **bold** and '],
  ['emphasis within emphasis', '**bold *it', '**bold *it***'],
  ['code is closed', 'x `co', 'x `co`'],
  ['a link is words until its address is whole', 'see [the page](https://exa', 'see the page'],
  ['a link whose words are not whole', 'see [the pa', 'see the pa'],
  ['the box of a task is none', '- [x', '- [x'],
  ['a line of marks alone is no heading of the line above', 'text\n-', 'text'],
  ['a number alone may become a list', 'text\n1.', 'text'],
  ['the head of a table waits for its rule', 'text\n| a | b |\n|--', 'text'],
  ['a table with its rule is a table', '| a | b |\n|---|---|', '| a | b |\n|---|---|'],
  ['a row that grows is drawn', '| a | b |\n|---|---|\n| 1', '| a | b |\n|---|---|\n| 1'],
  ['a formula waits for its end', 'so $x^2 +', 'so '],
  ['a display formula waits for its end', 'so $$x^2 +', 'so '],
  ['a whole formula stays', 'so $$x$$ is', 'so $$x$$ is'],
  ['money is no formula', 'it costs $5 and', 'it costs $5 and'],
  ['names with underscores are no emphasis', 'call snake_case_name', 'call snake_case_name'],
  ['a product is no emphasis', '2 * 3 = 6', '2 * 3 = 6'],
])('%s', (_, text, drawn) => {
  expect(settled(text)).toBe(drawn);
});

test('a dollar that never becomes a formula is not held back for long', () => {
  const text = 'the variable $HOME is where everything of yours is kept on the machine';
  expect(settled(text)).toBe(text);
});
