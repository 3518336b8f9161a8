/** What is a sentence by itself, and what joins its neighbour. */
import { expect, test } from 'vitest';
import { maxEmbeddedLength, sentencesOf } from './sentences.ts';

test.each([
  ['one sentence has no parts', 'Ma sœur Anna est allergique aux noix.', []],
  [
    'two sentences',
    'Anna est allergique aux noix. Il faut y penser !',
    ['Anna est allergique aux noix.', 'Il faut y penser !'],
  ],
  [
    'a word of agreement joins what follows',
    'Oui. I moved to Lyon in May. It rains a lot.',
    ['Oui. I moved to Lyon in May.', 'It rains a lot.'],
  ],
  [
    'a few letters at the end stay with their sentence',
    'I moved to Lyon in May. It rains a lot. Bye.',
    ['I moved to Lyon in May.', 'It rains a lot. Bye.'],
  ],
  ['lines are sentences', 'acheter du pain\nappeler le dentiste', ['acheter du pain', 'appeler le dentiste']],
  ['nothing', '', []],
])('%s', (_name, text, parts) => expect(sentencesOf(text)).toEqual(parts));

test('a text without end has a bounded number of parts, from its beginning', () => {
  const parts = sentencesOf('This is a sentence. '.repeat(500_000));
  expect(parts).toHaveLength(24);
  expect(parts.join(' ').length).toBeLessThan(maxEmbeddedLength);
});
