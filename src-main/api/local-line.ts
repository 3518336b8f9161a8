/** The command line's way into the desktop program: the wire over a socket of the file system, for whoever has the token. */
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Wire } from '../../src-preload/wire.ts';
import type { Clock } from '../ports/clock.ts';
import { hasToken } from './web-access.ts';
import { webWire } from './web-wire.ts';

export interface LocalLineOptions {
  /** A path for a Unix domain socket, or the name of a Windows pipe. The data folder's lock must be held. */
  readonly path: string;
  readonly token: string;
  readonly serveWire: (wire: Wire) => void;
  readonly clock: Clock;
  readonly observer: {
    refused(reason: 'token' | 'path'): void;
    /** A broken socket; its connection is already being closed. */
    faulted(error: unknown): void;
  };
}

export interface LocalLine {
  close(): Promise<void>;
}

/** As on the web host: an import is the largest message. */
const maxMessageBytes = 80 * 1024 * 1024;
const closeMs = 250;
const isPipe = (path: string): boolean => path.startsWith('\\\\');

/** No network listens: only this machine's own account reaches it. Throws what the system says when it cannot listen. */
export async function openLocalLine(options: LocalLineOptions): Promise<LocalLine> {
  const { path, clock, observer } = options;
  const server = createServer({ headersTimeout: 10_000, connectionsCheckingInterval: 10_000 });
  server.timeout = 15_000;
  server.maxConnections = 64;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
  });
  server.on('request', (request, response) => {
    observer.refused('path');
    request.on('error', observer.faulted);
    response.writeHead(403, { Connection: 'close' }).end();
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head) => {
    socket.on('error', observer.faulted);
    const reason = refusalOf(request, options.token);
    if (reason !== undefined) {
      observer.refused(reason);
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, webSocket => {
      socket.off('error', observer.faulted);
      options.serveWire(webWire(webSocket, clock, observer.faulted));
    });
  });
  await listen(server, path);
  return { close: () => close(server, sockets, clock) };
}

/** A browser cannot reach a socket of the file system, so nothing that names an origin is the command line. */
function refusalOf({ url, headers }: IncomingMessage, token: string): 'token' | 'path' | undefined {
  if (url !== '/wire' || headers.origin !== undefined) return 'path';
  return hasToken(headers.authorization, token) ? undefined : 'token';
}

/** What a killed program left there is in the way, and nobody else may hold the folder. */
function listen(server: Server, path: string): Promise<void> {
  if (!isPipe(path)) rmSync(path, { force: true });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // The file is there as soon as `listen` returns: it never had another mode than 0600.
    const mask = isPipe(path) ? undefined : process.umask(0o177);
    try {
      server.listen(path, () => {
        server.off('error', reject);
        resolve();
      });
    } finally {
      if (mask !== undefined) process.umask(mask);
    }
  });
}

async function close(server: Server, sockets: WebSocketServer, clock: Clock): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()));
  for (const socket of sockets.clients) socket.close(1001);
  const cancel = clock.after(closeMs, () => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
  });
  server.closeIdleConnections();
  await closed;
  cancel();
}
