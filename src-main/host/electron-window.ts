/** The main window: where it stood last, with no more rights than a page, brought back when its page crashes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { writeFileAtomically } from '../adapters/files/write-file-atomically.ts';
import type { Log } from '../observability/log.ts';
import { CrashCount } from './crash-count.ts';
import { appOrigin } from './electron-files.ts';
import { placeOnScreens, smallest, type WindowPlace, windowPlace } from './window-place.ts';

export interface MainWindowOptions {
  /** File in which its place is kept. */
  readonly placeFile: string;
  readonly log: Log;
  readonly nowMs: () => number;
  /** Whether closing it only hides it. */
  readonly staysBehind: () => boolean;
}

export interface MainWindow {
  show(): void;
  hide(): void;
  isVisible(): boolean;
  /** Lets it close for good. */
  destroy(): void;
}

const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));
/** The ground of both themes, so that no white flashes before the first picture. */
const grounds = { dark: '#090c0f', light: '#f3f5f6' } as const;

export function createMainWindow(options: MainWindowOptions): MainWindow {
  const { placeFile, log } = options;
  const saved = readPlace(placeFile);
  const window = new BrowserWindow({
    ...placeOnScreens(saved?.bounds, screenAreas()),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Jarvis',
    backgroundColor: grounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
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
    },
  });
  window.removeMenu();
  if (saved?.isMaximized === true) window.maximize();
  const crashes = new CrashCount();
  let isLeaving = false;
  const load = (address: string): void => {
    window.loadURL(address).catch((error: unknown) => log.write('error', 'window.notLoaded', {}, error));
  };
  window.on('close', event => {
    writeFileAtomically(placeFile, JSON.stringify(placeOf(window)), { durable: false });
    if (isLeaving || !options.staysBehind()) return;
    event.preventDefault();
    window.hide();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || isLeaving) return;
    const isTooOften = crashes.add(options.nowMs());
    log.write('error', 'window.crashed', { reason });
    // What crashes again and again may come from what the room shows: the check-up is the safe place.
    load(`${appOrigin}/${isTooOften ? '#system' : ''}`);
  });
  load(`${appOrigin}/`);
  return {
    show: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    hide: () => window.hide(),
    isVisible: () => window.isVisible() && !window.isMinimized(),
    destroy: () => {
      isLeaving = true;
      window.close();
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

/** A place that cannot be read is one that was never kept. */
function readPlace(path: string): WindowPlace | undefined {
  try {
    return windowPlace.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
