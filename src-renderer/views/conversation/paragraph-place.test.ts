/** Reading begins with the paragraph that was chosen. */
import { expect, test } from 'vitest';
import { paragraphStart } from './paragraph-place.ts';

const source = `First **words** of it.

## Second _heading_

- one [link](https://example.org) here
- two

First words again.`;
const drawn = ['First words of it.', 'Second heading', 'one link here two', 'First words again.'];
const beginning = (count: number) =>
  source.slice(paragraphStart(source, drawn.slice(0, count))).split('\n')[0];

test('finds each paragraph where it stands, with its signs', () => {
  expect(beginning(1)).toBe('First **words** of it.');
  expect(beginning(2)).toBe('## Second _heading_');
  expect(beginning(4)).toBe('First words again.');
});

test('a paragraph whose words are written in another way is passed over, and the one before stands', () => {
  expect(paragraphStart('a b\n\nc', ['a b', 'Zeichnung'])).toBe(0);
  expect(paragraphStart('', ['a'])).toBe(0);
});

test('words with signs of expressions in them break nothing', () => {
  expect(paragraphStart('x (y) [z\n\n$^ *a* end', ['x (y) [z', '$^ a end'])).toBe(10);
});
