/** The words a pattern cannot do without, and the care with parts that touch. */
import { expect, test } from 'vitest';
import { requiredWords } from './required-words.ts';

const words = (pattern: string) => [...(requiredWords(pattern) ?? [])].sort();

test.each([
  ['what time is it', ['what']],
  ['[please ]what time', ['what']],
  ['(set|start) a timer', ['a']],
  ['(set|start)[ me] <duration>', ['set', 'start']],
  ['[me |nous ](liste|montre)', ['liste', 'montre']],
  ['(quels sont|c est) <x>', ['c', 'quels']],
  ['timer[s] <x> list', ['list']],
  ['(a|<number>) of', ['of']],
])('%s', (pattern, expected) => {
  expect(words(pattern)).toEqual(expected);
});

test.each(['<a> <b>', 'temps?', '[a] [b]', 'timer[s]', '(a|<number>)', 're(mind|call)'])(
  '%s needs no known word',
  pattern => {
    expect(requiredWords(pattern)).toBeUndefined();
  },
);
