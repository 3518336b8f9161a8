/** Hears that something changes in folders; what it is, a new look at them tells. */
import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';

export interface FolderWatch {
  close(): void;
}

/** Where the system follows whole trees by itself. */
const followsTrees = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Best effort: a network drive, or more folders than the system watches, tells nothing, so that whoever watches looks
 * again now and then. `path`: of a file or folder; `folders`: all there are in it.
 */
export function watchFolders(
  { path, folders }: { readonly path: string; readonly folders: readonly string[] },
  onChange: () => void,
): FolderWatch {
  const watchers: FSWatcher[] = [];
  const isFile = folders.length === 0;
  const watched = isFile ? [dirname(path)] : followsTrees ? [path] : folders;
  for (const folder of watched) {
    try {
      const watcher = watch(folder, { recursive: followsTrees && !isFile, persistent: false }, onChange);
      watcher.on('error', () => watcher.close());
      watchers.push(watcher);
    } catch (error) {
      // Gone in the meantime, or one too many: the next look finds what happened there.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return {
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
