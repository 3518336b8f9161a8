/** Where the desktop program listens for the command line: in its data folder, or where a name of a socket fits. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The shortest limit of a socket's name among the systems, in bytes (macOS: 104 with its end). */
const longestName = 100;

/**
 * A path, or on Windows the name of a pipe that nobody can guess. A data folder whose path is too long gets a folder of
 * its own beside the system's temporary files, which only this account can enter.
 */
export function linePlace(root: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return `\\\\.\\pipe\\jarvis-${randomBytes(16).toString('hex')}`;
  const inside = join(root, 'command-line.sock');
  if (Buffer.byteLength(inside) <= longestName) return inside;
  return join(mkdtempSync(join(tmpdir(), 'jarvis-line-')), 'line.sock');
}
