/**
 * Undoes each item of the shell's security in a copy of the build, and tells which check noticed:
 * `node test/electron/undo-security.ts [ITEM…]`. Ends with status 1 when one went unnoticed. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachableFiles } from '../../scripts/package/reachable.mjs';
import { repository } from '../jarvis-program.ts';

interface Undoing {
  readonly item: string;
  /** In which bundle's folder. */
  readonly bundle: 'main' | 'preload';
  readonly find: string | RegExp;
  readonly replace: string;
  /** The check that is to notice; absent: the one of the pages' rights. */
  readonly check?: string;
}

const main = { bundle: 'main' } as const;
const all: readonly Undoing[] = [
  { ...main, item: 'sandbox', find: 'sandbox: true', replace: 'sandbox: false' },
  { ...main, item: 'isolated context', find: 'contextIsolation: true', replace: 'contextIsolation: false' },
  { ...main, item: 'no Node in pages', find: 'nodeIntegration: false', replace: 'nodeIntegration: true' },
  { ...main, item: 'no webview', find: 'webviewTag: false', replace: 'webviewTag: true' },
  { ...main, item: 'web security', find: 'webSecurity: true', replace: 'webSecurity: false' },
  {
    bundle: 'preload',
    item: 'what the preload exposes',
    find: 'platform: process.platform,',
    replace: 'platform: process.platform, send: () => undefined,',
  },
  { ...main, item: 'no navigation', find: /if \(!isOwnAddress\(event\.url\)\)/, replace: 'if (false)' },
  { ...main, item: 'schemes opened outside', find: '"mailto:"', replace: '"mailto:", "file:"' },
  { ...main, item: 'permissions', find: /function mayAsk\([^)]*\) \{/, replace: '$& return true;' },
  {
    ...main,
    item: 'no request leaves',
    find: 'cancel: !(isOwnAddress',
    replace: 'cancel: false && !(isOwnAddress',
  },
  {
    ...main,
    item: 'no inline script',
    find: "script-src 'self'",
    replace: "script-src 'self' 'unsafe-inline'",
  },
  {
    ...main,
    item: 'no other path',
    find: /if \(file === void 0 \|\| body === void 0\) return notFound[$\w]*\(\);/,
    replace: 'if (file === void 0) return new Response("x");',
  },
  { ...main, item: 'sender of a line', find: /function isOurs\([^)]*\) \{/, replace: '$& return true;' },
  {
    ...main,
    item: 'schema of a line',
    find: '!request.success || port === void 0',
    replace: 'port === void 0',
  },
  {
    ...main,
    item: 'schema of a command',
    find: /const parsed = ([\w.]*commands\[name\])\.input\.safeParse\(raw\);/,
    replace: 'const parsed = { success: true, data: raw };',
    check: 'test/electron/wire.fuzz',
  },
  {
    ...main,
    item: 'token of the command line',
    find: 'return hasToken(headers.authorization, token) ?',
    replace: 'return true ?',
    check: 'test/electron/command-line',
  },
  {
    ...main,
    item: 'socket of this account alone',
    find: 'process.umask(127)',
    replace: 'process.umask(0)',
    check: 'test/electron/command-line',
  },
  {
    ...main,
    item: 'keys are sealed where a key is kept',
    find: 'choose({ kind: "desktop" })',
    replace: 'choose({ kind: "file" })',
    check: 'test/electron/secrets',
  },
];

/** Everything of the repository by link, the undone bundle by copy. */
function undoneCopy({ bundle, find, replace, item }: Undoing): string {
  const folder = mkdtempSync(join(tmpdir(), 'undone-'));
  for (const name of readdirSync(repository))
    if (name !== 'dist') symlinkSync(join(repository, name), join(folder, name));
  const dist = join(repository, 'dist');
  // Programs find each other by where they really lie.
  for (const name of ['main', 'preload'])
    cpSync(join(dist, name), join(folder, 'dist', name), { recursive: true });
  for (const name of readdirSync(dist))
    if (name !== 'main' && name !== 'preload') symlinkSync(join(dist, name), join(folder, 'dist', name));
  const entry = bundle === 'main' ? 'electron.cjs' : 'preload.cjs';
  const undone = reachableFiles(join(folder, 'dist', bundle), [entry]).filter((name: string) => {
    const file = join(folder, 'dist', bundle, name);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(find, replace);
    if (after !== before) writeFileSync(file, after);
    return after !== before;
  });
  if (undone.length === 0) throw new Error(`${item}: not found in ${entry} and its parts`);
  return folder;
}

let unnoticed = 0;
const named = process.argv.slice(2);
for (const undoing of all.filter(({ item }) => named.length === 0 || named.includes(item))) {
  const folder = undoneCopy(undoing);
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(repository, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      'end-to-end',
      '--reporter',
      'json',
      undoing.check ?? 'test/electron/security',
    ],
    { cwd: repository, env: { ...process.env, JARVIS_SHELL_APP: folder }, encoding: 'utf8' },
  );
  const report = JSON.parse(stdout.slice(stdout.indexOf('{"')));
  const failed: string[] = report.testResults.flatMap(
    (file: { assertionResults: { status: string; title: string }[] }) =>
      file.assertionResults.filter(({ status }) => status === 'failed').map(({ title }) => title),
  );
  if (report.numPassedTests + report.numFailedTests === 0)
    throw new Error(`${undoing.item}: the checks did not run`);
  if (failed.length === 0) unnoticed++;
  console.log(
    `${undoing.item}: ${failed.length === 0 ? 'UNNOTICED' : `noticed by "${failed.join('", "')}"`}`,
  );
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = unnoticed === 0 ? 0 : 1;
