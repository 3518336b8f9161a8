/** Runs that end without an end are crashes; three within a minute make the next start a safe one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginRun } from './crash-record.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-run-'));
  path = join(folder, 'run.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the third crash within a minute is one too many, an end in between forgives all', () => {
  const starts = [0, 10_000, 20_000, 30_000].map(atMs => beginRun(path, atMs).isTooOften);
  expect(starts).toEqual([false, false, false, true]);
  beginRun(path, 31_000).ended();
  expect(beginRun(path, 32_000).isTooOften).toBe(false);
});

test('crashes that lie far apart are none of them too many', () => {
  for (const atMs of [0, 40_000, 80_000, 120_000, 160_000]) {
    expect(beginRun(path, atMs).isTooOften).toBe(false);
  }
});

test('a place where nothing can be kept is told of as what it is', () => {
  mkdirSync(path);
  expect(() => beginRun(path, 0)).toThrow(expect.objectContaining({ code: 'store.read-only' }));
});

test.each(['', '{', '{"isRunning":"yes"}', '{"isRunning":true,"crashesMs":[null]}'])(
  'a record that cannot be read is a first run: %s',
  text => {
    writeFileSync(path, text);
    expect(beginRun(path, 0).isTooOften).toBe(false);
  },
);
