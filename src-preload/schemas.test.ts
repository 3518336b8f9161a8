/** What the schemas let through is what the core can work with. */
import { expect, test } from 'vitest';
import { defaultPreferences } from '../src-main/domain/settings.ts';
import { commands } from './contract.ts';

test.each([
  ['Europe/Paris', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('a time zone that cannot be told the time in is refused (%s)', (zone, isTaken) => {
  const preferences = { ...defaultPreferences, zone };
  expect(commands['preferences.set'].input.safeParse(preferences).success).toBe(isTaken);
});
