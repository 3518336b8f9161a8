/** `npm test [-- FILTER…]`: sets up, checks and tests everything, and closes with `N passed, N failed`. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystemPrograms, findProgram } from './debian-packages.mjs';
import { endWithSignals, run } from './program.mjs';
import { seconds } from './progress.mjs';
import { root } from './root.mjs';
import { prepare } from './setup.mjs';
import { countTests } from './vitest-report.mjs';

const filters = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const reports = join(root, 'test-results');
/** The end-to-end tests, one after the other, take a good quarter of an hour on two cores. */
const stepLimitMs = 30 * 60_000;

endWithSignals();
mkdirSync(reports, { recursive: true });

const node = await checked('set-up', async () => {
  await ensureSystemPrograms();
  return { node: await prepare({ sources: true }) };
});
if (node !== undefined) {
  if (filters.length === 0) await Promise.all(checks().map(([name, args]) => check(name, args)));
  if (filters.length === 0) await vitest('layers', ['--project', 'layers']);
  await vitest('unit', ['--project', 'unit', ...filters]);
  if (findProgram('chromium') !== undefined)
    await vitest('end-to-end', ['--project', 'end-to-end', ...filters]);
  else report('end-to-end', 0, { passed: 0, failed: 0, skipped: 1 }, 'no chromium');
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Name and arguments for Node of each check that is not a test run; they share the cores. */
function checks() {
  const bin = (...path) => join(root, 'node_modules', ...path);
  return [
    ['types', [bin('typescript', 'bin', 'tsc'), '-p', '.']],
    ['lint', [bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '.']],
    ['dead code', [bin('knip', 'bin', 'knip.js'), '--no-progress']],
  ];
}

/** Runs `work`; counts it as one, and says why it failed. */
async function checked(name, work) {
  const startedMs = performance.now();
  try {
    const result = await work();
    report(name, startedMs, { passed: 1, failed: 0, skipped: 0 });
    return result.node;
  } catch (error) {
    report(name, startedMs, { passed: 0, failed: 1, skipped: 0 }, String(error.message ?? error));
    return undefined;
  }
}

async function check(name, args) {
  await checked(name, async () => {
    const { status, output } = await run(node, args, { cwd: root, limitMs: stepLimitMs });
    if (status !== 0) throw new Error(output.trim() || `status ${status}`);
    return {};
  });
}

async function vitest(name, args) {
  const startedMs = performance.now();
  const file = join(reports, `${name}.json`);
  rmSync(file, { force: true });
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests'];
  const { status } = await run(node, [program, 'run', ...args, ...output], {
    cwd: root,
    limitMs: stepLimitMs,
    echo: true,
  });
  const counts = countTests(file, status);
  report(name, startedMs, counts, counts.faults.join('\n'));
}

function report(name, startedMs, counts, detail = '') {
  for (const key of Object.keys(total)) total[key] += counts[key];
  const verdict = counts.failed > 0 ? 'FAILED' : 'ok';
  const numbers = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  const time = startedMs === 0 ? '' : ` in ${seconds(performance.now() - startedMs)}`;
  process.stdout.write(`== ${name}: ${verdict} (${numbers})${time}\n`);
  if (detail !== '') process.stdout.write(`${detail}\n`);
}
