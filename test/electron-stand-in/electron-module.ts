/** What `require('electron')` gives in the main process: the part that Jarvis uses, and nothing that it does not. */
import { EventEmitter } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createWindowClass } from './browser-window.ts';
import { StandInChannel } from './ports.ts';
import type { ProtocolLine } from './protocol-line.ts';
import { StandInSession } from './session.ts';
import { lockInstance } from './single-instance.ts';
import {
  nativeImage,
  nativeTheme,
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
  readonly line: ProtocolLine;
  readonly appPath: string;
  readonly name: string;
  readonly version: string;
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  isReadyNow = false;
  isSandboxed = false;
  readonly #start: Start;
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #windows: () => readonly { destroy(): void }[];

  constructor(start: Start, windows: () => readonly { destroy(): void }[]) {
    super();
    this.#start = start;
    this.#windows = windows;
  }

  begin(): void {
    this.isReadyNow = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }
  whenReady = (): Promise<void> => this.#ready.promise;
  isReady = (): boolean => this.isReadyNow;
  getName = (): string => this.#start.name;
  getVersion = (): string => this.#start.version;
  getAppPath = (): string => this.#start.appPath;
  getLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale;
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
    this.emit('quit', {}, 0);
    setTimeout(() => process.exit(0), 20);
  }
  exit(status = 0): void {
    process.exit(status);
  }
}

/** `begin` makes it ready, once the app's main file was run. */
export function createElectron(start: Start) {
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
      line: start.line,
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
    ipcMain,
    webContents: {
      getAllWebContents: () => [...contents],
      fromDevToolsTargetId: (id: string) => [...contents].find(one => one.targetId === id),
    },
    session: { defaultSession },
    protocol: defaultSession.protocol,
    MessageChannelMain: StandInChannel,
    Menu: StandInMenu,
    Tray: StandInTray,
    nativeImage,
    nativeTheme,
    powerMonitor,
    screen,
    shell,
    utilityProcess,
    /** For tests alone; no Electron has it. */
    standIn: { openedOutside, trays: StandInTray.all },
  };
  return { electron, begin: () => app.begin() };
}
