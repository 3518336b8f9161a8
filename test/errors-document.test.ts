/** ERRORS.md is complete, both languages are there, and every place in a text is filled the same way in both. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorsDocument } from '../scripts/errors-document.ts';
import { errorCodes } from '../src-main/domain/error-codes.ts';

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

test('ERRORS.md says what the program says', () => {
  expect(readFileSync(new URL('../ERRORS.md', import.meta.url), 'utf8')).toBe(errorsDocument());
});

test.each(Object.entries(errorCodes))(
  '%s has its stage in its name and words in both languages',
  (code, text) => {
    expect(code.split('.')[0]).toBe(text.stage);
    for (const words of [text.message, text.hint]) {
      expect(words.fr.length).toBeGreaterThan(10);
      expect(words.en.length).toBeGreaterThan(10);
      expect(words.fr).not.toBe(words.en);
    }
    expect(places(text.message.fr)).toEqual(places(text.message.en));
  },
);
