/** The quick window: small, over everything, on the screen with the pointer, made before it is wanted. */
import { app, BrowserWindow, screen } from 'electron';
import { groundNow, keepPage, type PageOptions, pageRights } from './electron-window.ts';
import type { PageOrders } from './shell/page-orders.ts';
import { lowestQuick, quickPlace } from './shell/quick-place.ts';
import type { QuickWindow } from './shell/shell-parts.ts';

export interface QuickWindowOptions extends PageOptions {
  readonly pages: PageOrders;
  /** Whether it goes when another program is used. */
  readonly hidesOnBlur: () => boolean;
  /** Whether another window of ours is in sight, which keeps the program in front. */
  readonly isMainInSight: () => boolean;
}

export function createQuickWindow(options: QuickWindowOptions): QuickWindow {
  const { pages } = options;
  let made: { readonly window: BrowserWindow; readonly leavePage: () => void } | undefined;
  let heightPx = lowestQuick;
  let isLeaving = false;

  const place = (): Electron.Rectangle =>
    quickPlace(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea, heightPx);

  function make(): BrowserWindow {
    if (made !== undefined) return made.window;
    const window = newWindow(place());
    made = { window, leavePage: keepPage(window, '#/quick', options) };
    window.on('close', event => {
      if (isLeaving) return;
      event.preventDefault();
      hide({ stops: false });
    });
    window.on('blur', () => {
      if (!isLeaving && options.hidesOnBlur()) hide({ stops: false });
    });
    return window;
  }

  function hide({ stops }: { readonly stops: boolean }): void {
    if (made === undefined || !made.window.isVisible()) return;
    pages.tell('quick', { kind: 'hidden', stops });
    made.window.hide();
    // Elsewhere the window system itself goes back to the program that was used before.
    if (process.platform === 'darwin' && !options.isMainInSight()) app.hide();
  }

  return {
    prepare: () => void make(),
    show({ listens = false, follows } = {}) {
      const window = make();
      window.setBounds(place());
      if (follows === undefined) {
        window.show();
        window.focus();
      } else window.showInactive();
      pages.tell('quick', { kind: 'shown', listens, ...(follows !== undefined && { follows }) });
    },
    hide,
    fit(wanted) {
      heightPx = wanted;
      // Where it stands it stays: it only grows downwards.
      const { x, y } = made?.window.getBounds() ?? place();
      const { width, height } = place();
      made?.window.setBounds({ x, y, width, height });
    },
    isVisible: () => made?.window.isVisible() === true,
    isFocused: () => made?.window.isFocused() === true,
    destroy() {
      isLeaving = true;
      made?.leavePage();
      if (made?.window.isDestroyed() === false) made.window.close();
      made = undefined;
    },
  };
}

function newWindow(bounds: Electron.Rectangle): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    frame: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    title: 'Jarvis',
    backgroundColor: groundNow(),
    // Over a program that fills the screen, without coming in front of it as a program.
    ...(process.platform === 'darwin' && { type: 'panel' }),
    webPreferences: pageRights(),
  });
  window.removeMenu();
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  return window;
}
