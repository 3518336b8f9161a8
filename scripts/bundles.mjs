/** What is built from what, and whether it has changed since. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const shared = ['package-lock.json', 'scripts/build.mjs', 'scripts/bundles.mjs', 'tsconfig.json'];

/** `inputs`: files and folders that a bundle is made of; `outputs`: files that prove it is there. */
export const bundles = {
  main: {
    inputs: [
      ...shared,
      'src-main',
      'src-preload',
      'native/frames.ts',
      'native/port-streams.ts',
      'resources',
      'models/catalogue.json',
      'package.json',
    ],
    outputs: ['web', 'cli', 'read-export-worker', 'electron'].map(name => `dist/main/${name}.cjs`),
  },
  preload: { inputs: [...shared, 'src-preload'], outputs: ['dist/preload/preload.cjs'] },
  native: {
    inputs: [...shared, 'native', 'src-main/domain', 'src-main/ports', 'src-preload'],
    outputs: ['dist/native'],
  },
  renderer: {
    inputs: [...shared, 'vite.config.ts', 'src-renderer', 'src-preload', 'src-main/domain', 'resources'],
    outputs: ['dist/renderer/index.html'],
  },
};

const stampPath = (root, name) => join(root, 'dist', '.stamps', name);

/** Names of the bundles that must be built. */
export function changedBundles(root) {
  return Object.keys(bundles).filter(name => {
    const isThere = bundles[name].outputs.every(path => existsSync(join(root, path)));
    return !isThere || readStamp(root, name) !== inputsHash(root, name);
  });
}

/** A broken-off build must not count: the stamp goes first and comes back last. */
export function removeStamp(root, name) {
  rmSync(stampPath(root, name), { force: true });
}

/** `hash`: of the inputs as they were before the build, so that a change during it is seen the next time. */
export function writeStamp(root, name, hash) {
  mkdirSync(dirname(stampPath(root, name)), { recursive: true });
  writeFileSync(stampPath(root, name), hash);
}

function readStamp(root, name) {
  const path = stampPath(root, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

export function inputsHash(root, name) {
  const hash = createHash('sha256');
  for (const input of bundles[name].inputs) addTo(hash, root, input);
  return hash.digest('hex');
}

function addTo(hash, root, path) {
  if (!existsSync(join(root, path))) return;
  const entries = listFolder(join(root, path));
  if (entries === undefined) {
    if (/\.test\.tsx?$/.test(path)) return;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
    return;
  }
  for (const entry of entries.sort()) addTo(hash, root, `${path}/${entry}`);
}

function listFolder(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
