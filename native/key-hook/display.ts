/** Whether there is an X11 display to look at: the hook's library ends its process, or hangs, where there is none. */
import { connect } from 'node:net';

/** Where the socket of a display of this machine lies; undefined for one that is elsewhere, and for none at all. */
const socketOf = (display: string): string | undefined => {
  const [, number] = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(display) ?? [];
  return number && `/tmp/.X11-unix/X${number}`;
};

/** Of a display on another machine nobody knows before it is tried: true. */
export async function hasDisplay(display = process.env.DISPLAY ?? ''): Promise<boolean> {
  if (display === '') return false;
  const path = socketOf(display);
  // Servers listen on both; the second has no file.
  return path === undefined || (await answers(path)) || (await answers(`\0${path}`));
}

function answers(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(path);
    const settle = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
