/** What `require('electron')` gives in the main process: the part that Jarvis uses, and nothing that it does not. */
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWindowClass } from './browser-window.ts';
import { clipboard, StandInNotification } from './desktop.ts';
import { globalShortcut, shortcuts } from './global-shortcut.ts';
import { StandInChannel } from './ports.ts';
import type { ProtocolLine } from './protocol-line.ts';
import { createSafeStorage } from './safe-storage.ts';
import { StandInSession } from './session.ts';
import { lockInstance } from './single-instance.ts';
import {
  nativeImage,
  nativeTheme,
  net,
  network,
  openedOutside,
  powerMonitor,
  StandInMenu,
  StandInTray,
  screen,
  shell,
} from './system.ts';
import { utilityProcess } from './utility.ts';
import type { StandInContents } from './web-contents.ts';

interface Start {
  readonly appPath: string;
  readonly isPackaged: boolean;
  readonly name: string;
  readonly version: string;
}

class StandInApp extends EventEmitter {
  readonly isPackaged: boolean;
  isReadyNow = false;
  isSandboxed = false;
  hasGraphicsCard = true;
  /** It quits or exits; nothing begins any more. */
  isEnding = false;
  #end: () => Promise<void> = () => Promise.resolve();
  readonly commandLine = {
    given: [] as string[],
    appendSwitch: (name: string, value?: string): void =>
      void this.commandLine.given.push(`--${name}${value === undefined ? '' : `=${value}`}`),
    hasSwitch: (name: string): boolean =>
      [...this.commandLine.given, ...process.argv].some(one => one.split('=')[0] === `--${name}`),
  };
  readonly #start: Start;
  readonly #relaunches: { readonly args: readonly string[]; readonly execPath?: string }[] = [];
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #windows: () => readonly { destroy(): void }[];

  constructor(start: Start, windows: () => readonly { destroy(): void }[]) {
    super();
    this.#start = start;
    this.isPackaged = start.isPackaged;
    this.#windows = windows;
  }

  begin(): void {
    this.isReadyNow = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }
  /** What ends the pages' processes, and is waited for. */
  endsWith(end: () => Promise<void>): void {
    this.#end = end;
  }
  whenReady = (): Promise<void> => this.#ready.promise;
  isReady = (): boolean => this.isReadyNow;
  getName = (): string => this.#start.name;
  getVersion = (): string => this.#start.version;
  getAppPath = (): string => this.#start.appPath;
  /** Of the first variable that says anything, as on a desktop of Linux. */
  getLocale = (): string => {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    const name = (LC_ALL || LC_MESSAGES || LANG || '').split(/[.@]/)[0]?.replace('_', '-') ?? '';
    return ['', 'C', 'POSIX'].includes(name) ? 'en-US' : name;
  };
  getPath(name: string): string {
    const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
    return this.#paths.get(name) ?? (name === 'home' ? homedir() : join(config, this.#start.name));
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  enableSandbox(): void {
    if (this.isReadyNow) throw new Error('app.enableSandbox() must be called before app is ready');
    this.isSandboxed = true;
  }
  disableHardwareAcceleration(): void {
    if (this.isReadyNow)
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    this.hasGraphicsCard = false;
  }
  /** When this one has ended; by default with the arguments of this one. */
  relaunch({ args = process.argv.slice(1), execPath }: Electron.RelaunchOptions = {}): void {
    this.#relaunches.push({ args, ...(execPath !== undefined && { execPath }) });
  }
  requestSingleInstanceLock(data?: unknown): boolean {
    const told = ({
      argv,
      folder,
      data: given,
    }: {
      argv: readonly string[];
      folder: string;
      data: unknown;
    }): boolean => this.emit('second-instance', {}, argv, folder, given);
    return lockInstance(this.getPath('userData'), data, told) !== undefined;
  }
  quit(): void {
    let isPrevented = false;
    const event = { preventDefault: () => (isPrevented = true) };
    this.emit('before-quit', event);
    if (isPrevented) return;
    for (const window of this.#windows()) window.destroy();
    this.emit('will-quit', event);
    if (isPrevented) return;
    this.exit(0);
  }
  exit(status = 0): void {
    this.isEnding = true;
    this.emit('quit', {}, status);
    void this.#end().finally(() => {
      const program = fileURLToPath(new URL('./electron', import.meta.url));
      for (const { args, execPath = program } of this.#relaunches)
        spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref();
      process.exit(status);
    });
  }
}

/** `begin` makes it ready, once the app's main file was run. */
export function createElectron(start: Start) {
  let line: ProtocolLine | undefined;
  const ipcMain = new EventEmitter();
  const contents = new Set<StandInContents>();
  const app: StandInApp = new StandInApp(start, () => BrowserWindow.getAllWindows());
  const defaultSession = new StandInSession(app.isReady);
  const BrowserWindow = createWindowClass({
    isReady: app.isReady,
    created: window => app.emit('browser-window-created', {}, window),
    allClosed: () => {
      if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
      else app.quit();
    },
    contents: {
      line: () => line ?? fail('no page before the app is ready'),
      session: defaultSession,
      ipcMain,
      created: made => {
        contents.add(made);
        made.once('destroyed', () => contents.delete(made));
        app.emit('web-contents-created', {}, made);
      },
    },
  });
  const electron = {
    app,
    BrowserWindow,
    clipboard,
    Notification: StandInNotification,
    ipcMain,
    webContents: {
      getAllWebContents: () => [...contents],
      fromDevToolsTargetId: (id: string) => [...contents].find(one => one.targetId === id),
    },
    session: { defaultSession },
    protocol: defaultSession.protocol,
    safeStorage: createSafeStorage(app.isReady),
    MessageChannelMain: StandInChannel,
    Menu: StandInMenu,
    Tray: StandInTray,
    nativeImage,
    nativeTheme,
    net,
    globalShortcut,
    powerMonitor,
    screen,
    shell,
    utilityProcess,
    /** For tests alone; no Electron has it. */
    standIn: {
      openedOutside,
      network,
      shortcuts,
      trays: StandInTray.all,
      notifications: StandInNotification.shown,
    },
  };
  const begin = (opened: ProtocolLine): void => {
    line = opened;
    app.begin();
  };
  return { electron, begin };
}

function fail(message: string): never {
  throw new Error(message);
}
