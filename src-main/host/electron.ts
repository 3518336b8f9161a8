/** The desktop program: one instance, a window of its own, the same core as everywhere. What Electron runs. */
import { app, protocol } from 'electron';
import { reportError } from '../domain/errors.ts';
import { appScheme } from './electron-files.ts';
import { openShell, type Shell } from './electron-shell.ts';
import { parseShellOrder, type ShellOrder } from './shell-order.ts';
import { terminalLanguage } from './terminal-language.ts';

/** What the person gave: without the binary, and in development without the program's folder. */
const argumentsOf = (argv: readonly string[]): readonly string[] => argv.slice(app.isPackaged ? 1 : 2);

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
  let opening: Promise<Shell> | undefined;
  const carryOut = (order: ShellOrder): void =>
    void opening?.then(shell => shell.carryOut(order)).catch(tell);
  // Another start, or a link that was clicked, comes here and leaves its order.
  app.on('second-instance', (_event, argv, _folder, data) =>
    carryOut(parseShellOrder((data as { given?: readonly string[] }).given ?? argumentsOf(argv))),
  );
  app.on('open-url', (event, url) => {
    event.preventDefault();
    carryOut(parseShellOrder([url]));
  });
  app.on('activate', () => carryOut({ kind: 'show' }));
  // The tray keeps the program alive; `before-quit` ends it.
  app.on('window-all-closed', () => undefined);
  opening = app.whenReady().then(() => openShell(first));
  opening.catch(fail);
  if (first.hidden !== true) carryOut(first);
}

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
app.enableSandbox();
try {
  const given = argumentsOf(process.argv);
  const order = parseShellOrder(given);
  if (order.dataDir !== undefined) app.setPath('userData', `${order.dataDir}/electron`);
  if (app.requestSingleInstanceLock({ given })) start(order);
  else app.quit();
} catch (error) {
  fail(error);
}
