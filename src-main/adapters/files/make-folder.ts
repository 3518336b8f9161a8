/** Makes a folder and those above it, one by one. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * New folders have mode 0700. Throws the file system's own errors. Node's own recursive mkdir never returns in a
 * place such as /proc, which says of every new folder that its parent is missing.
 */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another program may have made it in the meantime.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
