/** Addresses in an answer that may be opened, and those that may not. */
import { expect, test } from 'vitest';
import { safeAddress } from './links.ts';

test.each(['https://example.org/a?b=c', 'http://127.0.0.1:8080/', 'mailto:lea@example.org'])(
  '%s opens',
  address => {
    expect(safeAddress(address)).toBe(address);
  },
);

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  '/upload/model',
  '//example.org',
  '#x',
  '',
])('%j does not', address => {
  expect(safeAddress(address)).toBeUndefined();
});

test('the address shown is the one that is opened', () => {
  expect(safeAddress('https://exаmple.org')).toBe('https://xn--exmple-4nf.org/');
});
