/** Watches one back end: asks again and again what it offers, so that it is noticed when it starts and when it stops. */
import { isAbort, JarvisError } from '../domain/errors.ts';
import type { BackendState, ModelInfo } from '../domain/model.ts';
import type { Clock } from '../ports/clock.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { orderedBy } from '../ports/orderer.ts';

/** Between two looks at a back end that is absent or has just changed. */
const soonMs = 3000;
/** The longest time between two looks. */
const lateMs = 30_000;
/** The same for a program on this machine that is absent: looking costs 1 ms, and its start should be noticed soon. */
const absentMs = 6000;
/** A list of hundreds of models takes a second; a server that hangs must not be waited for. */
const answerWithinMs = 10_000;

export interface WatchedState {
  readonly state: BackendState;
  readonly errorCode?: string;
  readonly models: readonly ModelInfo[];
}

export class ModelWatch {
  readonly backend: LanguageModel;
  current: WatchedState = { state: 'searching', models: [] };
  private readonly clock: Clock;
  private readonly onChange: () => void;
  private pauseMs = soonMs;
  private lookedAtMs = Number.NEGATIVE_INFINITY;
  private looking: Promise<void> | undefined;
  private stopper: AbortController | undefined;
  private cancelTimer: (() => void) | undefined;

  constructor(backend: LanguageModel, clock: Clock, onChange: () => void) {
    this.backend = backend;
    this.clock = clock;
    this.onChange = onChange;
  }

  /** Begins to watch; returns at once. */
  start(): void {
    if (this.stopper !== undefined) return;
    this.stopper = new AbortController();
    void this.look();
  }

  stop(): void {
    this.cancelTimer?.();
    this.stopper?.abort();
    this.stopper = undefined;
  }

  /** Asks now, or waits for the question that is under way. Never rejects. */
  look(): Promise<void> {
    this.looking ??= this.ask().finally(() => {
      this.looking = undefined;
      this.schedule();
    });
    return this.looking;
  }

  /** Asks in the background when what is known is not quite fresh: somebody is about to rely on it. */
  lookIfStale(): void {
    if (this.stopper !== undefined && this.clock.monotonicMs() - this.lookedAtMs > soonMs)
      void orderedBy('jarvis', () => this.look());
  }

  private async ask(): Promise<void> {
    this.cancelTimer?.();
    const limit = new AbortController();
    const cancelLimit = this.clock.after(answerWithinMs, () => limit.abort());
    const signals = this.stopper === undefined ? [limit.signal] : [limit.signal, this.stopper.signal];
    const watcher = this.stopper;
    try {
      const models = await this.backend.listModels(AbortSignal.any(signals));
      this.become({ state: 'ready', models });
    } catch (error) {
      if (watcher?.signal.aborted !== true) this.become(stateOf(error));
    } finally {
      cancelLimit();
      this.lookedAtMs = this.clock.monotonicMs();
    }
  }

  private become(next: WatchedState): void {
    const changed = JSON.stringify(next) !== JSON.stringify(this.current);
    this.current = next;
    // What is at rest is looked at more and more seldom.
    const mayStart = next.state === 'absent' && isLoopback(this.backend.address);
    this.pauseMs = changed ? soonMs : Math.min(this.pauseMs * 2, mayStart ? absentMs : lateMs);
    if (changed) this.onChange();
  }

  private schedule(): void {
    if (this.stopper === undefined) return;
    this.cancelTimer?.();
    // Whoever asked for the last look did not order the ones that follow.
    this.cancelTimer = this.clock.after(this.pauseMs, () => void orderedBy('jarvis', () => this.look()));
  }
}

function stateOf(error: unknown): WatchedState {
  if (isAbort(error)) return { state: 'broken', errorCode: 'model.stalled', models: [] };
  const code = error instanceof JarvisError ? error.code : 'host.unexpected';
  return { state: code === 'model.unreachable' ? 'absent' : 'broken', errorCode: code, models: [] };
}

const isLoopback = (address: string): boolean =>
  /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/.test(address);
