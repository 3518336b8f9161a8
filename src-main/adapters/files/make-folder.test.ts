/** Folders are made for their user alone, and an impossible place is refused rather than waited for. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jarvis-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('makeFolder', () => {
  it('makes what is missing with mode 0700, and does nothing twice', () => {
    const path = join(root, 'a', 'b');
    makeFolder(path);
    makeFolder(path);
    if (process.platform !== 'win32') expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o700);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('refuses a path through a file', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => makeFolder(join(root, 'file', 'a'))).toThrow(/ENOTDIR|EEXIST/);
    expect(() => makeFolder(join(root, 'file'))).toThrow('EEXIST');
  });

  it.runIf(process.platform === 'linux')('refuses a place that takes no folders', () => {
    expect(() => makeFolder('/proc/nowhere/a')).toThrow('ENOENT');
  });
});
