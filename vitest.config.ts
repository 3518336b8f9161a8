/**
 * Unit and conformance tests, beside the code they test; the check of the rooms; end-to-end tests, which live in
 * test/ and end in .e2e.test.ts.
 */
import { defineConfig } from 'vitest/config';

const layers = 'test/layers.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Of the tests that may run side by side: conversations by voice take their time, and need little else.
    maxConcurrency: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src-main,src-preload,src-renderer,native,scripts,test,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.e2e.test.ts', layers],
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'layers', include: [layers] } },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['test/**/*.e2e.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
