/** The core inside the desktop program, its windows, its tray, and everything else that lives around them. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session } from 'electron';
import { connect } from '../../src-preload/connect.ts';
import { createMachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import { newId } from '../domain/id.ts';
import { assemble, type Core } from './assemble.ts';
import { closeAll } from './close-all.ts';
import { coreUploads } from './core-uploads.ts';
import { dataFolder } from './data-folder.ts';
import { watchGraphics } from './electron-crashes.ts';
import { launchUtility } from './electron-engines.ts';
import { serveFiles } from './electron-files.ts';
import { guardContents, guardSession } from './electron-guard.ts';
import { startKeys } from './electron-keys.ts';
import { startAtLogin, startsAtLogin } from './electron-login.ts';
import { startNotifications } from './electron-notifications.ts';
import { askPassphrase } from './electron-passphrase.ts';
import { followPower } from './electron-power.ts';
import { createQuickWindow } from './electron-quick-window.ts';
import { relaunch } from './electron-relaunch.ts';
import { electronSealer } from './electron-secrets.ts';
import { createShellTray } from './electron-tray.ts';
import { createInstaller, startNewVersion, watchUpdates } from './electron-updates.ts';
import { createMainWindow } from './electron-window.ts';
import { serveLines } from './electron-wire.ts';
import { type Observing, startObserving } from './observing.ts';
import { launchEnginesBy } from './program-path.ts';
import { type CarriedOut, carryOut } from './shell/carry-out.ts';
import { createCommandLineAccess } from './shell/command-line-access.ts';
import { CrashCount } from './shell/crash-count.ts';
import { Microphones } from './shell/microphones.ts';
import { openWithPassphrase } from './shell/open-with-passphrase.ts';
import { PageOrders } from './shell/page-orders.ts';
import { createPageServices } from './shell/page-services.ts';
import { prepareQuick } from './shell/prepare-quick.ts';
import type { ShellOrder } from './shell/shell-order.ts';
import type { Concern, ShellParts } from './shell/shell-parts.ts';
import { startShellPower } from './shell/shell-power.ts';
import { showOnWake } from './shell/show-on-wake.ts';
import { hasTrayHost } from './shell/tray-host.ts';
import { UpdateOffer } from './shell/update-offer.ts';
import { systemClock as clock } from './system-clock.ts';
import { terminalLanguage } from './terminal-language.ts';

/** Each is started once the windows stand, and ended before the core is. */
const concerns: readonly Concern[] = [
  startNotifications,
  prepareQuick,
  showOnWake,
  watchGraphics,
  watchUpdates,
];

export interface ShellStart {
  readonly first: ShellOrder;
  /** It crashed again and again: neither voice nor engines. */
  readonly isSafe: boolean;
  /** The program ends as it should. */
  readonly ended: () => void;
}

/** Everything stands when it resolves. Throws what `assemble` throws. */
export async function openShell({ first, isSafe, ended }: ShellStart): Promise<CarriedOut> {
  const folder = dataFolder(first.dataDir);
  const settings = createMachineSettingsFile(folder.settings);
  const observing = startObserving(folder, settings.current().logLevel, clock, () => undefined);
  launchEnginesBy(launchUtility);
  guardContents(app);
  guardSession(session.defaultSession);
  const trayHost = hasTrayHost(process.env);
  const language = terminalLanguage({ LANG: app.getLocale() });
  const installer = createInstaller();
  const commandLine = createCommandLineAccess(folder, observing, clock);
  const core = await openWithPassphrase(
    process.env,
    unlocking =>
      assemble({
        ...{ folder, settings, clock, isSafe, language, ...observing, ...unlocking },
        ...(installer && { installer }),
        ...(installer?.kind === 'appimage' && { restart: startNewVersion }),
        sealer: electronSealer,
        noWelcome: first.noWelcome === true,
        web: commandLine.instance,
        shell: () => services,
      }),
    reason => askPassphrase(session.defaultSession, reason, language),
  );
  await serveFiles(session.defaultSession, {
    folder: fileURLToPath(new URL('../renderer', import.meta.url)),
    uploads: coreUploads(core),
    language: () => core.services.current().profile.language,
  });
  serveLines(core.wires, why => observing.log.write('warn', 'client.refused', { reason: why }));
  const hasTray = (await trayHost) !== false;
  let isQuitting = false;
  const shell = openParts({
    core,
    folder,
    isSafe,
    log: observing.log,
    staysBehind: () => !isQuitting && hasTray,
  });
  const microphones = new Microphones();
  const services = createPageServices(shell, {
    ...{ isSafe, hasTray, microphones, startsAtLogin, startAtLogin },
    publish: core.services.publish,
    startNormally: () => relaunch({ isSafe: false }),
    keys: () => keys,
    mayHear: () => power.mayHear(),
  });
  const keys = startKeys(shell, () => core.services.publish('shell.changed', services.status()));
  const power = startShellPower(shell, keys, followPower);
  const tray = hasTray ? createShellTray(shell, microphones) : undefined;
  const ends = [...concerns.map(start => start(shell)), power.end, keys.end];
  let isClosed = false;
  app.on('before-quit', event => {
    isQuitting = true;
    if (isClosed) return;
    event.preventDefault();
    for (const end of ends.splice(0)) end();
    tray?.destroy();
    shell.client.close();
    void endAll(core, observing, commandLine.close).then(() => {
      isClosed = true;
      ended();
      shell.quick.destroy();
      shell.main.destroy();
      app.quit();
    });
  });
  await commandLine.open(core.wires);
  // Nobody could find it again.
  if (!hasTray) shell.main.show();
  core.updates.ready();
  observing.log.write('info', 'app.ready', { pid: process.pid });
  return order => carryOut(order, { ...shell, tapTalk: keys.tap, quit: () => app.quit() });
}

interface Opening {
  readonly core: Core;
  readonly folder: ReturnType<typeof dataFolder>;
  readonly isSafe: boolean;
  readonly log: Observing['log'];
  readonly staysBehind: () => boolean;
}

/** The windows, and what every concern shares with them. */
function openParts({ core, folder, isSafe, log, staysBehind }: Opening): ShellParts {
  const pages = new PageOrders(core.services.publish);
  const crashes = new CrashCount();
  const preferences = () => core.services.current().preferences();
  const crashed = (window: 'main' | 'quick') => (): boolean => {
    pages.leave(window);
    const isTooOften = crashes.add(clock.nowMs());
    if (isTooOften && !isSafe) relaunch({ isSafe: true });
    return isTooOften;
  };
  const main = createMainWindow({
    ...{ log, staysBehind },
    placeFile: join(folder.root, 'window.json'),
    crashed: crashed('main'),
    closed: () => app.quit(),
    ...(isSafe && { room: 'system' }),
  });
  const quick = createQuickWindow({
    ...{ log, pages },
    crashed: crashed('quick'),
    hidesOnBlur: () => preferences().desktop.hideQuickOnBlur,
    isMainInSight: () => main.isVisible(),
  });
  return {
    ...{ main, quick, pages, folder, clock, log, preferences },
    client: connect(async () => core.connect(), { clientId: newId() }),
    update: new UpdateOffer(),
    language: () => core.services.current().profile.language,
  };
}

/** The program ends whatever fails here: what could not be closed is told, and held up by nothing. */
async function endAll(core: Core, observing: Observing, hangUp: () => Promise<void>): Promise<void> {
  await closeAll([hangUp, () => core.updates.installOnQuit(), () => core.close()], observing.log);
  await observing.close().catch((error: unknown) => {
    process.stderr.write(`the log could not be closed: ${error instanceof Error ? error.name : 'error'}\n`);
  });
}
