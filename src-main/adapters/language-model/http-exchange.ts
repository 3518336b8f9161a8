/**
 * One HTTP request to a model server and its streamed response. Built on node:http because a model server may stay
 * silent for minutes before its first byte (fetch gives up after 300 s), because nothing may go through a proxy, and
 * because closing the connection is what stops the model.
 */
import type http from 'node:http';
import type { Socket } from 'node:net';
import { JarvisError } from '../../domain/errors.ts';
import type { OutboundPurpose } from '../../domain/outbound.ts';
import { makeAgent, openRequest } from '../outbound/open-request.ts';
import { badAnswer, faultOfTransport, type Peer, type TransportPhase } from './model-fault.ts';

export interface ExchangeRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** For the ledger. */
  readonly purpose: OutboundPurpose;
  /** For the words of errors. */
  readonly peer: Peer;
}

export interface Exchange {
  readonly status: number;
  readonly contentType: string;
  /** Throws `model.cut` when the message ends before it is whole. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Nothing more is read. The connection of a message that is not whole is closed, which is what stops a model. */
  close(): void;
  /** All that matters was read: the end of the message is let come, so that the connection serves the next request. */
  release(): void;
}

const connectTimeoutMs = 10_000;
const maxRedirects = 3;
/** The end of a message follows its last line at once, or the connection is not worth keeping. */
const endWithinMs = 500;
/** Connections that wait for the next request, to one server. A model speaks to one person at a time. */
const idleConnections = 2;
// Agents of our own: the global ones may be set to a proxy by the environment.
let plain: http.Agent | undefined;
let tls: http.Agent | undefined;

/** Made when they are first needed: no start has to wait for either. */
function agentFor(secure: boolean): http.Agent {
  const options = { keepAlive: true, maxFreeSockets: idleConnections, scheduling: 'lifo' } as const;
  if (secure) tls ??= makeAgent(true, options);
  else plain ??= makeAgent(false, options);
  return (secure ? tls : plain) as http.Agent;
}

/**
 * Sends the request and resolves with the head of the response. Redirects are followed inside the same origin only.
 * Throws JarvisError `model.*`, or the signal's reason after an abort.
 */
export async function openExchange(request: ExchangeRequest, signal: AbortSignal): Promise<Exchange> {
  let { url } = request;
  for (let redirects = 0; ; redirects++) {
    const response = await send({ ...request, url }, signal);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (status < 300 || status >= 400 || location === undefined)
      return exchangeOf(response, status, request.peer, signal);
    response.destroy();
    url = redirectTarget(location, url, request);
    if (redirects === maxRedirects) throw badAnswer(request.peer, `HTTP ${status}`);
    // Only 307 and 308 let a POST go on as a POST.
    if (request.method === 'POST' && status < 307) throw badAnswer(request.peer, `HTTP ${status}`);
  }
}

function redirectTarget(location: string, from: URL, { peer }: ExchangeRequest): URL {
  if (!URL.canParse(location, from)) throw badAnswer(peer, 'HTTP Location');
  const target = new URL(location, from);
  if (target.origin !== from.origin)
    throw new JarvisError('model.redirected', { backend: peer.label, host: target.host });
  return target;
}

/** A connection that waited may have been closed by the server in this very moment: then a new one is taken. */
async function send(request: ExchangeRequest, signal: AbortSignal): Promise<http.IncomingMessage> {
  const first = sendOnce(request, signal);
  try {
    return await first.response;
  } catch (error) {
    if (!first.metClosedConnection()) throw error;
    return sendOnce(request, signal).response;
  }
}

interface Sent {
  readonly response: Promise<http.IncomingMessage>;
  readonly metClosedConnection: () => boolean;
}

function sendOnce(request: ExchangeRequest, signal: AbortSignal): Sent {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const { url, method, peer } = request;
  const secure = url.protocol === 'https:';
  const payload = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body));
  const outgoing = openRequest(url, {
    purpose: request.purpose,
    method,
    agent: agentFor(secure),
    headers: {
      accept: 'application/json, application/x-ndjson, text/event-stream',
      'accept-encoding': 'identity',
      ...(payload && { 'content-type': 'application/json', 'content-length': payload.byteLength }),
      ...request.headers,
    },
  });
  let phase: TransportPhase = 'connecting';
  let isClosed = false;
  const onAbort = (): void => void outgoing.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  outgoing.once('socket', socket => {
    if (!socket.connecting) {
      phase = 'waiting';
      return;
    }
    socket.setTimeout(connectTimeoutMs, () => outgoing.destroy(new Error('connecting took too long')));
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      phase = 'waiting';
      socket.setTimeout(0);
    });
  });
  outgoing.once('response', response => {
    response.once('close', () => signal.removeEventListener('abort', onAbort));
    resolve(response);
  });
  outgoing.on('error', error => {
    signal.removeEventListener('abort', onAbort);
    isClosed = outgoing.reusedSocket && !signal.aborted && isClosedConnection(error);
    reject(signal.aborted ? signal.reason : faultOfTransport(error, phase, peer));
  });
  outgoing.end(payload);
  return { response: promise, metClosedConnection: () => isClosed };
}

const isClosedConnection = (error: Error & { code?: string }): boolean =>
  error.code === 'ECONNRESET' || error.code === 'EPIPE';

function exchangeOf(
  response: http.IncomingMessage,
  status: number,
  peer: Peer,
  signal: AbortSignal,
): Exchange {
  let isReleased = false;
  const { socket } = response;
  return {
    status,
    contentType: response.headers['content-type'] ?? '',
    body: bodyOf(response, peer, signal),
    close: () => {
      if (!isReleased) close(response, socket);
      isReleased = true;
    },
    release: () => {
      isReleased = true;
      release(response);
    },
  };
}

/** An answer that nobody could use leaves no connection behind, not even one that waits already. */
function close(response: http.IncomingMessage, socket: Socket): void {
  if (!response.complete) response.destroy();
  else if (isWaiting(socket)) socket.destroy();
  else response.once('end', () => socket.destroySoon()).resume();
}

const isWaiting = (socket: Socket): boolean =>
  [plain, tls].some(agent =>
    Object.values(agent?.freeSockets ?? {}).some(sockets => sockets?.includes(socket)),
  );

function release(response: http.IncomingMessage): void {
  if (response.complete || response.destroyed) {
    response.resume();
    return;
  }
  const timer = setTimeout(() => response.destroy(), endWithinMs).unref();
  response.once('close', () => clearTimeout(timer));
  // What comes after its last line is no part of an answer.
  response.once('data', () => response.destroy());
}

async function* bodyOf(
  response: http.IncomingMessage,
  peer: Peer,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of response.iterator({ destroyOnReturn: false })) {
      signal.throwIfAborted();
      yield piece as Uint8Array;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw faultOfTransport(error, 'reading', peer);
  }
  signal.throwIfAborted();
}
