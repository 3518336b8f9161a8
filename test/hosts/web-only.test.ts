/** The table of what is left out in the desktop program names files and tests that there are. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../jarvis-program.ts';
import { besideOthers } from './side-by-side.ts';
import { leftOutFiles, webOnlyTests } from './web-only.ts';

const webOnlyFiles = Object.keys(leftOutFiles(true));
const files = [...Object.keys(leftOutFiles(false)), ...Object.keys(webOnlyTests), ...besideOthers];

test.each(files)('there is a file %s', file => {
  expect(existsSync(join(repository, file))).toBe(true);
});

test.each(
  Object.entries(webOnlyTests).flatMap(([file, tests]) =>
    Object.keys(tests).map(name => [file, name] as const),
  ),
)('in %s there is a test "%s"', (file, name) => {
  const text = readFileSync(join(repository, file), 'utf8');
  // Names of tests made from tables have what the table holds in the place of a sign.
  expect(text.includes(name)).toBe(true);
});

test('no file is left out as a whole and in part', () => {
  expect(Object.keys(webOnlyTests).filter(file => webOnlyFiles.includes(file))).toEqual([]);
});
