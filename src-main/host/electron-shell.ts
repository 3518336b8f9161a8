/** The core inside the desktop program, its window, its tray, and what a start or a link asks of them. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session } from 'electron';
import { connect } from '../../src-preload/connect.ts';
import { createMachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import { newId } from '../domain/id.ts';
import { assemble, type Core } from './assemble.ts';
import { coreUploads } from './core-uploads.ts';
import { dataFolder } from './data-folder.ts';
import { launchUtility } from './electron-engines.ts';
import { serveFiles } from './electron-files.ts';
import { guardContents, guardSession } from './electron-guard.ts';
import { createShellTray } from './electron-tray.ts';
import { createMainWindow, type MainWindow } from './electron-window.ts';
import { serveLines } from './electron-wire.ts';
import { startObserving } from './observing.ts';
import { launchEnginesBy } from './program-path.ts';
import type { ShellOrder } from './shell-order.ts';
import { systemClock as clock } from './system-clock.ts';
import { terminalLanguage } from './terminal-language.ts';

export interface Shell {
  carryOut(order: ShellOrder): Promise<void>;
}

/** Everything stands when it resolves. Throws what `assemble` throws. */
export async function openShell(first: ShellOrder): Promise<Shell> {
  const folder = dataFolder(first.dataDir);
  const settings = createMachineSettingsFile(folder.settings);
  const observing = startObserving(folder, settings.current().logLevel, clock, () => undefined);
  launchEnginesBy(launchUtility);
  guardContents(app);
  guardSession(session.defaultSession);
  const language = terminalLanguage({ LANG: app.getLocale() });
  const noWelcome = first.noWelcome === true;
  const core = await assemble({
    folder,
    settings,
    clock,
    ...observing,
    language,
    noWelcome,
    env: process.env,
  });
  await serveFiles(session.defaultSession, {
    folder: fileURLToPath(new URL('../renderer', import.meta.url)),
    uploads: coreUploads(core),
    language: () => core.services.current().profile.language,
  });
  serveLines(core.wires, why => observing.log.write('warn', 'client.refused', { reason: why }));
  let isQuitting = false;
  const window = createMainWindow({
    placeFile: join(folder.root, 'window.json'),
    log: observing.log,
    nowMs: clock.nowMs,
    staysBehind: () => !isQuitting && tray !== undefined,
  });
  const client = connect(async () => core.connect(), { clientId: newId() });
  const shell = { carryOut: (order: ShellOrder) => carryOut(order, window, client) };
  const tray = createShellTray({ client, window, log: observing.log });
  let isClosed = false;
  app.on('before-quit', event => {
    isQuitting = true;
    if (isClosed) return;
    event.preventDefault();
    tray?.destroy();
    client.close();
    void closeAll(core, observing).finally(() => {
      isClosed = true;
      window.destroy();
      app.quit();
    });
  });
  observing.log.write('info', 'app.ready', { pid: process.pid });
  return shell;
}

async function closeAll(core: Core, observing: ReturnType<typeof startObserving>): Promise<void> {
  await core.close();
  observing.log.write('info', 'app.stopped');
  await observing.close();
}

async function carryOut(
  { kind, text = '', isFromLink = false }: ShellOrder,
  window: MainWindow,
  client: ReturnType<typeof connect>,
): Promise<void> {
  if (kind === 'quit') return app.quit();
  if (kind === 'toggle' && window.isVisible()) return window.hide();
  window.show();
  if (kind === 'private') await client.call('memory.private', { on: true });
  // What a link asks was written by whoever wrote the link: it is not asked in the person's name.
  if (kind === 'ask' && !isFromLink)
    await client.call('turn.ask', { turnId: newId(), conversationId: newId(), text, origin: 'command-line' });
}
