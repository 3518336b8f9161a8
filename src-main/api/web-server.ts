/** The web host's server: the window's files, its wire and its uploads, on loopback, for windows that Jarvis opened. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Wire } from '../../src-preload/wire.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import { type Refusal, WebAccess } from './web-access.ts';
import { openWebFiles, type WebFiles } from './web-files.ts';
import { securityHeaders } from './web-headers.ts';
import {
  badRequestPage,
  linkUsedPage,
  methodPage,
  noSessionPage,
  notFoundPage,
  type PlainPage,
  refusedPage,
  renderPage,
} from './web-pages.ts';
import { receiveUpload, type UploadHandler } from './web-upload.ts';
import { webWire } from './web-wire.ts';

export interface WebServerOptions {
  /** 0: any free port. */
  readonly port: number;
  /** The built window; its `index.html` is what a session sees. */
  readonly rendererDir: string;
  readonly serveWire: (wire: Wire) => void;
  /** The microphone of client `clientId`; `line` tells one sender of it from the next. */
  readonly serveSound?: (wire: Wire, from: { clientId: string; line: string }) => void;
  /** By path, such as `/upload/model`. */
  readonly uploads: Readonly<Record<string, UploadHandler>>;
  readonly clock: Clock;
  /** The language an upload's failure is told in. */
  readonly language: () => Language;
  /** What the command line proves itself with; absent: only windows are let in. */
  readonly token?: string;
  readonly observer?: {
    refused?(reason: Refusal): void;
    /** A broken socket or request; its connection is already being closed. */
    faulted?(error: unknown): void;
  };
}

export interface WebServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  /** A link that opens one window, once. */
  newLink(): string;
  close(): Promise<void>;
}

/** Where windows and the command line open their wire. */
const wirePath = '/wire';
/** Where a window's sound worker opens the wire of its own: `/sound?client=ID&line=ID`. */
const soundPath = '/sound';
const maxIdLength = 64;
/** An import is the largest message; see `maxImportLength` in the contract. */
const maxMessageBytes = 80 * 1024 * 1024;

/** Listens on 127.0.0.1 alone. Throws `host.port-taken`, `host.bad-option`, or `host.unexpected` without a window. */
export async function createWebServer(options: WebServerOptions): Promise<WebServer> {
  const files = openWebFiles(options.rendererDir);
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 0,
    // Each look wakes an idle core.
    connectionsCheckingInterval: 10_000,
    maxHeaderSize: 16_384,
  });
  // A connection that says nothing is closed; a wire and a running upload set their own limit.
  server.timeout = 15_000;
  server.keepAliveTimeout = 5_000;
  server.maxConnections = 256;
  const port = await listen(server, options.port);
  const access = new WebAccess(port, options.token);
  const site = new Site(options, port, access, files);
  server.on('request', (request, response) => site.answer(request, response));
  server.on('upgrade', (request, socket, head) => site.upgrade(request, socket as Socket, head));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    newLink: () => `${url}/open?k=${access.newLinkKey()}`,
    close: () => site.close(server),
  };
}

