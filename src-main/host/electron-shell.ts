/** The core inside the desktop program, its windows, its tray, and everything else that lives around them. */
import { app, session } from 'electron';
import { connect } from '../../src-preload/connect.ts';
import {
  createMachineSettingsFile,
  type MachineSettingsFile,
} from '../adapters/settings/machine-settings-file.ts';
import { newId } from '../domain/id.ts';
import type { Language } from '../domain/language.ts';
import { assemble, type Core } from './assemble.ts';
import { type DataFolder, dataFolder } from './data-folder.ts';
import { keepCompiled } from './electron-compile-cache.ts';
import { watchGraphics } from './electron-crashes.ts';
import { launchUtility } from './electron-engines.ts';
import { guardContents, guardSession } from './electron-guard.ts';
import { startKeys } from './electron-keys.ts';
import { startAtLogin, startsAtLogin } from './electron-login.ts';
import { startNotifications } from './electron-notifications.ts';
import { askPassphrase } from './electron-passphrase.ts';
import { followPower } from './electron-power.ts';
import { relaunch } from './electron-relaunch.ts';
import { electronSealer } from './electron-secrets.ts';
import { createShellTray } from './electron-tray.ts';
import { createInstaller, startNewVersion, watchUpdates } from './electron-updates.ts';
import { openWindows, type Windows } from './electron-windows.ts';
import { noLog } from './no-log.ts';
import { type Observing, startObserving } from './observing.ts';
import { launchEnginesBy } from './program-path.ts';
import { type CarriedOut, carryOut } from './shell/carry-out.ts';
import { closeLog, closeShell } from './shell/close-shell.ts';
import { type CommandLineAccess, createCommandLineAccess } from './shell/command-line-access.ts';
import { Microphones } from './shell/microphones.ts';
import { openWithPassphrase } from './shell/open-with-passphrase.ts';
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
  keepCompiled,
];

export interface ShellStart {
  readonly first: ShellOrder;
  /** It crashed again and again: neither voice nor engines. */
  readonly isSafe: boolean;
  /** The program ends as it should. */
  readonly ended: () => void;
}

interface Opening extends ShellStart {
  readonly folder: DataFolder;
  readonly settings: MachineSettingsFile;
  /** Until a profile says otherwise. */
  readonly language: Language;
  readonly observing: Observing;
}

/** Everything stands when it resolves. Throws what `assemble` throws. */
export async function openShell(start: ShellStart): Promise<CarriedOut> {
  const folder = dataFolder(start.first.dataDir);
  const settings = createMachineSettingsFile(folder.settings);
  const language = terminalLanguage({ LANG: app.getLocale() });
  const observing = startObserving(folder, settings.current().logLevel, clock, () => {
    process.stderr.write(`${noLog[language]}\n`);
  });
  try {
    return await open({ ...start, folder, settings, language, observing });
  } catch (error) {
    await closeLog(observing);
    throw error;
  }
}

async function open(opening: Opening): Promise<CarriedOut> {
  const { folder, isSafe, ended, language, observing } = opening;
  const { log } = observing;
  let isQuitting = false;
  let hasTray = true;
  // Also while the core is only opening its data.
  app.on('before-quit', () => {
    isQuitting = true;
  });
  launchEnginesBy(launchUtility);
  guardContents(app, error => log.write('warn', 'window.notOpened', {}, error));
  guardSession(session.defaultSession);
  const trayHost = hasTrayHost(process.env);
  const commandLine = createCommandLineAccess(folder, observing, clock);
  let windows: Windows | undefined;
  let standing: Core | undefined;
  // Its page is read and drawn while the core opens its data.
  const windowsOf = (): Windows => {
    windows ??= openWindows({
      ...{ folder, clock, log, isSafe, language },
      staysBehind: () => !isQuitting && hasTray,
      core: () => standing,
    });
    return windows;
  };
  const core = await openCore(opening, {
    commandLine,
    unlocked: () => void windowsOf(),
    shell: () => services,
  });
  hasTray = (await trayHost) !== false;
  standing = core;
  const { lines, ...parts } = windowsOf();
  const shell = shellOf(core, parts, { folder, log });
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
  lines.serve(core.wires);
  const tray = hasTray ? createShellTray(shell, microphones) : undefined;
  const ends = [...concerns.map(start => start(shell)), power.end, keys.end];
  let isClosed = false;
  app.on('before-quit', event => {
    if (isClosed) return;
    event.preventDefault();
    for (const end of ends.splice(0)) end();
    tray?.destroy();
    shell.client.close();
    void closeShell(core, observing, { hangUp: commandLine.close, ended }).then(() => {
      isClosed = true;
      shell.quick.destroy();
      shell.main.destroy();
      app.quit();
    });
  });
  await commandLine.open(core.wires);
  // Nobody could find it again.
  if (!hasTray) shell.main.show();
  core.updates.ready();
  log.write('info', 'app.ready', { pid: process.pid });
  return order => carryOut(order, { ...shell, tapTalk: keys.tap, quit: () => app.quit() });
}

interface CoreSurroundings {
  readonly commandLine: CommandLineAccess;
  readonly unlocked: () => void;
  readonly shell: () => ReturnType<typeof createPageServices>;
}

function openCore(
  { first, folder, settings, isSafe, language, observing }: Opening,
  { commandLine, unlocked, shell }: CoreSurroundings,
): Promise<Core> {
  const installer = createInstaller();
  return openWithPassphrase(
    process.env,
    unlocking =>
      assemble({
        ...{ folder, settings, clock, isSafe, language, unlocked, shell, ...observing, ...unlocking },
        ...(installer && { installer }),
        ...(installer?.kind === 'appimage' && { restart: startNewVersion }),
        sealer: electronSealer,
        noWelcome: first.noWelcome === true,
        web: commandLine.instance,
      }),
    reason => askPassphrase(session.defaultSession, reason, language),
  );
}

/** What every concern shares. */
const shellOf = (
  core: Core,
  windows: Pick<ShellParts, 'main' | 'quick' | 'pages'>,
  around: Pick<ShellParts, 'folder' | 'log'>,
): ShellParts => ({
  ...{ ...windows, ...around, clock },
  preferences: () => core.services.current().preferences(),
  client: connect(async () => core.connect(), { clientId: newId() }),
  update: new UpdateOffer(),
  language: () => core.services.current().profile.language,
});
