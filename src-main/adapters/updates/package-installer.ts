/** The installers of Windows, macOS and Linux's package managers, as electron-updater runs them. */
import type { AppUpdater, ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import { JarvisError } from '../../domain/errors.ts';
import type { PackageKind } from '../../domain/update.ts';
import type { InstallOrder, ProgramInstaller } from '../../ports/program-installer.ts';
import { copyChecked } from './copy-checked.ts';

export type OtherKind = Exclude<PackageKind, 'appimage'>;
type MakeUpdater = (kind: OtherKind) => Promise<AppUpdater>;

/** Outside Electron only what a test hands in can be made. */
const make: MakeUpdater = async kind => {
  const { NsisUpdater, MacUpdater, DebUpdater, RpmUpdater } = await import('electron-updater');
  const makers = { nsis: NsisUpdater, zip: MacUpdater, deb: DebUpdater, rpm: RpmUpdater };
  return new makers[kind]();
};

export function createPackageInstaller(kind: OtherKind, makeUpdater = make): ProgramInstaller {
  return {
    kind,
    asksPassword: kind === 'deb' || kind === 'rpm',
    install: async order => {
      try {
        const updater = await makeUpdater(kind);
        await handOver(updater, order);
        updater.quitAndInstall(true, order.restarts);
      } catch (error) {
        throw error instanceof JarvisError ? error : new JarvisError('update.install-failed', {}, error);
      }
    },
    // They replace the program themselves, and keep none of the version before.
    canGoBack: () => false,
    goBack: () => undefined,
    forget: () => undefined,
  };
}

/**
 * It gets no address: the package was fetched, and found to be what our manifest announces, before it hears of it.
 * Throws `update.file-differs` and what electron-updater throws, which on Windows also compares the publisher.
 */
async function handOver(updater: AppUpdater, { packagePath, version, file }: InstallOrder): Promise<void> {
  const { Provider } = await import('electron-updater');
  const url = new URL(`https://announced.invalid/${file.name}`);
  const info: UpdateInfo = {
    ...{ version, path: file.name, sha512: file.sha512, releaseDate: '' },
    files: [{ url: file.name, size: file.bytes, sha512: file.sha512 }],
  };
  class Announced extends Provider<UpdateInfo> {
    // electron-updater makes it, and hands what its own providers need in the third place.
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }
    override getLatestVersion(): Promise<UpdateInfo> {
      return Promise.resolve(info);
    }
    override resolveFiles(): ResolvedUpdateFileInfo[] {
      return info.files.map(one => ({ url, info: one }));
    }
  }
  updater.setFeedURL({ provider: 'custom', updateProvider: Announced });
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableDifferentialDownload = true;
  const download = (_url: URL, destination: string): Promise<void> =>
    copyChecked(packagePath, destination, file);
  Object.defineProperty(updater, 'httpExecutor', { value: { download } });
  const found = await updater.checkForUpdates();
  if (found?.isUpdateAvailable !== true) throw new JarvisError('update.install-failed');
  await updater.downloadUpdate();
}
