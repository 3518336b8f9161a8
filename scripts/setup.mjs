/** All that must be there before Jarvis can run: Node, dependencies, the built programs. Silent when it all is. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { changedBundles } from './bundles.mjs';
import { areInstalled, ensureDependencies } from './dependencies.mjs';
import { ensureNode } from './node-runtime.mjs';
import { run } from './program.mjs';
import { root } from './root.mjs';
import { isFrench, npmFailure, SetupError } from './setup-error.mjs';

/**
 * Brings everything in order and gives the path of the Node to go on with. `sources`: it must run TypeScript as it is,
 * as tests and benches do. Throws SetupError.
 */
export async function prepare({ sources = false } = {}) {
  const node = await ensureNode(sources ? 18 : 14);
  if (!isReady()) await alone(() => (isReady() ? undefined : bringInOrder(node)));
  return node;
}

const isReady = () => areInstalled(root) && changedBundles(root).length === 0;

async function bringInOrder(node) {
  await ensureDependencies();
  if (changedBundles(root).length === 0) return;
  const { status, output } = await run(node, [join(root, 'scripts/build.mjs')], { cwd: root, echo: true });
  if (status === 0) return;
  const failure = npmFailure(output, join(root, 'dist'));
  throw ['disk-full', 'no-permission'].includes(failure.code) ? failure : new SetupError('build-failed');
}

/** Two starts at once must not write the same folders: the second waits for the first. */
async function alone(work) {
  const path = join(root, '.runtime', 'setup.lock');
  let saidSo = false;
  for (;;) {
    const release = takeLock(path);
    if (release !== undefined) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    if (!saidSo)
      process.stderr.write(
        isFrench() ? '  Une autre mise en place est en cours …\n' : '  Another set-up is running …\n',
      );
    saidSo = true;
    await new Promise(resolve => setTimeout(resolve, 300));
  }
}

/** Undefined while another living process holds the lock; else what gives it back. */
function takeLock(path) {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
  } catch (error) {
    if (error.code === 'EEXIST') return takeOver(path);
    if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
      throw new SetupError('no-permission', { path: root });
    if (error.code === 'ENOSPC') throw new SetupError('disk-full', { path: root });
    throw error;
  }
  const release = () => rmSync(path, { force: true });
  // Also when a signal ends this program in the middle.
  process.once('exit', release);
  return release;
}

function takeOver(path) {
  if (isAlive(path)) return undefined;
  rmSync(path, { force: true });
  return takeLock(path);
}

function isAlive(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // Its maker has not written its number yet.
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return false;
    if (error.code === 'EPERM') return true;
    throw error;
  }
}
