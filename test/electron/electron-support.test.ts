/** The Electron that is shipped is one whose Chromium is still mended. */
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { unsupported } from './electron-support.ts';

it('the program is made for an Electron that is supported today', () => {
  expect(unsupported(packageJson.devDependencies.electron, Date.now())).toBeUndefined();
});

it.each([
  ['45.4.1', '2026-11-22', undefined],
  ['45.4.1', '2027-04-06', undefined],
  ['45.4.1', '2027-04-08', /no mends since about 2027-04-07/],
  ['42.9.9', '2026-11-22', /not in the list/],
  ['^45.4.1', '2026-11-22', /not pinned/],
  ['latest', '2026-11-22', /not pinned/],
])('%s on %s: %s', (version, day, why) => {
  const found = unsupported(version, Date.parse(day));
  if (why === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(why);
});
