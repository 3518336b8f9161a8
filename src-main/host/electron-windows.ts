/** The windows, which may stand before the core does: what their pages ask waits until it is there. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session } from 'electron';
import type { Services } from '../api/services.ts';
import type { Language } from '../domain/language.ts';
import type { Log } from '../observability/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Core } from './assemble.ts';
import { coreUploads } from './core-uploads.ts';
import type { DataFolder } from './data-folder.ts';
import { serveFiles } from './electron-files.ts';
import { createQuickWindow } from './electron-quick-window.ts';
import { relaunch } from './electron-relaunch.ts';
import { createMainWindow } from './electron-window.ts';
import { serveLines } from './electron-wire.ts';
import { CrashCount } from './shell/crash-count.ts';
import { LateLines } from './shell/late-lines.ts';
import { PageOrders } from './shell/page-orders.ts';
import type { ShellParts } from './shell/shell-parts.ts';

export interface WindowsOptions {
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly log: Log;
  readonly isSafe: boolean;
  /** Until a profile says otherwise. */
  readonly language: Language;
  /** Whether closing the main window only hides it. */
  readonly staysBehind: () => boolean;
  /** Undefined until it stands. */
  readonly core: () => Core | undefined;
}

export interface Windows extends Pick<ShellParts, 'main' | 'quick' | 'pages'> {
  readonly lines: LateLines;
}

/** The main window's page is being loaded when it returns; the quick one is made when it is first wanted. */
export function openWindows(options: WindowsOptions): Windows {
  const { folder, clock, log, isSafe, language, staysBehind, core } = options;
  const lines = new LateLines();
  serveFiles(session.defaultSession, {
    folder: fileURLToPath(new URL('../renderer', import.meta.url)),
    uploads: () => uploadsOf(core()),
    language: () => core()?.services.current().profile.language ?? language,
  });
  serveLines(lines, why => log.write('warn', 'client.refused', { reason: why }));
  // Before the core stands no page has arrived, and every order waits.
  const publish: Services['publish'] = (name, data) => core()?.services.publish(name, data);
  const pages = new PageOrders(publish);
  const crashes = new CrashCount();
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
    hidesOnBlur: () => core()?.services.current().preferences().desktop.hideQuickOnBlur === true,
    isMainInSight: () => main.isVisible(),
  });
  return { lines, main, quick, pages };
}

const uploadsOf = (core: Core | undefined): ReturnType<typeof coreUploads> =>
  core === undefined ? {} : coreUploads(core);
