/** An engine program kept at hand: started at the first request, restarted after a crash, stopped when idle. */
import { channel } from 'node:diagnostics_channel';
import { basename, extname } from 'node:path';
import { FrameError } from '../../../native/frames.ts';
import { type ErrorCode, errorCodes } from '../../domain/error-codes.ts';
import { type ErrorParams, JarvisError } from '../../domain/errors.ts';
import { type EngineTold, engineChannel } from '../../domain/system-parts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LaunchProgram, ProgramExit } from '../../ports/program-launcher.ts';
import {
  ProgramConnection,
  ProgramFailure,
  ProgramGone,
  type ProgramReply,
  type RequestOptions,
} from './program-connection.ts';
import { spawnProgram } from './spawn-program.ts';

export interface NativeProcessOptions {
  /** Path of the program, a `.ts` or `.js` file that ends in `runProgram`. */
  readonly program: string;
  /** Absent: a child of this process. */
  readonly launch?: LaunchProgram;
  /** What the user calls the engine; fills `{backend}` in error texts. */
  readonly name: string;
  readonly clock: Clock;
  /** Thrown by requests in flight when the program dies or cannot be started. */
  readonly diedCode: ErrorCode;
  /** Thrown, with `{detail}`, when the engine fails in a way that has no code of its own. */
  readonly failedCode: ErrorCode;
  readonly env?: Readonly<Record<string, string>>;
  /** Stop the program after so long without a request; absent: keep it. */
  readonly idleStopMs?: number;
  readonly limits?: Partial<NativeProcessLimits>;
}

interface NativeProcessLimits {
  /** How long the program may take to end by itself before it is killed. */
  readonly stopGraceMs: number;
  /** The second crash in a row waits `firstBackoffMs`, each further one twice as long, up to `maxBackoffMs`. */
  readonly firstBackoffMs: number;
  readonly maxBackoffMs: number;
  readonly stderrTailBytes: number;
}

/** Who watches hears of each start and end. */
const engines = channel(engineChannel);

const defaultLimits: NativeProcessLimits = {
  stopGraceMs: 2000,
  firstBackoffMs: 250,
  maxBackoffMs: 10_000,
  stderrTailBytes: 4096,
};

interface NativeProcessState {
  readonly status: 'stopped' | 'running' | 'backing-off';
  readonly pid?: number;
  /** Crashes since the last answer. */
  readonly crashes: number;
  /** The end of what the program wrote to stderr in its last life; for a person's eyes, not for a log. */
  readonly stderrTail: string;
}

interface NativeProcessExit extends ProgramExit {
  /** It was told to stop. */
  readonly expected: boolean;
}

export interface NativeProcess {
  /**
   * Asks the program, starting it first if need be. Rejects with the signal's reason at once when it is aborted
   * (the program is told to stop working on it), and with a JarvisError for everything else.
   */
  request(method: string, params: unknown, options?: RequestOptions): Promise<ProgramReply>;
  /** Ends the program; requests in flight fail. The next request starts it again. */
  stop(): Promise<void>;
  state(): NativeProcessState;
  /** Calls `listener` at every end of the program; the returned function takes it off. */
  onExit(listener: (exit: NativeProcessExit) => void): () => void;
}

/** The one part of a host's choice that is passed on as it is. */
export const launchOf = ({ launch }: { readonly launch?: LaunchProgram }) =>
  launch === undefined ? {} : { launch };

export const createNativeProcess = (options: NativeProcessOptions): NativeProcess =>
  new RestartingProcess(options);

class RestartingProcess implements NativeProcess {
  private readonly options: NativeProcessOptions;
  private readonly limits: NativeProcessLimits;
  private readonly exitListeners = new Set<(exit: NativeProcessExit) => void>();
  private connection: ProgramConnection | undefined;
  /** Set while the connection is being stopped on purpose. */
  private stopping: Promise<void> | undefined;
  private stderrTail = '';
  private crashes = 0;
  private retryAtMs = Number.NEGATIVE_INFINITY;
  private inUse = 0;
  private cancelIdleStop = (): void => {};

  constructor(options: NativeProcessOptions) {
    this.options = options;
    this.limits = { ...defaultLimits, ...options.limits };
  }

