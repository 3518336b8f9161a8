/** Where the data lie, whatever the environment says of it. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fileError } from '../adapters/files/file-error.ts';
import { dataFolder } from './data-folder.ts';

const rootOf = (option: string | undefined, env: Record<string, string>) => dataFolder(option, env).root;

test('is what was asked for, as a whole path', () => {
  expect(rootOf('a', { JARVIS_DATA_DIR: '/b' })).toBe(resolve('a'));
  expect(rootOf(undefined, { JARVIS_DATA_DIR: 'b' })).toBe(resolve('b'));
});

test.runIf(process.platform === 'linux')('is never the current folder by accident', () => {
  const usual = join(homedir(), '.local', 'share', 'jarvis');
  expect(rootOf(undefined, {})).toBe(usual);
  expect(rootOf(undefined, { JARVIS_DATA_DIR: '' })).toBe(usual);
  expect(rootOf(undefined, { XDG_DATA_HOME: '' })).toBe(usual);
  expect(rootOf(undefined, { XDG_DATA_HOME: 'relative' })).toBe(usual);
  expect(rootOf(undefined, { XDG_DATA_HOME: '/srv' })).toBe('/srv/jarvis');
});

test('that no file system takes is a place that cannot be written', () => {
  const tooLong = Object.assign(new Error('ENAMETOOLONG'), { code: 'ENAMETOOLONG' });
  expect(fileError(tooLong, '/x').code).toBe('store.read-only');
});
