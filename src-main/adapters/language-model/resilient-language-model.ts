/**
 * Any language model made patient and bounded: it tries again before the first event, leaves a failing model alone for
 * a while, and turns silence and endless answers into an end.
 */
import { decorrelatedJitterGenerator, ExponentialBackoff } from 'cockatiel';
import type { ErrorCode } from '../../domain/error-codes.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { ModelInfo } from '../../domain/model.ts';
import type { Clock } from '../../ports/clock.ts';
import type { GenerateEvent, GenerateRequest, LanguageModel } from '../../ports/language-model.ts';
import { CircuitBreaker, type CircuitSettings } from './circuit-breaker.ts';
import { rejectOnAbort } from './reject-on-abort.ts';
import { StallWatch } from './stall-watch.ts';

export interface ResilienceSettings {
  /** How often a request is tried again before its first event. */
  readonly retries: number;
  readonly firstRetryMs: number;
  readonly retryMsAtMost: number;
  /** Silence before the first event: a load and a long prompt on a slow machine count in it. */
  readonly firstEventMs: number;
  /** Silence between two events. */
  readonly betweenEventsMs: number;
  /** An answer ends here, as one that met its limit. */
  readonly answerCharsAtMost: number;
  readonly answerMsAtMost: number;
  readonly circuit: CircuitSettings;
}

const defaultResilience: ResilienceSettings = {
  retries: 2,
  firstRetryMs: 200,
  retryMsAtMost: 3000,
  firstEventMs: 300_000,
  betweenEventsMs: 30_000,
  answerCharsAtMost: 1_000_000,
  answerMsAtMost: 3_600_000,
  circuit: { failures: 4, openMs: 15_000, openMsAtMost: 120_000 },
};

/** Faults that may be gone a moment later; the same request has no effect that a second one would double. */
const worthRetrying: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'model.unreachable',
  'model.busy',
  'model.cut',
  'model.crashed',
]);
/** Faults that say something about the model's health; a refusal says something about the request. */
const signsOfIllness: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'model.unreachable',
  'model.cut',
  'model.crashed',
  'model.stalled',
  'model.bad-answer',
]);

export class ResilientLanguageModel implements LanguageModel {
  readonly backendId: string;
  readonly kind: LanguageModel['kind'];
  readonly label: string;
  readonly address: string;
  private readonly inner: LanguageModel;
  private readonly clock: Clock;
  private readonly settings: ResilienceSettings;
  /** One for each model: a broken one must not close the way to its neighbours. */
  private readonly circuits = new Map<string, CircuitBreaker>();

  constructor(inner: LanguageModel, clock: Clock, settings: Partial<ResilienceSettings> = {}) {
    this.inner = inner;
    this.clock = clock;
    this.settings = { ...defaultResilience, ...settings };
    this.backendId = inner.backendId;
    this.kind = inner.kind;
    this.label = inner.label;
    this.address = inner.address;
  }

  async listModels(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    const models = await this.inner.listModels(signal);
    for (const circuit of this.circuits.values()) circuit.allowTrial();
    return models;
  }

  describeModel(model: string, signal: AbortSignal): Promise<ModelInfo> {
    return this.inner.describeModel(model, signal);
  }

  async warm(): Promise<void> {
    await this.inner.warm?.();
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  /** As the port says; besides, throws `model.stalled` after silence and `model.circuit-open` while a model is left alone. */
  async *generate(request: GenerateRequest, signal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const circuit = this.circuitOf(request.model);
    let wait: { readonly duration: number; next(context: undefined): typeof wait } | undefined;
    for (let attempt = 0; ; attempt++) {
      signal.throwIfAborted();
      if (!circuit.admit()) throw new JarvisError('model.circuit-open', { backend: this.label });
      let began = false;
      try {
        for await (const event of this.attempt(request, signal)) {
          if (!began) circuit.succeeded();
          began = true;
          yield event;
        }
        return;
      } catch (error) {
        signal.throwIfAborted();
        if (isIllness(error)) circuit.failed();
        if (began || attempt === this.settings.retries || !isWorthRetrying(error)) throw error;
      } finally {
        circuit.undecided();
      }
      wait = wait?.next(undefined) ?? this.firstWait();
      await this.pause(wait.duration, signal);
    }
  }

  private firstWait(): ReturnType<ExponentialBackoff<[number, number]>['next']> {
    const { firstRetryMs, retryMsAtMost } = this.settings;
    const generator = decorrelatedJitterGenerator;
    return new ExponentialBackoff({ initialDelay: firstRetryMs, maxDelay: retryMsAtMost, generator }).next();
  }

  private async pause(delayMs: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.clock.after(delayMs, resolve);
    try {
      await rejectOnAbort(promise, signal);
    } finally {
      cancel();
    }
  }

  /** One request, watched for silence and for length. */
  private async *attempt(request: GenerateRequest, signal: AbortSignal): AsyncGenerator<GenerateEvent, void> {
    const stopper = new AbortController();
    const watched = AbortSignal.any([signal, stopper.signal]);
    const watch = new StallWatch(this.clock, limitMs => stopper.abort(this.stalled(limitMs)));
    const startMs = this.clock.monotonicMs();
    const events = this.inner.generate(request, watched)[Symbol.asyncIterator]();
    let chars = 0;
    let ended = false;
    try {
      watch.expect(this.settings.firstEventMs);
      for (;;) {
        const next = await rejectOnAbort(events.next(), watched);
        watch.rest();
        ended = next.done === true;
        if (next.done === true) return;
        signal.throwIfAborted();
        yield next.value;
        if (next.value.kind === 'text' || next.value.kind === 'thinking') chars += next.value.text.length;
        if (this.isEndless(chars, startMs)) {
          yield { kind: 'finished', reason: 'length' };
          return;
        }
        watch.expect(this.settings.betweenEventsMs);
      }
    } finally {
      watch.stop();
      if (!ended) this.abandon(events, stopper);
    }
  }

  private isEndless(chars: number, startMs: number): boolean {
    const { answerCharsAtMost, answerMsAtMost } = this.settings;
    return chars > answerCharsAtMost || this.clock.monotonicMs() - startMs > answerMsAtMost;
  }

  /** Makes the engine stop without waiting for one that does not even react to that. */
  private abandon(events: AsyncIterator<GenerateEvent>, stopper: AbortController): void {
    stopper.abort();
    // Whatever it still throws belongs to an answer that is over.
    events.return?.().catch(() => undefined);
  }

  private stalled(limitMs: number): JarvisError {
    return new JarvisError('model.stalled', { backend: this.label, seconds: Math.round(limitMs / 1000) });
  }

  private circuitOf(model: string): CircuitBreaker {
    const circuit = this.circuits.get(model) ?? new CircuitBreaker(this.settings.circuit, this.clock);
    this.circuits.set(model, circuit);
    return circuit;
  }
}

const isWorthRetrying = (error: unknown): boolean =>
  error instanceof JarvisError && worthRetrying.has(error.code);
const isIllness = (error: unknown): boolean => error instanceof JarvisError && signsOfIllness.has(error.code);
