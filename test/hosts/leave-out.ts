/** Runs before each test file where the suite runs in the desktop program: leaves out what the table names, loudly. */
import { relative } from 'node:path';
import { beforeEach } from 'vitest';
import { repository } from '../jarvis-program.ts';
import { testHost } from '../test-host.ts';
import { webOnlyTests } from './web-only.ts';

beforeEach(({ task, skip }) => {
  if (testHost === 'web') return;
  const reasons = webOnlyTests[relative(repository, task.file.filepath)];
  const reason = reasons?.[task.name];
  if (reason === undefined) return;
  console.warn(`SKIPPED in the desktop program: ${task.name}: ${reason}`);
  skip(reason);
});
