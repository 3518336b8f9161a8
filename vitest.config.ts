/**
 * Unit and conformance tests, beside the code they test; the check of the rooms; end-to-end tests, which live in
 * test/ and end in .e2e.test.ts. `JARVIS_TEST_HOST` says in which host those run, and `JARVIS_TEST_PACE=together|alone`
 * which half of them runs; without them all do, one after the other.
 */
import { defineConfig } from 'vitest/config';
import { besideOthers } from './test/hosts/side-by-side.ts';
import { leftOutFiles } from './test/hosts/web-only.ts';

const layers = 'test/layers.test.ts';
const { JARVIS_TEST_HOST: host, JARVIS_TEST_PACE: pace, JARVIS_TEST_UNSEEN: unseen } = process.env;
/** The desktop program's own tests are its hosts' alone; nobody who names no host is kept from any. */
const otherHosts =
  { web: ['test/electron/**'] }[host ?? ''] ??
  (host === undefined ? [] : Object.keys(leftOutFiles(unseen === '1')));

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Of the tests that may run side by side: conversations by voice take their time, and need little else.
    maxConcurrency: 3,
    // A change is judged, not the noise of a small machine; what needed its second try is named at the end.
    retry: process.env.CI === 'true' ? 1 : 0,
    // Every wait ends as soon as its condition holds; a second is little on two busy cores.
    expect: { poll: { timeout: 20_000 } },
    // The stand-in for Electron runs on this Node: the machine's own may be older.
    env: { STAND_IN_NODE: process.execPath },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src-main,src-preload,src-renderer,native,scripts,test,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.e2e.test.ts', layers],
          setupFiles: ['test/same-inputs.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'layers', include: [layers], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: pace === 'together' ? [...besideOthers] : ['test/**/*.e2e.test.ts'],
          exclude: [...otherHosts, ...(pace === 'alone' ? besideOthers : [])],
          globalSetup: ['test/hosts/tell-host.ts'],
          setupFiles: ['test/hosts/leave-out.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: pace === 'together',
        },
      },
    ],
  },
});
