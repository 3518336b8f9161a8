/** Whether there is an X11 display to look at: the hook's library ends its process, or hangs, where there is none. */
import { existsSync, readFileSync } from 'node:fs';

/** Where the socket of a display of this machine lies; undefined for one that is elsewhere. */
function socketOf(display: string): string | undefined {
  const [, number] = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(display) ?? [];
  return number && `/tmp/.X11-unix/X${number}`;
}

/** Of a display on another machine nobody knows before it is tried: true. */
export function hasDisplay(display = process.env.DISPLAY ?? ''): boolean {
  if (display === '') return false;
  const path = socketOf(display);
  return path === undefined || existsSync(path) || isListenedTo(path);
}

/** Servers listen on a socket without a file too. */
function isListenedTo(path: string): boolean {
  try {
    return readFileSync('/proc/net/unix', 'utf8')
      .split('\n')
      .some(line => line.endsWith(` @${path}`));
  } catch {
    // Such a table is not everywhere: then the file says all.
    return false;
  }
}
