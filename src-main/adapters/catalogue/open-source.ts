/**
 * One HTTP request for a file, from some byte on: through the proxy that the environment names, over https (plain http
 * for this machine alone), and never silent for longer than a limit.
 */
import type http from 'node:http';
import { JarvisError } from '../../domain/errors.ts';
import type { OutboundPurpose } from '../../domain/outbound.ts';
import type { Clock } from '../../ports/clock.ts';
import { makeAgent, openRequest } from '../outbound/open-request.ts';
import { isLoopback } from './read-catalogue.ts';
import { ReceivedPieces } from './received-pieces.ts';

export interface SourceOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** So long without a byte, and the transfer is given up. */
  readonly stallMs: number;
  /** For the ledger; a model is downloaded where nothing is said. */
  readonly purpose?: OutboundPurpose;
}

export interface Source {
  /** Where its first byte stands in the file. */
  readonly offset: number;
  /** Of the whole file; absent when the server does not say. */
  readonly totalBytes?: number;
  /** Tells this version of the file from another: an ETag, else a date. */
  readonly validator?: string;
  /** Throws `model.download-cut` and `model.download-stalled`. */
  readonly body: AsyncIterable<Buffer>;
  /** Ends the connection; needed only where the body is not read. */
  close(): void;
}

const maxRedirects = 8;

/**
 * `validator`: of the bytes that are there already; when the file is another by now, or the server knows no ranges,
 * what comes begins at 0. Throws `model.download-unreachable`, `-refused`, `-redirected`, `-stalled`.
 */
export async function openSource(
  address: string,
  from: { readonly offset: number; readonly validator?: string },
  options: SourceOptions,
): Promise<Source> {
  let url = new URL(address);
  for (let redirects = 0; ; redirects += 1) {
    const response = await request(url, from, options);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined && redirects < maxRedirects) {
      response.destroy();
      url = redirectTarget(location, url);
      continue;
    }
    if (status !== 200 && status !== 206) {
      response.destroy();
      throw new JarvisError('model.download-refused', { host: url.host, file: nameOf(address), status });
    }
    return sourceOf(response, status, url, options);
  }
}

function redirectTarget(location: string, from: URL): URL {
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
  // From this machine on to this machine is for tests and mirrors of one's own; nothing else goes without TLS.
  const isSafe =
    target?.protocol === 'https:' ||
    (target?.protocol === 'http:' && isLoopback(target.hostname) && isLoopback(from.hostname));
  if (target === undefined || !isSafe)
    throw new JarvisError('model.download-redirected', { host: from.host, target: target?.origin ?? '?' });
  return target;
}

function request(
  url: URL,
  from: { readonly offset: number; readonly validator?: string },
  { signal, clock, env, stallMs, purpose = 'download' }: SourceOptions,
): Promise<http.IncomingMessage> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const outgoing = openRequest(url, {
    purpose,
    agent: makeAgent(url.protocol === 'https:', { keepAlive: false, proxyEnv: env }),
    headers: {
      'user-agent': 'jarvis',
      accept: '*/*',
      'accept-encoding': 'identity',
      ...(from.offset > 0 && { range: `bytes=${from.offset}-` }),
      ...(from.offset > 0 && from.validator !== undefined && { 'if-range': from.validator }),
    },
  });
  const fail = (error: Error): void => void outgoing.destroy(error);
  const cancelStall = clock.after(stallMs, () => fail(stalled(url, stallMs)));
  const onAbort = (): void => fail(asError(signal.reason));
  signal.addEventListener('abort', onAbort, { once: true });
  outgoing.once('response', response => {
    cancelStall();
    response.once('close', () => signal.removeEventListener('abort', onAbort));
    resolve(response);
  });
  outgoing.on('error', error => {
    cancelStall();
    signal.removeEventListener('abort', onAbort);
    reject(signal.aborted ? signal.reason : asFault(error, url));
  });
  outgoing.end();
  return promise;
}

function sourceOf(response: http.IncomingMessage, status: number, url: URL, options: SourceOptions): Source {
  const { headers } = response;
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers['content-range'] ?? '');
  const offset = status === 206 ? Number(range?.[1] ?? 0) : 0;
  const isEncoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
  const length = isEncoded ? Number.NaN : Number(headers['content-length'] ?? Number.NaN);
  const total = range?.[2] === undefined || range[2] === '*' ? offset + length : Number(range[2]);
  const etag = headers.etag?.startsWith('"') ? headers.etag : undefined;
  const validator = etag ?? headers['last-modified'];
  return {
    offset,
    ...(Number.isSafeInteger(total) && { totalBytes: total }),
    ...(validator !== undefined && { validator }),
    // Listens from now on: the connection may break before the first piece is asked for.
    body: bodyOf(response, new ReceivedPieces(response), url, options),
    close: () => void response.destroy(),
  };
}

async function* bodyOf(
  response: http.IncomingMessage,
  pieces: ReceivedPieces,
  url: URL,
  { signal, clock, stallMs }: SourceOptions,
): AsyncGenerator<Buffer> {
  try {
    for (;;) {
      // Only the time in which we wait for the server counts, not that of a slow disk.
      const cancelStall = clock.after(stallMs, () => response.destroy(stalled(url, stallMs)));
      const piece = await pieces.next().finally(cancelStall);
      signal.throwIfAborted();
      if (piece === undefined) return;
      yield piece;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof JarvisError
      ? error
      : new JarvisError('model.download-cut', { file: nameOf(url.href) }, error);
  } finally {
    response.destroy();
  }
}

const stalled = (url: URL, stallMs: number) =>
  new JarvisError('model.download-stalled', { host: url.host, seconds: Math.round(stallMs / 1000) });

const asFault = (error: Error, url: URL): Error =>
  error instanceof JarvisError
    ? error
    : new JarvisError('model.download-unreachable', { host: url.host }, error);

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

/** The last part of an address, for the words of errors. */
export function nameOf(address: string): string {
  const name = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    // Servers may lead to addresses whose signs spell no text.
    return name;
  }
}
