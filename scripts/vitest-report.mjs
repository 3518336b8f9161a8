/** Counts what a run of vitest really did, also when it broke off. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './root.mjs';

/**
 * `{passed, failed, skipped, faults, failures, unsteady}` from the JSON report at `path` and vitest's exit `status`. A
 * test file that could not be loaded, an error outside a test, and a run that ended without its report each count as
 * one failed. `failures` are the tests that failed and `unsteady` those that passed at a second try only, each with
 * the beginning of what was wrong.
 */
export function countTests(path, status) {
  const report = readReport(path);
  if (report === undefined) {
    const faults = [`vitest ended with status ${status} and no report`];
    return { passed: 0, failed: 1, skipped: 0, faults, failures: [], unsteady: [] };
  }
  const results = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(result => ({ ...result, file: name })),
  );
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
    failures: results.filter(result => result.status === 'failed').map(toldOf),
    unsteady: results
      .filter(result => result.status === 'passed' && result.failureMessages?.length > 0)
      .map(toldOf),
  };
}

/** File and name of a test, and the first lines of its first fault. */
function toldOf({ file, fullName, title, failureMessages }) {
  const lines = stripVTControlCharacters(failureMessages?.[0] ?? '').split('\n');
  return `${relative(root, file ?? '')} > ${fullName ?? title}\n    ${lines.slice(0, 12).join('\n    ')}`;
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
