/**
 * One HTTP request to a model server and its streamed response. Built on node:http because a model server may stay
 * silent for minutes before its first byte (fetch gives up after 300 s), because nothing may go through a proxy, and
 * because closing the connection is what stops the model.
 */
import type http from 'node:http';
import { JarvisError } from '../../domain/errors.ts';
import { badAnswer, faultOfTransport, type Peer, type TransportPhase } from './model-fault.ts';

export interface ExchangeRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** For the words of errors. */
  readonly peer: Peer;
}

export interface Exchange {
  readonly status: number;
  readonly contentType: string;
  /** Throws `model.cut` when the message ends before it is whole. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Closes the connection, whatever is still to come. */
  close(): void;
}

const connectTimeoutMs = 10_000;
const maxRedirects = 3;
// Agents of our own: the global ones may be set to a proxy by the environment. A connection for each request: a
// kept one may have been closed by the server in the same moment, and on loopback a new one costs 0.1 ms.
let plain: Sender | undefined;
let tls: Sender | undefined;

interface Sender {
  readonly request: typeof http.request;
  readonly agent: http.Agent;
}

/** Loaded when they are first needed: most installations never speak TLS, and no start has to wait for either. */
function senderFor(secure: boolean): Sender {
  if (secure) tls ??= makeSender(process.getBuiltinModule('node:https'));
  else plain ??= makeSender(process.getBuiltinModule('node:http'));
  return (secure ? tls : plain) as Sender;
}

const makeSender = ({ request, Agent }: Pick<typeof http, 'request' | 'Agent'>): Sender => ({
  request,
  agent: new Agent({ keepAlive: false }),
});

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

function send(request: ExchangeRequest, signal: AbortSignal): Promise<http.IncomingMessage> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const { url, method, peer } = request;
  const secure = url.protocol === 'https:';
  const payload = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body));
  const { request: open, agent } = senderFor(secure);
  const outgoing = open(url, {
    method,
    agent,
    headers: {
      accept: 'application/json, application/x-ndjson, text/event-stream',
      'accept-encoding': 'identity',
      ...(payload && { 'content-type': 'application/json', 'content-length': payload.byteLength }),
      ...request.headers,
    },
  });
  let phase: TransportPhase = 'connecting';
  const onAbort = (): void => void outgoing.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  outgoing.once('socket', socket => {
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
    reject(signal.aborted ? signal.reason : faultOfTransport(error, phase, peer));
  });
  outgoing.end(payload);
  return promise;
}

function exchangeOf(
  response: http.IncomingMessage,
  status: number,
  peer: Peer,
  signal: AbortSignal,
): Exchange {
  return {
    status,
    contentType: response.headers['content-type'] ?? '',
    body: bodyOf(response, peer, signal),
    close: () => void response.destroy(),
  };
}

async function* bodyOf(
  response: http.IncomingMessage,
  peer: Peer,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of response) {
      signal.throwIfAborted();
      yield piece as Uint8Array;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw faultOfTransport(error, 'reading', peer);
  } finally {
    response.destroy();
  }
  signal.throwIfAborted();
}
