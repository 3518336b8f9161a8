/**
 * `npm test [-- FILTER…]`: sets up, checks and tests everything, in each host that is here, and closes with
 * `N passed, N failed`. `npm run test:electron` (`--electron`) runs the end-to-end tests alone, in the Electron that
 * ELECTRON_PATH names.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystemPrograms, findProgram } from './debian-packages.mjs';
import { endWithSignals, run } from './program.mjs';
import { seconds } from './progress.mjs';
import { root } from './root.mjs';
import { prepare } from './setup.mjs';
import { countTests } from './vitest-report.mjs';

const isForElectron = process.argv.includes('--electron');
const filters = process.argv.slice(2).filter(arg => arg !== '--electron');
const total = { passed: 0, failed: 0, skipped: 0 };
/** What is told again at the end: the output of half an hour is long, and who reads its last page should know. */
const again = { failed: [], unsteady: [] };
const reports = join(root, 'test-results');
/** Those end-to-end tests that run one after the other take ten minutes on two cores. */
const stepLimitMs = 30 * 60_000;
const aboutHosts = {
  web: 'the web host, its window in Chromium',
  'stand-in': 'the desktop program in the stand-in: a Node process and Chromium. It is NOT Electron',
  electron: `the desktop program in the Electron at ${process.env.ELECTRON_PATH}`,
};

endWithSignals();
mkdirSync(reports, { recursive: true });

const node = await checked('set-up', async () => {
  await ensureSystemPrograms();
  return { node: await prepare({ sources: true }) };
});
if (node !== undefined && isForElectron) await endToEnd(electronOrStandIn());
else if (node !== undefined) {
  if (filters.length === 0) await Promise.all(checks().map(([name, args]) => check(name, args)));
  if (filters.length === 0) await vitest('layers', ['--project', 'layers']);
  await vitest('unit', ['--project', 'unit', ...filters]);
  for (const host of ['web', 'stand-in']) await endToEnd(host);
}
process.stdout.write(toldAgain());
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

function electronOrStandIn() {
  if (process.env.ELECTRON_PATH) return 'electron';
  process.stdout.write(
    'SKIPPED: real Electron. ELECTRON_PATH names none; what follows ran in the stand-in.\n',
  );
  return 'stand-in';
}

/** Two files at a time where that disturbs none of them, then the others one after the other. */
async function endToEnd(host) {
  process.stdout.write(`\n== end-to-end tests, host ${host}: ${aboutHosts[host]}\n`);
  if (host !== 'electron' && findProgram('chromium') === undefined) {
    report(`end-to-end ${host}`, 0, { passed: 0, failed: 0, skipped: 1 }, 'no chromium');
    return;
  }
  for (const pace of ['together', 'alone']) {
    const env = { JARVIS_TEST_HOST: host, JARVIS_TEST_PACE: pace };
    await vitest(`end-to-end ${host} ${pace}`, ['--project', 'end-to-end', ...filters], env);
  }
}

async function vitest(name, args, env = {}) {
  const startedMs = performance.now();
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`);
  rmSync(file, { force: true });
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests'];
  const { status } = await run(node, [program, 'run', ...args, ...output], {
    cwd: root,
    env,
    limitMs: stepLimitMs,
    echo: true,
  });
  const counts = countTests(file, status);
  again.failed.push(...counts.failures.map(text => `${name}: ${text}`));
  again.unsteady.push(...counts.unsteady.map(text => `${name}: ${text}`));
  report(name, startedMs, counts, counts.faults.join('\n'));
}

function toldAgain() {
  const { failed, unsteady } = again;
  return [
    ...(failed.length > 0 ? ['\n== what failed', ...failed] : []),
    ...(unsteady.length > 0
      ? ['\n== UNSTEADY: what failed first and passed when it was tried again', ...unsteady]
      : []),
    '',
  ].join('\n');
}

function report(name, startedMs, counts, detail = '') {
  for (const key of Object.keys(total)) total[key] += counts[key];
  const verdict = counts.failed > 0 ? 'FAILED' : 'ok';
  const numbers = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  const time = startedMs === 0 ? '' : ` in ${seconds(performance.now() - startedMs)}`;
  process.stdout.write(`== ${name}: ${verdict} (${numbers})${time}\n`);
  if (detail !== '') process.stdout.write(`${detail}\n`);
  if (detail !== '' && counts.failed > 0) again.failed.push(`${name}: ${detail.slice(-2_000)}`);
}
