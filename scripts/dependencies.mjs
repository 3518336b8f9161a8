/** Brings node_modules in step with package-lock.json, and does nothing when it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { step } from './progress.mjs';
import { root } from './root.mjs';
import { isFrench } from './setup-error.mjs';

/** Throws SetupError. */
export async function ensureDependencies() {
  if (areInstalled(root)) return;
  await step(isFrench() ? 'Dépendances (npm ci)' : 'Dependencies (npm ci)', () =>
    npm(['ci'], { cwd: root, path: join(root, 'node_modules') }),
  );
}

/**
 * Whether what npm wrote down of its last complete install is what the lock file asks for. npm writes that record
 * last, so an install that broke off does not count.
 */
export function areInstalled(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true && !isForThisMachine(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** The packages of a lock file or of npm's own record; undefined when there is none. */
export function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch (error) {
    // Absent or broken: then it is installed again.
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Optional packages without a platform of their own, or for a certain C library, may rightly be absent. */
function isForThisMachine({ os, cpu, libc }) {
  if (libc !== undefined || (os === undefined && cpu === undefined)) return false;
  return (
    (os ?? [process.platform]).includes(process.platform) && (cpu ?? [process.arch]).includes(process.arch)
  );
}
