#!/usr/bin/env node
/** `jarvis …`: runs the command line on a Node that is new enough, from the build when it is up to date, else from source. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { changedBundles } from './bundles.mjs';
import { root } from './root.mjs';
import { SetupError } from './setup-error.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 14);

/** This Node, else the one that `npm start` brought. */
function findNode() {
  if (isNewEnough) return process.execPath;
  const packages = join(root, '.runtime', 'node_modules');
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = existsSync(packages)
    ? readdirSync(packages)
        .map(name => join(packages, name, 'bin', program))
        .find(path => existsSync(path))
    : undefined;
  if (found === undefined) throw new SetupError('not-set-up');
  return found;
}

/** From source Node 22.18 or newer is needed: earlier ones do not strip types by themselves. */
function findProgram() {
  const built = join(root, 'dist', 'main', 'cli.cjs');
  if (existsSync(built) && !changedBundles(root).includes('main')) return built;
  if (!existsSync(join(root, 'node_modules'))) throw new SetupError('not-set-up');
  return join(root, 'src-main', 'host', 'cli.ts');
}

function start() {
  const child = spawn(findNode(), [findProgram(), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'dist', '.compile-cache'),
    },
  });
  // The terminal sends Ctrl-C to the program as well; it decides what that means.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (status, signal) => {
    process.exitCode = status ?? 128 + constants.signals[signal];
  });
}

try {
  start();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
