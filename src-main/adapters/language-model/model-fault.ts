/** Turns what a model server says or does wrong into one JarvisError `model.*`; every HTTP adapter maps its faults here. */
import { JarvisError } from '../../domain/errors.ts';
import { TextTooLongError } from './bounded-text.ts';
import { asNumber, asRecord, asText, type JsonRecord, parseJson } from './json-shape.ts';

/** Who is asked, for the words of an error. */
export interface Peer {
  /** The back end's label. */
  readonly label: string;
  readonly model?: string;
  /** The window asked for, in tokens. */
  readonly contextTokens?: number;
}

const detailLimitChars = 200;

/** What a server said about a fault, with the JSON that it may be wrapped in (several times) taken off. */
export interface ErrorText {
  readonly text: string;
  /** The innermost error object, where there is one. */
  readonly fields: JsonRecord;
  /** The body was a JSON object with an error in it, not a page or plain text. */
  readonly structured: boolean;
}

/** Reads an error body: `{"error": "…"}`, `{"error": {"message": …}}`, either of them inside a string, or plain text. */
export function readErrorText(body: unknown): ErrorText {
  let value: unknown = typeof body === 'string' ? (parseJson(body) ?? body) : body;
  let fields: JsonRecord = {};
  let structured = false;
  for (let depth = 0; depth < 6; depth++) {
    const record = asRecord(value);
    const inner = record?.error ?? record?.message;
    if (record === undefined || inner === undefined) break;
    structured = true;
    fields = record;
    value = unwrap(inner);
  }
  const text = asText(value) ?? (structured ? '' : (asText(body) ?? ''));
  return { text, fields, structured };
}

/** A string that holds a JSON object with an error becomes that object. */
function unwrap(inner: unknown): unknown {
  if (typeof inner !== 'string' || !inner.trimStart().startsWith('{')) return inner;
  const parsed = asRecord(parseJson(inner));
  return parsed !== undefined && ('error' in parsed || 'message' in parsed) ? parsed : inner;
}

/** The fault behind a response whose status is not 200. `body`: at least its first 64 KiB. */
export function faultOfResponse(status: number, body: string, peer: Peer): JarvisError {
  const backend = peer.label;
  const said = readErrorText(body);
  if (status === 401 || status === 407) return new JarvisError('model.unauthorized', { backend });
  if (status === 403) return new JarvisError('model.forbidden', { backend });
  if (status === 404) return notFound(said, peer);
  if (status === 429 && said.fields.code === 'insufficient_quota') return refused(said.text, peer);
  if (status === 429 || status === 503 || status === 529) return new JarvisError('model.busy', { backend });
  if (status === 502 || status === 504) return new JarvisError('model.unreachable', { backend });
  if (isPage(body)) return badAnswer(peer, `HTTP ${status}, HTML`);
  return faultOfText(said, peer) ?? faultOfOtherStatus(status, said, peer);
}

function notFound(said: ErrorText, peer: Peer): JarvisError {
  // Wordings differ from endpoint to endpoint, so only the shape is looked at: a server that knows the path
  // answers JSON; "404 page not found" in plain text means that this is another kind of server.
  if (!said.structured || peer.model === undefined) return badAnswer(peer, 'HTTP 404');
  return new JarvisError('model.not-found', { backend: peer.label, model: peer.model });
}

function faultOfOtherStatus(status: number, said: ErrorText, peer: Peer): JarvisError {
  const ours = /^option ".*" must be|^invalid format/.test(said.text);
  if (said.structured && (status < 500 || status === 501 || ours)) return refused(said.text, peer);
  return badAnswer(peer, said.text === '' ? `HTTP ${status}` : `HTTP ${status}, ${said.text}`);
}

/** The fault behind an error object in the middle of a stream that began well. */
export function faultOfStreamError(error: unknown, peer: Peer): JarvisError {
  const said = readErrorText({ error });
  return faultOfText(said, peer) ?? new JarvisError('model.crashed', { backend: peer.label }, said.text);
}

/** Faults that only the words tell, because the status is 400 or 500 for many of them. */
function faultOfText({ text, fields }: ErrorText, peer: Peer): JarvisError | undefined {
  const model = peer.model ?? '';
  if (
    fields.type === 'exceed_context_size_error' ||
    fields.code === 'context_length_exceeded' ||
    /exceeds the (available )?context|maximum context length/i.test(text)
  ) {
    const limit = asNumber(fields.n_ctx) ?? Number(/context \w+ is (\d+)/.exec(text)?.[1] ?? 0);
    return new JarvisError('model.context-too-small', { limit: limit || (peer.contextTokens ?? 0) });
  }
  if (/requires more system memory|out of memory|unable to allocate|failed to allocate/i.test(text))
    return new JarvisError('model.out-of-memory', { model }, text);
  if (/exceeds file size|not in GGUF format|invalid file magic|unable to load model/i.test(text))
    return new JarvisError('model.weights-missing', { model }, text);
  if (/running the model|runner process|(Post "http:\/\/127\.0\.0\.1:\d+\/\S*": )/i.test(text))
    return new JarvisError('model.crashed', { backend: peer.label }, text);
  return undefined;
}

export function refused(detail: string, peer: Peer): JarvisError {
  return new JarvisError('model.refused', { backend: peer.label, detail: shorten(detail) }, detail);
}

export function badAnswer(peer: Peer, detail: string, cause?: unknown): JarvisError {
  return new JarvisError('model.bad-answer', { backend: peer.label, detail: shorten(detail) }, cause);
}

/** Where a connection was when it failed. */
export type TransportPhase = 'connecting' | 'waiting' | 'reading';

/** The fault behind an error of the network or of the HTTP parser. */
export function faultOfTransport(error: unknown, phase: TransportPhase, peer: Peer): JarvisError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('HPE_')) return badAnswer(peer, 'HTTP', error);
  if (phase === 'connecting') return new JarvisError('model.unreachable', { backend: peer.label }, error);
  return new JarvisError('model.cut', { backend: peer.label }, error);
}

/** What to throw for an error met while an answer is read: a bound passed is a fault, anything else stays as it is. */
export function faultOfReading(error: unknown, peer: Peer): unknown {
  return error instanceof TextTooLongError ? badAnswer(peer, error.message, error) : error;
}

export const isPage = (body: string): boolean => /^\s*<(!doctype|html|head|body|\?xml)/i.test(body);

/** One line, without addresses of the server's inner processes, short enough for a sentence. */
function shorten(detail: string): string {
  const line = detail
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/https?:\/\/127\.0\.0\.1:\d+\S*/g, '…')
    .trim()
    .replace(/[.\s]+$/, '');
  return line.length > detailLimitChars ? `${line.slice(0, detailLimitChars - 1).toWellFormed()}…` : line;
}
