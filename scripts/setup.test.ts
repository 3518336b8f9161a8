/** The scripts know what is there, what changed, what went wrong, and how many tests really passed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundles, changedBundles, inputsHash, removeStamp, writeStamp } from './bundles.mjs';
import { areInstalled } from './dependencies.mjs';
import { npmFailure } from './setup-error.mjs';
import { countTests } from './vitest-report.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-scripts-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function write(path: string, content: unknown): string {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  return place;
}

describe('what is installed', () => {
  const entry = { version: '1.0.0', integrity: 'sha512-a' };
  const other = { os: ['plan9'], cpu: ['pdp11'], optional: true };
  const lock = (packages: object) => write('package-lock.json', { packages: { '': {}, ...packages } });
  const record = (packages: object) => write('node_modules/.package-lock.json', { packages });

  it('counts when it is what the lock file asks for, other platforms left out', () => {
    lock({ 'node_modules/a': entry, 'node_modules/b': { ...entry, ...other } });
    record({ 'node_modules/a': entry });
    expect(areInstalled(folder)).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['another version is there', { 'node_modules/a': { ...entry, version: '1.0.1' } }],
    ['other bytes are there', { 'node_modules/a': { ...entry, integrity: 'sha512-b' } }],
  ])('does not count when %s', (_what, packages) => {
    lock({ 'node_modules/a': entry });
    record(packages);
    expect(areInstalled(folder)).toBe(false);
  });

  it('does not count when the part for this machine is missing, or the record, or half of it', () => {
    lock({ 'node_modules/a': { ...entry, os: [process.platform], cpu: [process.arch], optional: true } });
    record({});
    expect(areInstalled(folder)).toBe(false);
    write('node_modules/.package-lock.json', '{"packages": {');
    expect(areInstalled(folder)).toBe(false);
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(areInstalled(folder)).toBe(false);
  });
});

describe('what must be built', () => {
  const build = () => {
    for (const name of Object.keys(bundles)) writeStamp(folder, name, inputsHash(folder, name));
  };

  it('is what changed, what is not there and what broke off', () => {
    for (const path of [
      'dist/main/web.cjs',
      'dist/main/cli.cjs',
      'dist/main/read-export-worker.cjs',
      'dist/main/electron.cjs',
      'dist/preload/preload.cjs',
      'dist/native/a.js',
      'dist/renderer/index.html',
    ])
      write(path, 'built');
    write('src-main/host/web.ts', 'one');
    write('src-renderer/main.tsx', 'one');
    expect(changedBundles(folder)).toEqual(['main', 'preload', 'native', 'renderer']);
    build();
    expect(changedBundles(folder)).toEqual([]);
    write('src-renderer/main.tsx', 'two');
    expect(changedBundles(folder)).toEqual(['renderer']);
    build();
    write('src-main/host/web.test.ts', 'a test is no part of the program');
    expect(changedBundles(folder)).toEqual([]);
    rmSync(join(folder, 'src-main/host/web.ts'));
    expect(changedBundles(folder)).toEqual(['main']);
    build();
    rmSync(join(folder, 'dist/main/cli.cjs'));
    removeStamp(folder, 'native');
    expect(changedBundles(folder)).toEqual(['main', 'native']);
  });
});

describe('a failure of npm', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://r/x failed', 'no-network', 'registry'],
    ['npm ERR! code ECONNREFUSED', 'no-network', 'network'],
    ['npm error code ENOSPC', 'disk-full', 'Free about 2 GB'],
    ['npm error code EACCES\nnpm error syscall mkdir', 'no-permission', '/some/place'],
    [
      'npm error code EUSAGE\nnpm error `npm ci` can only install packages when …',
      'lock-mismatch',
      'git checkout',
    ],
    ['npm error code E404', 'npm-failed', 'E404'],
    ['', 'npm-failed', 'Try again'],
  ])('is one line with the mend: %s', (output, code, words) => {
    vi.stubEnv('LC_ALL', 'en_GB.UTF-8');
    const failure = npmFailure(output, '/some/place');
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(words);
    expect(failure.message).not.toMatch(/\n|\{/);
    vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
    expect(npmFailure(output, '/some/place').message).toContain('elance');
  });
});

describe('the count of tests', () => {
  const file = (name: string, status: string, ...states: string[]) => ({
    name,
    status,
    message: 'SyntaxError: no\nat',
    assertionResults: states.map(state => ({ status: state })),
  });
  const count = (status: number, ...testResults: object[]) =>
    countTests(write('report.json', { testResults }), status);

  it('is what vitest says when all went well', () => {
    expect(count(0, file('a', 'passed', 'passed', 'passed', 'skipped'), file('b', 'passed', 'todo'))).toEqual(
      {
        passed: 2,
        failed: 0,
        skipped: 2,
        faults: [],
        failures: [],
        unsteady: [],
      },
    );
  });

  it('names what failed, and what passed at a second try only, each with the beginning of its fault', () => {
    const test = (fullName: string, status: string, ...failureMessages: string[]) => ({
      fullName,
      status,
      failureMessages,
    });
    const assertionResults = [
      test('a breaks', 'failed', 'Error: \u001b[31mtoo\u001b[39m late\n    at x'),
      test('b wavers', 'passed', 'Error: once'),
      test('c holds', 'passed'),
    ];
    const counts = count(1, { name: '/a.test.ts', status: 'failed', assertionResults });
    expect(counts.failures).toEqual([expect.stringMatching(/a\.test\.ts > a breaks\n {4}Error: too late/)]);
    expect(counts.unsteady).toEqual([expect.stringContaining('a.test.ts > b wavers\n    Error: once')]);
    expect(counts).toMatchObject({ passed: 2, failed: 1 });
  });

  it('counts a file that could not be loaded, and an error outside a test', () => {
    expect(count(1, file('a', 'failed'), file('b', 'failed', 'failed', 'passed'))).toMatchObject({
      passed: 1,
      failed: 2,
      faults: ['a: SyntaxError: no'],
    });
    expect(count(1, file('a', 'passed', 'passed'))).toMatchObject({ passed: 1, failed: 1 });
  });

  it('counts a run that broke off as failed, whatever its status', () => {
    expect(countTests(join(folder, 'absent.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(write('cut.json', '{"testResults": ['), 137)).toMatchObject({ failed: 1 });
  });
});
