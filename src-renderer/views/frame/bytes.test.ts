/** Bytes as they are told at the bottom of the window. */
import { expect, it } from 'vitest';
import { bytes } from './bytes.ts';

it.each([
  [0, 'fr', '0 octet'],
  [1, 'en', '1 byte'],
  [512, 'fr', '512 octets'],
  [12_340, 'fr', '12,3 ko'],
  [12_340, 'en', '12.3 kB'],
  [5_000_000, 'en', '5 MB'],
  [2_500_000_000, 'fr', '2,5 Go'],
] as const)('%i in %s: %s', (count, language, text) => {
  expect(bytes(count, language).replace(/\s/g, ' ')).toBe(text);
});
