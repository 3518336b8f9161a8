/** The files of a folder that a running program writes to: what vanishes while it is looked at is not there any more. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function unlessGone<T>(look: () => T, gone: T): T {
  try {
    return look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Of a name in a folder that became a file meanwhile, the system says that it is no folder.
    if (code === 'ENOENT' || code === 'ENOTDIR') return gone;
    throw error;
  }
}

/** Every plain file below the folder, relative to it. Throws when the folder itself is not there. */
export function filesUnder(folder: string): readonly string[] {
  lstatSync(folder);
  const found: string[] = [];
  const look = (below: string): void => {
    for (const entry of unlessGone(() => readdirSync(join(folder, below), { withFileTypes: true }), [])) {
      const name = join(below, entry.name);
      if (entry.isDirectory()) look(name);
      else if (entry.isFile()) found.push(name);
    }
  };
  look('');
  return found;
}

/** Empty when the file went away since it was found. */
export const bytesIfThere = (path: string): Buffer => unlessGone(() => readFileSync(path), Buffer.alloc(0));
