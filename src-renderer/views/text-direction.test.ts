/** A field reads the way of its first letter. */
import { expect, test } from 'vitest';
import { textDirection } from './text-direction.ts';

test.each([
  ['', 'ltr'],
  ['Bonjour', 'ltr'],
  ['مرحبا Jarvis', 'rtl'],
  ['Jarvis, שלום', 'ltr'],
  ['… 12 : «שלום»', 'rtl'],
  ['🦊 123', 'ltr'],
  ['\ud800 été', 'ltr'],
] as const)('%j is %s', (text, direction) => expect(textDirection(text)).toBe(direction));
