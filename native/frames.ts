/** Length-prefixed frames over a byte stream, and the program side of requests, events and cancellation spoken in them. */
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { portStreams } from './port-streams.ts';

/** A frame is: header length (u32 LE), payload length (u32 LE), header (JSON, UTF-8), payload (bytes). */
const prefixBytes = 8;
export const maxHeaderBytes = 1024 * 1024;
export const maxPayloadBytes = 64 * 1024 * 1024;
/** The file descriptor on which a program sends; 1 stays free for what engine libraries print. */
export const frameOutputFd = 3;

export interface FrameHeader {
  readonly id: number;
  readonly kind: string;
  readonly [field: string]: unknown;
}

export interface Frame {
  readonly header: FrameHeader;
  /** Starts at offset 0 of its own buffer, so that any typed array may look at it; empty when none was sent. */
  readonly payload: Uint8Array;
}

/** The bytes cannot be frames: the stream is of no further use. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function encodeFrame(header: FrameHeader, payload: Uint8Array = new Uint8Array(0)): Buffer {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  checkLengths(json.length, payload.length);
  const frame = Buffer.allocUnsafe(prefixBytes + json.length + payload.length);
  frame.writeUInt32LE(json.length, 0);
  frame.writeUInt32LE(payload.length, 4);
  json.copy(frame, prefixBytes);
  frame.set(payload, prefixBytes + json.length);
  return frame;
}

/** Takes bytes however they were split and gives whole frames. After a FrameError every further push throws it again. */
export class FrameDecoder {
  private chunks: Uint8Array[] = [];
  private available = 0;
  private lengths: { header: number; payload: number } | undefined;
  private broken: FrameError | undefined;

  /** @throws FrameError when the bytes are not frames or a frame is over its bounds. */
  push(bytes: Uint8Array): Frame[] {
    if (this.broken) throw this.broken;
    if (bytes.length > 0) this.chunks.push(bytes);
    this.available += bytes.length;
    try {
      const frames: Frame[] = [];
      for (let frame = this.next(); frame; frame = this.next()) frames.push(frame);
      return frames;
    } catch (error) {
      this.broken = error instanceof FrameError ? error : new FrameError(String(error), { cause: error });
      this.chunks = [];
      throw this.broken;
    }
  }

  /** True when the bytes so far end between two frames. */
  get atBoundary(): boolean {
    return this.available === 0 && this.lengths === undefined;
  }

  private next(): Frame | undefined {
    this.lengths ??= this.readLengths();
    if (!this.lengths || this.available < this.lengths.header + this.lengths.payload) return undefined;
    const header = parseHeader(this.take(this.lengths.header));
    const payload = this.take(this.lengths.payload);
    this.lengths = undefined;
    return { header, payload };
  }

  private readLengths(): { header: number; payload: number } | undefined {
    if (this.available < prefixBytes) return undefined;
    const view = new DataView(this.take(prefixBytes).buffer);
    const lengths = { header: view.getUint32(0, true), payload: view.getUint32(4, true) };
    checkLengths(lengths.header, lengths.payload);
    return lengths;
  }

  private take(count: number): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(count);
    let filled = 0;
    let used = 0;
    while (filled < count) {
      const chunk = this.chunks[used];
      if (!chunk) throw new FrameError('bytes were counted that are not there');
      const part = chunk.subarray(0, count - filled);
      taken.set(part, filled);
      filled += part.length;
      if (part.length < chunk.length) this.chunks[used] = chunk.subarray(part.length);
      else used += 1;
    }
    this.chunks.splice(0, used);
    this.available -= count;
    return taken;
  }
}

function checkLengths(header: number, payload: number): void {
  if (header < 2 || header > maxHeaderBytes)
    throw new FrameError(`a frame header of ${header} bytes; 2 to ${maxHeaderBytes} are allowed`);
  if (payload > maxPayloadBytes)
    throw new FrameError(`a frame payload of ${payload} bytes; at most ${maxPayloadBytes} are allowed`);
}

function parseHeader(bytes: Uint8Array): FrameHeader {
  let header: unknown;
  try {
    header = JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new FrameError('a frame header that is not JSON', { cause: error });
  }
  if (!isFrameHeader(header)) throw new FrameError('a frame header without a whole `id` and a `kind`');
  return header;
}

const isFrameHeader = (value: unknown): value is FrameHeader =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  Number.isSafeInteger(value.id) &&
  'kind' in value &&
  typeof value.kind === 'string';

export interface ProgramRequest {
  readonly method: string;
  /** As sent; the handler checks its shape. */
  readonly params: unknown;
  readonly payload: Uint8Array;
}

