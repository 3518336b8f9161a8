/**
 * The desktop program: one instance, a window of its own, the same core as everywhere. What Electron runs: little itself,
 * so that Chromium starts at once; all else is loaded meanwhile.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, protocol } from 'electron';
import { reportError } from '../domain/errors.ts';
import { selfCheckOption } from '../domain/update.ts';
import { dataFolder } from './data-folder.ts';
import { takeCompiled } from './electron-compile-cache.ts';
import { askForPortal } from './electron-portal.ts';
import { appScheme } from './shell/app-scheme.ts';
import type { CarriedOut } from './shell/carry-out.ts';
import { beginRun } from './shell/crash-record.ts';
import { type Obey, obeyOnceOpen } from './shell/obey-once-open.ts';
import { orderOfFile, parseShellOrder, type ShellOrder } from './shell/shell-order.ts';
import { terminalLanguage } from './terminal-language.ts';

/** What the person gave: without the binary and, in development, without the program's folder and the switches before it. */
function argumentsOf(argv: readonly string[]): readonly string[] {
  const given = argv.slice(1);
  return app.isPackaged ? given : given.slice(given.findIndex(arg => !arg.startsWith('-')) + 1);
}

/** An order that could not be carried out is told of; the program it was given to goes on. */
function tell(error: unknown): string {
  const { code, message, hint } = reportError(error, terminalLanguage());
  process.stderr.write(`${code}: ${message}\n  ${hint}\n`);
  return code;
}

function fail(error: unknown): void {
  app.exit(tell(error) === 'host.bad-option' ? 2 : 1);
}

/** Resolves once everything stands. */
async function open(first: ShellOrder, isSafe: boolean, ended: () => void): Promise<CarriedOut> {
  // Chromium's own processes are started in the turn of the loop after this one: what is loaded meanwhile costs no time.
  await nextTurn();
  await nextTurn();
  const { openShell } = await import('./electron-shell.ts');
  await app.whenReady();
  return openShell({ first, isSafe, ended });
}

function start(first: ShellOrder): void {
  const run = beginRun(join(dataFolder(first.dataDir).root, 'run.json'), Date.now());
  const isSafe = first.safe === true || run.isTooOften;
  if (isSafe) app.disableHardwareAcceleration();
  const opening = open(first, isSafe, run.ended);
  opening.catch((error: unknown) => {
    try {
      // It says why it does not start: that is no crash.
      run.ended();
    } finally {
      fail(error);
    }
  });
  const obey = obeyOnceOpen(opening, tell);
  hear(obey);
  if (first.hidden !== true) obey(() => first);
}

/** Another start, or a link that was clicked, comes here and leaves its order. */
function hear(obey: Obey): void {
  app.on('second-instance', (_event, argv, _folder, data) =>
    obey(() => parseShellOrder((data as { given?: readonly string[] }).given ?? argumentsOf(argv))),
  );
  app.on('open-url', (event, url) => {
    event.preventDefault();
    obey(() => parseShellOrder([url]));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    obey(() => orderOfFile(path));
  });
  app.on('activate', () => obey(() => ({ kind: 'show' })));
  // The tray keeps the program alive; `before-quit` ends it.
  app.on('window-all-closed', () => undefined);
}

/** Whether the version before starts now in place of this one. Where nothing was ever updated, nothing is loaded to see it. */
async function givesWay({ dataDir }: ShellOrder): Promise<boolean> {
  const folder = dataFolder(dataDir);
  if (!existsSync(join(folder.updates, 'state.json'))) return false;
  const { createInstaller, startsPreviousVersion } = await import('./electron-updates.ts');
  return startsPreviousVersion(folder, createInstaller());
}

async function begin(given: readonly string[]): Promise<void> {
  if (given.includes(selfCheckOption)) {
    const { selfCheck } = await import('./self-check.ts');
    const said = await selfCheck(app.getVersion());
    process.stdout.write(`${said}\n`, () => app.exit(0));
    return;
  }
  const order = parseShellOrder(given);
  if (order.dataDir !== undefined) app.setPath('userData', `${order.dataDir}/electron`);
  if (!app.requestSingleInstanceLock({ given })) return app.quit();
  takeCompiled();
  if (!(await givesWay(order))) start(order);
}

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.enableSandbox();
askForPortal();
begin(argumentsOf(process.argv)).catch(fail);
