/** Replaces an AppImage, a single file, so that whoever starts it at any moment gets the old or the new one, whole. */
import { execFile } from 'node:child_process';
import { constants, existsSync, renameSync, rmSync } from 'node:fs';
import { chmod, copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { JarvisError } from '../../domain/errors.ts';
import { selfCheckOption } from '../../domain/update.ts';
import type { ProgramInstaller } from '../../ports/program-installer.ts';
import { diskFault } from '../catalogue/disk-space.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import { copyChecked } from './copy-checked.ts';

/** A slow disk, an image that is unpacked first. */
const trialLimitMs = 120_000;
/** Of the image that runs now: the new one has its own. */
const ofThisImage = new Set(['APPIMAGE', 'APPDIR', 'ARGV0', 'OWD']);

/** `target`: the AppImage that runs, as its runtime says in `APPIMAGE`. */
export function createAppImageInstaller(target: string): ProgramInstaller {
  const besides = (what: string): string => join(dirname(target), `.${basename(target)}.${what}`);
  const [staged, previous] = [besides('new'), besides('previous')];
  return {
    kind: 'appimage',
    asksPassword: false,
    install: async ({ packagePath, version, file }) => {
      try {
        await copyChecked(packagePath, staged, file);
        await chmod(staged, ((await stat(target)).mode & 0o777) | 0o100);
        await tryToStart(staged, version);
        await keep(target, previous);
        await rename(staged, target);
        syncFolder(dirname(target));
      } catch (error) {
        await rm(staged, { force: true });
        throw diskFault(error, dirname(target));
      }
    },
    canGoBack: () => existsSync(previous),
    goBack: () => {
      // Absent: it went back before a power cut.
      if (existsSync(previous)) renameSync(previous, target);
      syncFolder(dirname(target));
    },
    forget: () => rmSync(previous, { force: true }),
  };
}

/** A program that cannot even start here could not bring the old one back. Throws `update.does-not-start`. */
async function tryToStart(program: string, version: string): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofThisImage.has(name)));
  try {
    const { stdout } = await promisify(execFile)(program, [selfCheckOption], { timeout: trialLimitMs, env });
    if (!stdout.split('\n').includes(`jarvis ${version}`)) throw new Error(`it said ${stdout.slice(0, 200)}`);
  } catch (error) {
    throw new JarvisError('update.does-not-start', { version }, error);
  }
}

/** A second name for the same file; a copy where the file system knows no second names. */
async function keep(program: string, kept: string): Promise<void> {
  const temporary = `${kept}.part`;
  await rm(temporary, { force: true });
  try {
    await link(program, temporary);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'EMLINK') throw error;
    await copyFile(program, temporary, constants.COPYFILE_EXCL);
    const file = await open(temporary, 'r');
    await file.sync().finally(() => file.close());
  }
  await rename(temporary, kept);
  syncFolder(dirname(kept));
}
