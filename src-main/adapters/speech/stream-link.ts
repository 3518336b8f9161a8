/** Keeps the speech process in step with one stream: it has the sound once, and again after it died. */
import { decodeMarks, keptSamples, type Marks } from '../../../native/speech-process/sound-marks.ts';
import { JarvisError } from '../../domain/errors.ts';
import { createSoundRing, type SoundRing } from '../../domain/sound-ring.ts';
import type { NativeProcess } from '../process/native-process.ts';

export interface StreamReply {
  readonly marks: Marks;
  /** What came beside the marks. */
  readonly result: unknown;
}

export interface StreamLink {
  /** The newest minute, kept here as well. */
  readonly ring: SoundRing;
  /** Sends what the process does not have yet, one message at a time; resolves with the marks asked for. */
  send(wanted: () => Readonly<Record<string, unknown>>): Promise<StreamReply>;
  /** Asks about sound that was sent; after a death of the process it is sent again, and asked again. */
  ask(
    method: string,
    params: Readonly<Record<string, unknown>>,
    upTo: number,
    signal: AbortSignal,
  ): Promise<unknown>;
  close(): void;
}

/** A process that dies this often over the same sound will die of it again. */
const maxAttempts = 4;

export function createStreamLink(program: NativeProcess, stream: string): StreamLink {
  const ring = createSoundRing(keptSamples);
  /** What the process has; absent when it has nothing of this stream. */
  let sentEnd: number | undefined;
  let line: Promise<unknown> = Promise.resolve();

  /** One message with all that is missing up to `end`; undefined when it has to be sent anew. */
  async function attempt(
    end: number,
    wanted: Readonly<Record<string, unknown>>,
  ): Promise<StreamReply | undefined> {
    const isFresh = sentEnd === undefined || sentEnd < ring.start;
    const at = sentEnd === undefined || isFresh ? ring.start : sentEnd;
    const samples = ring.copy(at, end);
    const payload = new Uint8Array(samples.buffer);
    const reply = await program.request('streamPush', { stream, at, isFresh, ...wanted }, { payload });
    if (reply.payload.length > 0) {
      sentEnd = Math.max(at, end);
      return { marks: decodeMarks(reply.payload), result: reply.result };
    }
    sentEnd = undefined;
    return undefined;
  }

  let isClosed = false;

  /** For a stream that is closed nobody starts the process again, least of all one that was told to stop. */
  function throwIfClosed(): void {
    if (isClosed) throw new JarvisError('speech.process-died');
  }

  async function sendNow(wanted: Readonly<Record<string, unknown>>): Promise<StreamReply> {
    const { end } = ring;
    const sent = await untilAlive(() => attempt(end, wanted));
    // The core goes by what it reported, so a failure half-way is made good by sending all again.
    return sent;
  }

  async function untilAlive<T>(work: () => Promise<T | undefined>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        throwIfClosed();
        const done = await work();
        if (done !== undefined) return done;
      } catch (error) {
        sentEnd = undefined;
        if (isClosed || tries >= maxAttempts || !isDeath(error)) throw error;
      }
      if (tries >= maxAttempts) throw new JarvisError('speech.process-died');
    }
  }

  function send(wanted: () => Readonly<Record<string, unknown>>): Promise<StreamReply> {
    const sent = line.then(() => sendNow(wanted()));
    // Whoever asked is told of a failure; the next in line begins anew.
    line = sent.catch(() => undefined);
    return sent;
  }

  return {
    ring,
    send,
    ask: (method, params, upTo, signal) =>
      untilAlive(async () => {
        signal.throwIfAborted();
        if (sentEnd === undefined || sentEnd < Math.min(upTo, ring.end)) await send(() => ({}));
        throwIfClosed();
        const { result } = await program.request(method, { stream, ...params }, { signal });
        if (!isStale(result)) return { result };
        sentEnd = undefined;
        return undefined;
      }).then(({ result }) => result),
    close() {
      isClosed = true;
      if (program.state().status !== 'running') return;
      // A process that dies over it has forgotten the stream as well.
      program.request('streamClose', { stream }).catch(() => undefined);
    },
  };
}

const isDeath = (error: unknown): boolean =>
  error instanceof JarvisError && error.code === 'speech.process-died';

/** The process was started anew and knows nothing, or less, of this stream. */
const isStale = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'isStale' in result;
