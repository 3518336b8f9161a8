/** One program for each user-data folder; a second start leaves its arguments with the first. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** On Linux a name of this kind vanishes with its process. */
const socketOf = (userData: string): string =>
  `\0jarvis-stand-in-${createHash('sha256').update(userData).digest('hex').slice(0, 32)}`;

const knock = `
const [name, text] = process.argv.slice(1);
const socket = require('node:net').connect('\\0' + name);
socket.on('connect', () => socket.end(text));
socket.on('close', () => process.exit(0));
socket.on('error', () => process.exit(3));`;

export interface SecondInstance {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly data: unknown;
}

/** Undefined when another holds the lock, which has then been told. */
export function lockInstance(
  userData: string,
  data: unknown,
  told: (second: SecondInstance) => void,
): Server | undefined {
  const text = JSON.stringify({ argv: process.argv, folder: process.cwd(), data });
  const name = socketOf(userData);
  if (spawnSync(process.execPath, ['-e', knock, name.slice(1), text]).status === 0) return undefined;
  const server = createServer({ allowHalfOpen: false }, socket => {
    let heard = '';
    socket.on('data', piece => {
      heard += piece;
    });
    socket.on('end', () => told(JSON.parse(heard)));
    socket.on('error', () => socket.destroy());
  });
  server.listen(name);
  server.unref();
  return server;
}
