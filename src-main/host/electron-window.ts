/** The main window: where it stood last, with no more rights than a page, brought back when its page crashes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { writeFileAtomically } from '../adapters/files/write-file-atomically.ts';
import type { Log } from '../observability/log.ts';
import { appOrigin } from './shell/app-scheme.ts';
import type { MainWindow } from './shell/shell-parts.ts';
import { placeOnScreens, smallest, type WindowPlace, windowPlace } from './shell/window-place.ts';

export interface PageOptions {
  readonly log: Log;
  /** Its page crashed: it is loaded anew. @returns whether it crashes too often to show what it showed. */
  readonly crashed: () => boolean;
}

export interface MainWindowOptions extends PageOptions {
  /** File in which its place is kept. */
  readonly placeFile: string;
  /** Whether closing it only hides it. */
  readonly staysBehind: () => boolean;
  /** It was closed, and stays closed. */
  readonly closed: () => void;
  /** The room to begin in; absent: the page's own. */
  readonly room?: 'system';
}

const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));
/** The ground of both themes, so that no white flashes before the first picture. */
const grounds = { dark: '#090c0f', light: '#f3f5f6' } as const;
export const groundNow = (): string => grounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];

/** The rights of a page, and no more, for every window. */
export const pageRights = (): Electron.WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
});

/** Shows our page of this hash, and again when its process is gone. @returns how to end that. */
export function keepPage(window: BrowserWindow, hash: string, { log, crashed }: PageOptions): () => void {
  let isLeaving = false;
  const load = (address: string): void => {
    window.loadURL(address).catch((error: unknown) => {
      if (!isLeaving) log.write('error', 'window.notLoaded', {}, error);
    });
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || isLeaving) return;
    log.write('error', 'window.crashed', { reason });
    // What crashes again and again may come from what the room shows: the check-up is the safe place.
    load(`${appOrigin}/${crashed() && hash === '' ? '#/system' : hash}`);
  });
  load(`${appOrigin}/${hash}`);
  return () => {
    isLeaving = true;
  };
}

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { placeFile, log } = options;
  const lost = (error: unknown): void => log.write('warn', 'window.placeLost', {}, error);
  const saved = readPlace(placeFile, lost);
  const window = new BrowserWindow({
    ...placeOnScreens(saved?.bounds, screenAreas()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Jarvis',
    backgroundColor: groundNow(),
    webPreferences: pageRights(),
  });
  window.removeMenu();
  if (saved?.isMaximized === true) window.maximize();
  let isLeaving = false;
  window.on('close', event => {
    keepPlace(placeFile, placeOf(window), lost);
    if (isLeaving) return;
    if (!options.staysBehind()) return options.closed();
    event.preventDefault();
    window.hide();
  });
  const leavePage = keepPage(window, options.room === undefined ? '' : `#/${options.room}`, options);
  return {
    show: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    hide: () => window.hide(),
    isVisible: () => window.isVisible() && !window.isMinimized(),
    isFocused: () => !window.isDestroyed() && window.isFocused(),
    destroy: () => {
      isLeaving = true;
      leavePage();
      if (!window.isDestroyed()) window.close();
    },
  };
}

const screenAreas = () => {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
};

const placeOf = (window: BrowserWindow): WindowPlace => ({
  bounds: window.getNormalBounds(),
  isMaximized: window.isMaximized(),
});

/** Undefined where none was kept; one that cannot be read is `lost`, and the window stands where a first one would. */
function readPlace(path: string, lost: (error: unknown) => void): WindowPlace | undefined {
  try {
    return windowPlace.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const isNone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isNone) lost(error);
    return undefined;
  }
}

/** A full disk is no reason for a window to stay open. */
function keepPlace(path: string, place: WindowPlace, lost: (error: unknown) => void): void {
  try {
    writeFileAtomically(path, JSON.stringify(place), { durable: false });
  } catch (error) {
    lost(error);
  }
}
