/** The notices name every package that is part of the program, and no licence has crept in unseen. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { thirdPartyNotices } from '../scripts/third-party-notices.ts';

const written = readFileSync(new URL('../THIRD-PARTY-NOTICES.md', import.meta.url), 'utf8');

test('THIRD-PARTY-NOTICES.md says what the lock file says', () => {
  expect(written).toBe(thirdPartyNotices());
});

test('the only copyleft packages are those that are named', () => {
  const copyleft = written.split('\n').filter(line => /^## .*(GPL|MPL|EPL|CDDL|SSPL)/.test(line));
  expect(copyleft).toEqual([
    '## GPL-3.0 parts',
    '## LGPL parts',
    '## EPL part',
    '## EPL-2.0',
    expect.stringMatching(/^## GPL-3/),
    '## LGPL-2.1-or-later',
    '## LGPL-3.0-or-later',
  ]);
  const listed = (heading: string) => written.slice(written.lastIndexOf(`\n${heading}`)).split('\n')[3];
  expect(listed('## EPL-2.0')).toMatch(/^elkjs [\d.]+$/);
  expect(listed('## GPL-3')).toMatch(/^espeak-ng [\d.]+$/);
  expect(listed('## LGPL-2.1')).toMatch(/^@martel\/audio-file-decoder [\d.]+$/);
  expect(listed('## LGPL-3')).toMatch(/^codec-parser [\d.]+$/);
});
