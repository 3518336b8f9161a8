/** electron-updater's own installer for Windows, outside Electron: it gets what was announced, without a network, or nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NsisUpdater } from 'electron-updater';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPackageInstaller } from '../../src-main/adapters/updates/package-installer.ts';
import { JarvisError } from '../../src-main/domain/errors.ts';
import { fileOf } from './release-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-nsis-'));
  writeFileSync(
    join(folder, 'app-update.yml'),
    'provider: generic\nurl: https://nobody.invalid\nupdaterCacheDirName: jarvis\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Does everything but start the installer, which only Windows can. */
class Recorded extends NsisUpdater {
  installed: { path: string | null | undefined; isSilent: boolean; runsAfter: boolean } | undefined;
  override quitAndInstall(isSilent = false, runsAfter = false): void {
    this.installed = { path: this.installerPath, isSilent, runsAfter };
  }
}

function makeUpdater(): Recorded {
  const updater = new Recorded(null, {
    ...{ version: '1.0.0', name: 'jarvis', isPackaged: true, userDataPath: folder, baseCachePath: folder },
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  updater.logger = null;
  return updater;
}

const content = Buffer.from('MZ an installer '.repeat(1000));
const name = 'Jarvis-2.0.0-win-x64.exe';

it('it is handed the package that was checked, silently, and starts the program again where that is wished', async () => {
  const packagePath = join(folder, name);
  writeFileSync(packagePath, content);
  const updater = makeUpdater();
  const file = { ...fileOf(content, name), kind: 'nsis' as const };
  await createPackageInstaller('nsis', async () => updater).install({
    ...{ packagePath, version: '2.0.0', file, restarts: true },
  });
  expect(updater.installed).toMatchObject({ isSilent: true, runsAfter: true });
  expect(readFileSync(updater.installed?.path ?? '')).toEqual(content);
});

it('a package that was swapped after it was checked never reaches it', async () => {
  const packagePath = join(folder, name);
  writeFileSync(packagePath, Buffer.alloc(content.length));
  const updater = makeUpdater();
  const file = { ...fileOf(content, name), kind: 'nsis' as const };
  const order = { packagePath, version: '2.0.0', file, restarts: false };
  const error = await createPackageInstaller('nsis', async () => updater)
    .install(order)
    .catch((thrown: unknown) => thrown);
  expect(error instanceof JarvisError && error.code).toBe('update.file-differs');
  expect(updater.installed).toBeUndefined();
});
