/** The desktop program: one instance, a window of its own, the same core as everywhere. What Electron runs. */
import { join } from 'node:path';
import { app, protocol } from 'electron';
import { reportError } from '../domain/errors.ts';
import { dataFolder } from './data-folder.ts';
import { appScheme } from './electron-files.ts';
import { askForPortal } from './electron-keys.ts';
import { openShell } from './electron-shell.ts';
import { answersSelfCheck, createInstaller, startsPreviousVersion } from './electron-updates.ts';
import type { CarriedOut } from './shell/carry-out.ts';
import { beginRun } from './shell/crash-record.ts';
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

function start(first: ShellOrder): void {
  const run = beginRun(join(dataFolder(first.dataDir).root, 'run.json'), Date.now());
  const isSafe = first.safe === true || run.isTooOften;
  if (isSafe) app.disableHardwareAcceleration();
  let opening: Promise<CarriedOut> | undefined;
  /** Read late, so that what cannot be read is told of as well. */
  const obey = (read: () => ShellOrder): void => void opening?.then(act => act(read())).catch(tell);
  // Another start, or a link that was clicked, comes here and leaves its order.
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
  opening = app.whenReady().then(() => openShell({ first, isSafe, ended: run.ended }));
  opening.catch((error: unknown) => {
    // It says why it does not start: that is no crash.
    run.ended();
    fail(error);
  });
  if (first.hidden !== true) obey(() => first);
}

function begin(given: readonly string[]): void {
  const order = parseShellOrder(given);
  if (order.dataDir !== undefined) app.setPath('userData', `${order.dataDir}/electron`);
  if (!app.requestSingleInstanceLock({ given })) app.quit();
  else if (!startsPreviousVersion(dataFolder(order.dataDir), createInstaller())) start(order);
}

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.enableSandbox();
askForPortal();
try {
  const given = argumentsOf(process.argv);
  if (!answersSelfCheck(given)) begin(given);
} catch (error) {
  fail(error);
}
