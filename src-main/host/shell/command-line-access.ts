/** Lets the command line speak to the desktop program while it runs: a local line, and the note of where it is. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openLocalLine } from '../../api/local-line.ts';
import type { WireServer } from '../../api/wire-session.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DataFolder } from '../data-folder.ts';
import { type Instance, removeInstance, writeInstance } from '../instance-file.ts';
import type { Observing } from '../observing.ts';
import { linePlace } from './line-place.ts';

export interface CommandLineAccess {
  /** Undefined before it is open, and where it could not be. */
  instance(): Instance | undefined;
  /** To be called once the core stands. A desktop program that cannot listen goes on without. */
  open(wires: Pick<WireServer, 'serveWire'>): Promise<void>;
  /** Nothing is left of it. */
  close(): Promise<void>;
}

export function createCommandLineAccess(
  folder: DataFolder,
  { log, observer }: Pick<Observing, 'log' | 'observer'>,
  clock: Clock,
): CommandLineAccess {
  let instance: Instance | undefined;
  let shut = async (): Promise<void> => undefined;
  const listen = async (serveWire: WireServer['serveWire']): Promise<void> => {
    const socket = linePlace(folder.root);
    const token = randomBytes(32).toString('base64url');
    const line = await openLocalLine({
      path: socket,
      token,
      serveWire,
      clock,
      observer: {
        refused: reason => {
          observer.countAuthFailure(reason);
          log.write('warn', 'client.refused', { reason });
        },
        faulted: error => log.write('warn', 'client.gone', {}, error),
      },
    });
    shut = async () => {
      await removeInstance(folder.instance);
      await line.close();
      removeOwnFolder(socket, folder.root);
    };
    instance = { socket, token, pid: process.pid };
    writeInstance(folder.instance, instance);
  };
  return {
    instance: () => instance,
    open: ({ serveWire }) =>
      listen(serveWire).catch((error: unknown) => log.write('warn', 'line.failed', {}, error)),
    close: () => shut(),
  };
}

/** The folder that was made for the socket alone; the socket in it goes with its server. */
function removeOwnFolder(socket: string, root: string): void {
  const folder = dirname(socket);
  if (folder !== root && !socket.startsWith('\\\\')) rmSync(folder, { recursive: true, force: true });
}
