/** Unit and conformance tests, beside the code they test; end-to-end tests live in test/ and end in .e2e.test.ts. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src-main,src-preload,src-renderer,native,scripts,test,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.e2e.test.ts'],
          testTimeout: 30_000,
        },
      },
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
