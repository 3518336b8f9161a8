/** Counts what a run of vitest really did, also when it broke off. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * `{passed, failed, skipped, faults}` from the JSON report at `path` and vitest's exit `status`. A test file that
 * could not be loaded, an error outside a test, and a run that ended without its report each count as one failed.
 */
export function countTests(path, status) {
  const report = readReport(path);
  if (report === undefined) {
    return { passed: 0, failed: 1, skipped: 0, faults: [`vitest ended with status ${status} and no report`] };
  }
  const results = report.testResults.flatMap(file => file.assertionResults);
  const count = (...states) => results.filter(result => states.includes(result.status)).length;
  const failed = count('failed');
  const broken = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(result => result.status === 'failed'),
  );
  const faults = broken.map(file => `${file.name}: ${(file.message ?? '').split('\n')[0]}`);
  if (status !== 0 && failed + broken.length === 0) faults.push(`vitest ended with status ${status}`);
  return {
    passed: count('passed'),
    failed: failed + faults.length,
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
    faults,
  };
}

function readReport(path) {
  if (!existsSync(path)) return undefined;
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(report.testResults) ? report : undefined;
  } catch (error) {
    // Cut short by a crash.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
