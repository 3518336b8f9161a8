/** The library of the small networks would send events to its maker: it must not, and leaves no identifier behind. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { activityModelPath } from './built-in-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-network-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a network is used, and nothing is written outside of the program', () => {
  const [home, tmp] = ['home', 'tmp'].map(name => join(folder, name));
  for (const path of [home, tmp]) mkdirSync(path ?? '');
  const network = new URL('./network.ts', import.meta.url).href;
  const script = `
    const { loadNetwork } = await import(${JSON.stringify(network)});
    await loadNetwork(${JSON.stringify(activityModelPath)});
    // So soon after its start the library would have begun.
    await new Promise(resolve => setTimeout(resolve, 500));
    console.log('loaded');`;
  // As on a user's machine: the library is quiet where it believes that it is tested.
  const { CI: _ci, ORT_RUNNING_UNIT_TESTS: _tests, ORT_DISABLE_TELEMETRY: _off, ...rest } = process.env;
  const env = { ...rest, HOME: home, TMPDIR: tmp, XDG_CACHE_HOME: '' };
  const options = ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', script];
  const { stdout, stderr } = spawnSync(process.execPath, options, { env, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toContain('loaded');
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['home', 'tmp']);
});
