/** One life of an engine program: started once, spoken to in frames, gone for good when it exits. */
import { encodeFrame, type Frame, FrameDecoder, type FrameHeader } from '../../../native/frames.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LaunchedProgram, LaunchProgram, ProgramExit } from '../../ports/program-launcher.ts';

export interface ProgramReply {
  readonly result: unknown;
  readonly payload: Uint8Array;
}

export interface RequestOptions {
  readonly payload?: Uint8Array;
  readonly signal?: AbortSignal;
  /**
   * Called for each event in order. While a promise it returned is pending nothing more is read from the process
   * (its other requests wait too), so that a slow consumer slows the engine instead of filling memory.
   */
  readonly onEvent?: (data: unknown, payload: Uint8Array) => void | Promise<void>;
}

/** What the program said when a request failed. */
export class ProgramFailure extends Error {
  override readonly name = 'ProgramFailure';
  readonly code: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(error: unknown) {
    const said = isRecord(error) ? error : {};
    super(`the program failed: ${String(said.code)}`);
    this.code = String(said.code ?? 'engine');
    this.detail = String(said.detail ?? '');
    this.params = isRecord(said.params) ? (said.params as Record<string, string | number>) : {};
  }
}

/** The program ended, or could not be started or understood, before it answered. */
export class ProgramGone extends Error {
  override readonly name = 'ProgramGone';
}

/** How long, after one end of the program was seen, the other may take. */
const otherEndMs = 1000;

interface Pending {
  readonly onEvent: RequestOptions['onEvent'];
  readonly resolve: (reply: ProgramReply) => void;
  readonly reject: (error: unknown) => void;
  /** Goes on reading although the consumer of an event is not ready; set while that is waited for. */
  release?: () => void;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export class ProgramConnection {
  readonly exited: Promise<ProgramExit>;
  private readonly child: LaunchedProgram;
  private readonly clock: Clock;
  private readonly stderrLimit: number;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private stderr = Buffer.alloc(0);
  private gone: ProgramGone | undefined;

  /** @throws the system's error when no process can be made. */
  constructor(start: {
    program: string;
    env: Readonly<Record<string, string>>;
    launch: LaunchProgram;
    clock: Clock;
    stderrLimit: number;
    /** Called once, before the requests in flight are rejected. */
    onExit: (exit: ProgramExit) => void;
  }) {
    this.clock = start.clock;
    this.stderrLimit = start.stderrLimit;
    this.child = start.launch(start.program, start.env);
    const { input, stderr } = this.child;
    // Writing to a program that just died fails; its exit, which follows, tells the requests.
    input.on('error', () => input.destroy());
    stderr.on('data', (bytes: Buffer) => this.keepTail(bytes));
    stderr.on('error', () => stderr.destroy());
    this.exited = this.live(this.child.exit, start.onExit);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** The newest bytes the program wrote to stderr; may hold anything, so it is for a person's eyes and no log. */
  get stderrTail(): string {
    return this.stderr.toString('utf8');
  }

  request(method: string, params: unknown, options: RequestOptions): Promise<ProgramReply> {
    if (this.gone) return Promise.reject(this.gone);
    const id = this.nextId++;
    const { signal, onEvent } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise<ProgramReply>((resolve, reject) => {
      this.write({ id, kind: 'request', method, params }, options.payload);
      const settle = (): void => {
        this.pending.get(id)?.release?.();
        this.pending.delete(id);
        signal?.removeEventListener('abort', cancel);
      };
      const cancel = (): void => {
        settle();
        this.write({ id, kind: 'cancel' });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.pending.set(id, {
        onEvent,
        resolve: reply => {
          settle();
          resolve(reply);
        },
        reject: error => {
          settle();
          reject(error);
        },
      });
    });
  }

  /** Lets the program end by itself: it does so when its input closes. */
  end(): void {
    this.child.input.end();
  }

  kill(): void {
    this.child.kill();
  }

  private write(header: FrameHeader, payload?: Uint8Array): void {
    const frame = encodeFrame(header, payload);
    if (this.child.input.writable) this.child.input.write(frame);
  }

  private async live(exit: Promise<ProgramExit>, onExit: (exit: ProgramExit) => void): Promise<ProgramExit> {
    // A process that the program started may hold its output open.
    let cancelTimer = (): void => {};
    const exitSeen = exit.then(() => {
      cancelTimer = this.clock.after(otherEndMs, () => this.child.output.destroy());
    });
    const unreadable = await this.read();
    if (unreadable) this.kill();
    const cancelKill = this.clock.after(otherEndMs, () => this.kill());
    await exitSeen;
    cancelKill();
    cancelTimer();
    const end = await exit;
    this.gone = new ProgramGone(`the program ended (${end.signal ?? end.status ?? 'not started'})`, {
      cause: unreadable,
    });
    onExit(end);
    for (const request of [...this.pending.values()]) request.reject(this.gone);
    return end;
  }

  /** Reads until the program closes its output; gives the error when the bytes made no sense. */
  private async read(): Promise<unknown> {
    const decoder = new FrameDecoder();
    try {
      for await (const bytes of this.child.output) {
        for (const frame of decoder.push(bytes)) await this.dispatch(frame);
      }
      return undefined;
    } catch (error) {
      return error;
    }
  }

  private async dispatch({ header, payload }: Frame): Promise<void> {
    const request = this.pending.get(header.id);
    // Frames of a cancelled request may still be on their way.
    if (!request) return;
    if (header.kind === 'done') request.resolve({ result: header.result, payload });
    else if (header.kind === 'failed') request.reject(new ProgramFailure(header.error));
    else if (header.kind === 'event') await this.deliver(request, header.data, payload);
    else throw new ProgramGone(`the program sent a frame of kind "${header.kind}"`);
  }

  /** An event handler that throws fails its own request only; one that waits is not waited for after an abort. */
  private async deliver(request: Pending, data: unknown, payload: Uint8Array): Promise<void> {
    try {
      const ready = request.onEvent?.(data, payload);
      if (!ready) return;
      await new Promise<void>((resolve, reject) => {
        request.release = resolve;
        ready.then(resolve, reject);
      });
    } catch (error) {
      request.reject(error);
    }
  }

  private keepTail(bytes: Buffer): void {
    this.stderr = Buffer.concat([this.stderr, bytes]).subarray(-this.stderrLimit);
  }
}
