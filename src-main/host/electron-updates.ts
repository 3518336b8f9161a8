/** New versions under Electron: which installer this package has, how the program is started anew, and what the tray hears of it. */
import { app } from 'electron';
import { createAppImageInstaller } from '../adapters/updates/appimage-installer.ts';
import { createPackageInstaller } from '../adapters/updates/package-installer.ts';
import type { ProgramInstaller } from '../ports/program-installer.ts';
import type { DataFolder } from './data-folder.ts';
import { startAfterwards, startedWith } from './electron-relaunch.ts';
import { packageKindOf } from './package-kind.ts';
import type { Concern } from './shell/shell-parts.ts';
import { openRecordOf } from './update-services.ts';
import { beginStart } from './update-start.ts';

/** Undefined for a program that was started from its sources. */
export function createInstaller(): ProgramInstaller | undefined {
  const { APPIMAGE } = process.env;
  const kind = app.isPackaged
    ? packageKindOf(process.platform, process.env, process.resourcesPath)
    : undefined;
  if (kind === 'appimage' && APPIMAGE !== undefined) return createAppImageInstaller(APPIMAGE);
  return kind === undefined || kind === 'appimage' ? undefined : createPackageInstaller(kind);
}

/** The new version starts once this one has ended; other installers than that of an AppImage see to it themselves. */
export function startNewVersion(): void {
  startAfterwards(startedWith());
  app.quit();
}

/** To be asked before anything of the data folder is opened. True: the version before starts now in place of this one. */
export function startsPreviousVersion(folder: DataFolder, installer: ProgramInstaller | undefined): boolean {
  const record = openRecordOf(folder);
  const start = beginStart({ folder, record, version: app.getVersion(), ...(installer && { installer }) });
  if (start === 'go') return false;
  startAfterwards(process.argv.slice(1));
  app.exit(0);
  return true;
}

/** Tells the tray and whoever else offers it of a version that waits to be installed. */
export const watchUpdates: Concern = ({ client, update, log }) => {
  const failed = (error: unknown): void => log.write('warn', 'update.failed', {}, error);
  const install = (): void => void client.call('update.install', {}).catch(failed);
  const show = ({ step, offer }: { step: string; offer?: { version: string } }): void =>
    update.set(step === 'ready' && offer ? { version: offer.version, install } : undefined);
  client.call('update.get', {}).then(show, failed);
  return client.on('update.changed', show);
};