  async request(method: string, params: unknown, options: RequestOptions = {}): Promise<ProgramReply> {
    options.signal?.throwIfAborted();
    this.cancelIdleStop();
    this.inUse += 1;
    try {
      const connection = await this.connected(options.signal);
      const reply = await connection.request(method, params, options);
      this.crashes = 0;
      return reply;
    } catch (error) {
      if (error instanceof ProgramFailure) this.crashes = 0;
      if (options.signal?.aborted) throw options.signal.reason;
      throw this.translate(error);
    } finally {
      this.inUse -= 1;
      if (this.inUse === 0) this.scheduleIdleStop();
    }
  }

  async stop(): Promise<void> {
    this.cancelIdleStop();
    const { connection } = this;
    if (!connection) return;
    this.stopping ??= this.end(connection);
    await this.stopping;
  }

  state(): NativeProcessState {
    const { connection, crashes } = this;
    if (!connection) {
      const status = this.backoffLeftMs() > 0 ? 'backing-off' : 'stopped';
      return { status, crashes, stderrTail: this.stderrTail };
    }
    const { pid, stderrTail } = connection;
    return { status: 'running', crashes, stderrTail, ...(pid === undefined ? {} : { pid }) };
  }

  onExit(listener: (exit: NativeProcessExit) => void): () => void {
    this.exitListeners.add(listener);
    return () => this.exitListeners.delete(listener);
  }

  private async connected(signal: AbortSignal | undefined): Promise<ProgramConnection> {
    while (this.stopping || (!this.connection && this.backoffLeftMs() > 0)) {
      if (this.stopping) await this.stopping;
      else await this.pause(this.backoffLeftMs(), signal);
    }
    this.connection ??= this.start();
    return this.connection;
  }

  private start(): ProgramConnection {
    const { program, launch = spawnProgram, env = {}, clock } = this.options;
    try {
      const connection = new ProgramConnection({
        program,
        env,
        launch,
        clock,
        stderrLimit: this.limits.stderrTailBytes,
        onExit: exit => this.exited(connection, exit),
      });
      this.tell(connection, 'started');
      return connection;
    } catch (error) {
      this.countCrash();
      throw new ProgramGone('the program could not be started', { cause: error });
    }
  }

  private exited(connection: ProgramConnection, exit: ProgramExit): void {
    const expected = this.stopping !== undefined;
    this.tell(connection, 'ended');
    this.connection = undefined;
    this.stopping = undefined;
    this.stderrTail = connection.stderrTail;
    if (!expected) this.countCrash();
    for (const listener of this.exitListeners) listener({ ...exit, expected });
  }

  private tell(connection: ProgramConnection, state: EngineTold['state']): void {
    const { program } = this.options;
    engines.publish({
      program: basename(program, extname(program)),
      state,
      pid: () => connection.pid,
    } satisfies EngineTold);
  }

  private countCrash(): void {
    this.crashes += 1;
    const { firstBackoffMs, maxBackoffMs } = this.limits;
    const delayMs = this.crashes < 2 ? 0 : Math.min(maxBackoffMs, firstBackoffMs * 2 ** (this.crashes - 2));
    this.retryAtMs = this.options.clock.monotonicMs() + delayMs;
  }

  private backoffLeftMs(): number {
    return this.retryAtMs - this.options.clock.monotonicMs();
  }

  private async end(connection: ProgramConnection): Promise<void> {
    connection.end();
    const cancelKill = this.options.clock.after(this.limits.stopGraceMs, () => connection.kill());
    await connection.exited;
    cancelKill();
  }

  private scheduleIdleStop(): void {
    const { idleStopMs, clock } = this.options;
    // One that is being stopped while it was asked needs no wait, which would hold our own end up.
    if (idleStopMs === undefined || !this.connection || this.stopping) return;
    this.cancelIdleStop = clock.after(idleStopMs, () => void this.stop());
  }

  private pause(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        cancelTimer();
        reject(signal?.reason);
      };
      const cancelTimer = this.options.clock.after(delayMs, () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      });
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  private translate(error: unknown): unknown {
    const { name, diedCode, failedCode } = this.options;
    if (error instanceof ProgramGone) return new JarvisError(diedCode, { backend: name }, error);
    if (error instanceof FrameError)
      return new JarvisError(failedCode, { backend: name, detail: error.message }, error);
    if (!(error instanceof ProgramFailure)) return error;
    if (error.code === 'cancelled') return new JarvisError(diedCode, { backend: name }, error);
    const params: ErrorParams = { backend: name, detail: error.detail, ...error.params };
    return new JarvisError(isErrorCode(error.code) ? error.code : failedCode, params, error);
  }
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);
