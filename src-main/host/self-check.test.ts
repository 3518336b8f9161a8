/** What a new version says of itself is what the one before it waits for. */
import { expect, it } from 'vitest';
import { selfCheck } from './self-check.ts';

it('a program that can open a database says its version', async () => {
  expect(await selfCheck('2.0.0')).toBe('jarvis 2.0.0');
});
