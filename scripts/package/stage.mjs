/** Puts exactly what a package holds into a folder of its own, from which electron-builder then packs everything. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from '../debian-packages.mjs';
import { PackageError } from './package-error.mjs';

/**
 * The version and the name that the program has in its package.
 * @param {string} root
 * @param {{ version?: string, homepage: string }} given `homepage`: where it can be found.
 */
export function programFacts(root, { version, homepage }) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    name: own.name,
    productName: own.productName,
    version: version ?? own.version,
    description: own.description,
    license: own.license,
    homepage,
    author: { name: own.productName },
    type: own.type,
    main: own.main,
    // The window belongs to the entry of this name in the menus of Linux.
    desktopName: 'jarvis.desktop',
    private: true,
  };
}

const isLoadedBySystem = path => /\.(?:node|dll|dylib|so(?:\.[\d.]+)?)$/.test(path);

/**
 * `files`: of `packageContents`. The folder holds nothing else afterwards. `os`: whose binaries they are. @returns the
 * files as they lie there now.
 */
export function stageFiles(files, folder, facts, os) {
  rmSync(folder, { recursive: true, force: true });
  for (const { from, to } of files) {
    const target = join(folder, to);
    mkdirSync(dirname(target), { recursive: true });
    // What is signed or made smaller here must not change where it came from.
    if (isLoadedBySystem(to)) copyFileSync(from, target);
    else linkOrCopy(from, target);
  }
  if (os === 'linux') stripSymbols(files.map(({ to }) => join(folder, to)).filter(isLoadedBySystem));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(facts, null, 2)}\n`);
  return files.map(file => ({ ...file, bytes: statSync(join(folder, file.to)).size }));
}

/** Names of functions that only a debugger reads are 10 MB of the engines. Throws `tool-missing`. */
function stripSymbols(paths) {
  if (findProgram('strip') === undefined)
    throw new PackageError('tool-missing', { name: 'strip', detail: 'binutils' });
  execFileSync('strip', ['--strip-unneeded', ...paths], { stdio: 'ignore' });
}

/** A link costs nothing; another disk has none. */
function linkOrCopy(from, target) {
  try {
    linkSync(from, target);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes(error.code)) throw error;
    copyFileSync(from, target);
  }
}
