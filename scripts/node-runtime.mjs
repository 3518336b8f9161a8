/** The Node that runs Jarvis: this machine's own when it is new enough, else Node 24 from the npm registry. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readPackages } from './dependencies.mjs';
import { npm } from './npm.mjs';
import { step } from './progress.mjs';
import { root } from './root.mjs';
import { isFrench, SetupError } from './setup-error.mjs';

const version = '24.21.0';
const folder = '.runtime';
const platforms = { linux: 'linux', darwin: 'darwin', win32: 'win' };

const atLeast = (major, minor) => {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
};

/** The path of a Node that is at least 22.`minor`; brings one when there is none. Throws SetupError. */
export async function ensureNode(minor) {
  if (!atLeast(20, 0)) throw new SetupError('old-node', { found: process.versions.node });
  if (atLeast(22, minor)) return process.execPath;
  const name = `node-${platforms[process.platform]}-${process.arch}`;
  const path = runtimePath(name);
  if (isWhole(name)) return path;
  await step(isFrench() ? `Node ${version} (une fois)` : `Node ${version} (once)`, () =>
    npm(['install', '--prefix', folder, '--no-save', `${name}@${version}`], {
      cwd: root,
      path: join(root, folder),
    }),
  );
  if (!existsSync(path)) throw new SetupError('no-platform', { platform: name });
  return path;
}

/** npm writes its record last, so a Node that was cut short on its way does not count. */
function isWhole(name) {
  const record = readPackages(join(root, folder, 'node_modules', '.package-lock.json'));
  return record?.[`node_modules/${name}`]?.version === version && existsSync(runtimePath(name));
}

function runtimePath(name) {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, folder, 'node_modules', name, 'bin', program);
}