interface ProgramReply {
  readonly result?: unknown;
  readonly payload?: Uint8Array;
}

export interface RequestContext {
  /** Aborted by the client's cancel, and when the client is gone. */
  readonly signal: AbortSignal;
  /** Sends one event; await it to respect back-pressure. Does nothing once the signal is aborted. */
  readonly emit: (data: unknown, payload?: Uint8Array) => Promise<void>;
}

export type RequestHandler = (request: ProgramRequest, context: RequestContext) => Promise<ProgramReply>;

/** What a handler throws to fail its request with an error code of Jarvis and the places in that code's text. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.params = params;
  }
}

/**
 * Answers requests until the input ends; requests run side by side. `request` → any number of `event`, then `done`
 * or `failed`; `cancel` aborts. Resolves when the client is gone, with every signal aborted.
 * @throws FrameError when the input is not frames.
 */
export async function serveFrames(
  streams: { input: Readable; output: Writable },
  handlers: Readonly<Record<string, RequestHandler>>,
): Promise<void> {
  const running = new Map<number, AbortController>();
  const send = frameSender(streams.output);
  const decoder = new FrameDecoder();
  try {
    for await (const chunk of streams.input) {
      for (const frame of decoder.push(chunk)) {
        if (frame.header.kind === 'cancel') running.get(frame.header.id)?.abort();
        else if (frame.header.kind === 'request') void answer(frame, handlers, running, send);
        else throw new FrameError(`a client frame of kind "${frame.header.kind}"`);
      }
    }
  } finally {
    for (const controller of running.values()) controller.abort();
  }
}

async function answer(
  { header, payload }: Frame,
  handlers: Readonly<Record<string, RequestHandler>>,
  running: Map<number, AbortController>,
  send: FrameSender,
): Promise<void> {
  const { id, method, params } = header;
  const controller = new AbortController();
  const { signal } = controller;
  running.set(id, controller);
  const emit = async (data: unknown, bytes?: Uint8Array): Promise<void> => {
    if (!signal.aborted) await send({ id, kind: 'event', data }, bytes);
  };
  try {
    const name = String(method);
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (!handler) throw new RequestFailure('host.unexpected', { detail: `no method "${name}"` });
    const reply = await handler({ method: name, params, payload }, { signal, emit });
    await send({ id, kind: 'done', result: reply.result ?? null }, reply.payload);
  } catch (error) {
    await send({ id, kind: 'failed', error: describeFailure(error, signal) });
  } finally {
    running.delete(id);
  }
}

function describeFailure(error: unknown, signal: AbortSignal): Record<string, unknown> {
  if (signal.aborted) return { code: 'cancelled', detail: '' };
  if (error instanceof RequestFailure)
    return { code: error.code, detail: String(error.params.detail ?? ''), params: error.params };
  return { code: 'engine', detail: (error instanceof Error ? error.message : String(error)).slice(0, 500) };
}

type FrameSender = (header: FrameHeader, payload?: Uint8Array) => Promise<void>;

/** Writes frames and resolves when the stream may take more; a stream whose reader is gone swallows them. */
function frameSender(output: Writable): FrameSender {
  let drained: Promise<void> | undefined;
  // The reader's end is noticed on the input, which closes with it; here it only must not end the program early.
  output.on('error', () => output.destroy());
  return async (header, payload) => {
    if (output.destroyed) return;
    if (output.write(encodeFrame(header, payload))) return;
    drained ??= new Promise<void>(resolve => {
      const settle = (): void => {
        drained = undefined;
        output.off('drain', settle).off('close', settle);
        resolve();
      };
      output.on('drain', settle).on('close', settle);
    });
    await drained;
  };
}

/** What a utility process of Electron has instead of stdin; Node's types do not know it. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function programStreams(): { input: Readable; output: Writable } {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort !== undefined)
    return portStreams({
      post: message => parentPort.postMessage(message),
      onMessage: listener => parentPort.on('message', ({ data }) => listener(data)),
    });
  return { input: process.stdin, output: new Socket({ fd: frameOutputFd, readable: false, writable: true }) };
}

/**
 * Runs a whole program: frames come on stdin and go out on `frameOutputFd`, or both over the line to Electron. When
 * the input ends the parent is gone, and so is this process: nothing is left behind.
 */
export async function runProgram(handlers: Readonly<Record<string, RequestHandler>>): Promise<never> {
  // A Ctrl-C in the terminal reaches the whole group; the parent decides when its engines end.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  try {
    await serveFrames(programStreams(), handlers);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  process.exit(0);
}