class Site {
  readonly #options: WebServerOptions;
  readonly #access: WebAccess;
  readonly #files: WebFiles;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
  });

  constructor(options: WebServerOptions, port: number, access: WebAccess, files: WebFiles) {
    this.#options = options;
    this.#access = access;
    this.#files = files;
    this.#headers = securityHeaders(port);
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    request.on('error', error => this.#options.observer?.faulted?.(error));
    response.on('error', error => this.#options.observer?.faulted?.(error));
    for (const [name, value] of Object.entries(this.#headers)) response.setHeader(name, value);
    const rejection = this.#route(request, response);
    if (rejection === undefined) return;
    if (rejection.reason !== undefined) this.#options.observer?.refused?.(rejection.reason);
    sendPage(response, rejection.page);
  }

  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const fault = (error: Error) => this.#options.observer?.faulted?.(error);
    socket.on('error', fault);
    const target = parseTarget(request.url);
    const serve = this.#serveOf(target);
    const refusal = this.#access.refusalOfAction(request) ?? (serve === undefined ? 'path' : undefined);
    if (refusal !== undefined || serve === undefined) {
      this.#options.observer?.refused?.(refusal ?? 'path');
      const status = refusal === 'session' || refusal === 'token' ? '401 Unauthorized' : '403 Forbidden';
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, webSocket => {
      socket.off('error', fault);
      serve(webWire(webSocket, this.#options.clock, fault));
    });
  }

  /** What takes the wire that is opened at this address; undefined where none is. */
  #serveOf(target: URL | undefined): ((wire: Wire) => void) | undefined {
    const { serveWire, serveSound } = this.#options;
    if (target?.pathname === wirePath) return serveWire;
    const [clientId, line] = ['client', 'line'].map(name => target?.searchParams.get(name) ?? '');
    const isNamed = [clientId, line].every(id => id && id.length <= maxIdLength);
    if (target?.pathname !== soundPath || !serveSound || !clientId || !line || !isNamed) return undefined;
    return wire => serveSound(wire, { clientId, line });
  }

  async close(server: Server): Promise<void> {
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    for (const socket of this.#sockets.clients) socket.close(1001);
    // Windows get a moment to hear that it is over; whoever does not listen is cut.
    const cancel = this.#options.clock.after(250, () => {
      for (const socket of this.#sockets.clients) socket.terminate();
      server.closeAllConnections();
    });
    server.closeIdleConnections();
    await closed;
    cancel();
  }

  /** Answers, or says why not. */
  #route(request: IncomingMessage, response: ServerResponse): Rejection | undefined {
    if (!this.#access.hasOwnHost(request)) return { reason: 'host', page: refusedPage };
    const target = parseTarget(request.url);
    if (target === undefined) return { reason: 'path', page: badRequestPage };
    if (target.pathname === '/open') return this.#open(request, response, target);
    if (request.method === 'POST') return this.#post(request, response, target);
    if (!this.#access.hasSession(request)) return { reason: 'session', page: noSessionPage };
    if (request.method !== 'GET' && request.method !== 'HEAD') return { reason: 'method', page: methodPage };
    return this.#sendFile(request, response, target.pathname);
  }

  #open(request: IncomingMessage, response: ServerResponse, target: URL): Rejection | undefined {
    if (request.method !== 'GET') return { reason: 'method', page: methodPage };
    // A browser that only looks ahead must not use the link up.
    const looksAhead = request.headers['sec-purpose'] !== undefined;
    const cookie = looksAhead ? undefined : this.#access.openSession(target.searchParams.get('k') ?? '');
    if (cookie === undefined) return { reason: 'link', page: linkUsedPage };
    response.writeHead(303, { Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' });
    response.end();
    return undefined;
  }

  #post(request: IncomingMessage, response: ServerResponse, target: URL): Rejection | undefined {
    const reason = this.#access.refusalOfAction(request);
    if (reason !== undefined) return { reason, page: reason === 'session' ? noSessionPage : refusedPage };
    const { uploads, language } = this.#options;
    const upload = Object.hasOwn(uploads, target.pathname) ? uploads[target.pathname] : undefined;
    if (upload === undefined) return { reason: 'method', page: methodPage };
    const [name = null, id = null] = ['name', 'id'].map(field => target.searchParams.get(field));
    void receiveUpload(request, response, { name, id, upload, language: language() });
    return undefined;
  }

  #sendFile(request: IncomingMessage, response: ServerResponse, path: string): Rejection | undefined {
    const file = this.#files(path);
    const body = file?.read();
    if (file === undefined || body === undefined) return { page: notFoundPage };
    const isKnown = request.headers['if-none-match'] === file.headers.ETag;
    response.writeHead(isKnown ? 304 : 200, {
      ...file.headers,
      ...(isKnown ? {} : { 'Content-Length': String(body.byteLength) }),
    });
    response.end(isKnown || request.method === 'HEAD' ? undefined : body);
    return undefined;
  }
}

/** A page instead of what was asked for; with a reason where it counts as a refusal. */
interface Rejection {
  readonly reason?: Refusal;
  readonly page: PlainPage;
}

function sendPage(response: ServerResponse, page: PlainPage): void {
  const body = Buffer.from(renderPage(page));
  response.writeHead(page.status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.byteLength,
    'Cache-Control': 'no-store',
    // A body that was not asked for is not read.
    Connection: 'close',
    ...(page.status === 405 ? { Allow: 'GET, HEAD' } : {}),
  });
  response.end(body);
}

/** Undefined for anything but a plain path of this server. */
function parseTarget(target: string | undefined): URL | undefined {
  if (target === undefined || !target.startsWith('/') || target.startsWith('//')) return undefined;
  return URL.canParse(target, 'http://jarvis') ? new URL(target, 'http://jarvis') : undefined;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.removeAllListeners('error');
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new JarvisError('host.unexpected'));
      else resolve(address.port);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, port: number): JarvisError {
  if (error.code === 'EADDRINUSE') return new JarvisError('host.port-taken', { port }, error);
  return new JarvisError('host.bad-option', { detail: `--port ${port} (${error.code})` }, error);
}
