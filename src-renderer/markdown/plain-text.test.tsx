/** Long texts lose nothing on the way to the page. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PlainText } from './plain-text.tsx';

const parts = (text: string): readonly string[] => {
  const html = renderToStaticMarkup(<PlainText text={text} />);
  return [...html.matchAll(/<span class="long-part">([^<]*)<\/span>/g)].map(([, part = '']) => part);
};

test('a short text is one text', () => {
  expect(renderToStaticMarkup(<PlainText text="a line" />)).toBe('a line');
});

test('a long one is in parts that end with lines, and is whole together', () => {
  const text = 'a line of words\n'.repeat(2000);
  expect(parts(text).join('')).toBe(text);
  expect(parts(text).every(part => part.endsWith('\n'))).toBe(true);
});

test('a megabyte without a line is cut, but not within a character', () => {
  const text = `x${'🌊'.repeat(250_000)}`;
  expect(parts(text).join('')).toBe(text);
  expect(parts(text).length).toBeGreaterThan(100);
  expect(parts(text).every(part => part.isWellFormed())).toBe(true);
});
