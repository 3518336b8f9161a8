/** `npm run bench [-- NAME… [--data FOLDER] [--plus FILE]]`: runs the benches one after another, prints a table and keeps the figures as JSON. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { endWithSignals, run } from './program.mjs';
import { seconds } from './progress.mjs';
import { root } from './root.mjs';
import { prepare } from './setup.mjs';

const folder = join(root, 'bench');
const limitMs = 20 * 60_000;

endWithSignals();
const wanted = process.argv.slice(2);
// Recordings of one's own, for a bench that takes them.
const dataAt = wanted.indexOf('--data');
if (dataAt >= 0) process.env.JARVIS_BENCH_DATA = resolve(wanted.splice(dataAt, 2)[1] ?? '.');
// Pairs of a cue and what should bring it to mind, for the bench of memory.
const plusAt = wanted.indexOf('--plus');
if (plusAt >= 0) process.env.JARVIS_BENCH_PLUS = resolve(wanted.splice(plusAt, 2)[1] ?? '.');
const all = readdirSync(folder)
  .filter(file => file.endsWith('.bench.ts'))
  .map(file => file.slice(0, -'.bench.ts'.length));
const unknown = wanted.filter(name => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such bench: ${unknown.join(', ')}. There are: ${all.join(', ')}\n`);
  process.exit(2);
}
const node = await prepare({ sources: true });
const results = [];
for (const name of wanted.length > 0 ? wanted : all) results.push(await runBench(name));
keep(results);
process.exitCode = results.some(
  result => result.error !== undefined || result.rows.some(row => row.pass === false),
)
  ? 1
  : 0;

/** In a process of its own, so that no bench warms or burdens the next. */
async function runBench(name) {
  const startedMs = performance.now();
  const file = join(tmpdir(), `jarvis-bench-${process.pid}-${name}.json`);
  const args = [
    '--experimental-strip-types',
    '--no-warnings',
    '--expose-gc',
    join(root, 'scripts/bench-one.mjs'),
    join(folder, `${name}.bench.ts`),
    file,
  ];
  const { status, output } = await run(node, args, { cwd: root, limitMs });
  const result =
    status === 0
      ? { ...JSON.parse(readFileSync(file, 'utf8')), output: output.trim() }
      : {
          name,
          baseline: '',
          rows: [],
          error: output.trim().split('\n').slice(-20).join('\n') || `status ${status}`,
        };
  rmSync(file, { force: true });
  print({ ...result, tookMs: performance.now() - startedMs });
  return result;
}

function print({ name, baseline, rows, error, output, tookMs }) {
  process.stdout.write(`\n${name} (${seconds(tookMs)})${baseline ? `, against: ${baseline}` : ''}\n`);
  if (error !== undefined) process.stdout.write(`  FAILED\n${error}\n`);
  if (output) process.stdout.write(`${output}\n`);
  const lines = rows.map(row => [
    row.what,
    `${figure(row.value)} ${row.unit}`,
    row.baseline === undefined ? '' : `${figure(row.baseline)} ${row.unit}`,
    row.target === undefined ? '' : `${figure(row.target)} ${row.unit}`,
    row.pass === undefined ? '' : row.pass ? 'reached' : 'MISSED',
  ]);
  if (lines.length > 0) table([['what', 'value', 'baseline', 'target', ''], ...lines]);
}

function table(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map(line => line[column].length)));
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    process.stdout.write(`  ${cells.join('   ').trimEnd()}\n`);
  }
}

/** Three significant digits, without exponents. */
function figure(value) {
  if (!Number.isFinite(value) || value === 0) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 6));
}

function keep(done) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const report = {
    at: new Date().toISOString(),
    machine: {
      platform: platform(),
      release: release(),
      arch: arch(),
      processor: cpus()[0]?.model,
      cores: cpus().length,
      memoryMiB: Math.round(totalmem() / 1024 / 1024),
    },
    versions: { node: done[0]?.node, ...dependencies },
    benches: done.map(({ name, baseline, rows, error }) => ({
      name,
      baseline,
      rows,
      ...(error && { error }),
    })),
  };
  const place = join(folder, 'results');
  mkdirSync(place, { recursive: true });
  const path = join(place, `${report.at.replaceAll(':', '-')}.json`);
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`\n${path}\n`);
}
