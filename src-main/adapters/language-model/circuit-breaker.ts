/** Leaves a failing model alone for a while, then lets one request try. */
import { ConsecutiveBreaker, ExponentialBackoff, halfJitterGenerator } from 'cockatiel';
import type { Clock } from '../../ports/clock.ts';

export interface CircuitSettings {
  /** So many failures in a row open the circuit. */
  readonly failures: number;
  /** It stays open so long the first time, and longer each time the trial fails. */
  readonly openMs: number;
  readonly openMsAtMost: number;
}

type State =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly untilMs: number }
  | { readonly kind: 'trial' };

export class CircuitBreaker {
  private state: State = { kind: 'closed' };
  private readonly clock: Clock;
  private readonly settings: CircuitSettings;
  private breaker: ConsecutiveBreaker;
  private pause: ReturnType<ExponentialBackoff<number>['next']> | undefined;

  constructor(settings: CircuitSettings, clock: Clock) {
    this.settings = settings;
    this.clock = clock;
    this.breaker = new ConsecutiveBreaker(settings.failures);
  }

  /** Whether a request may go now; in an open circuit one may, after its time, and that one decides. */
  admit(): boolean {
    if (this.state.kind === 'closed') return true;
    if (this.state.kind === 'trial' || this.clock.monotonicMs() < this.state.untilMs) return false;
    this.state = { kind: 'trial' };
    return true;
  }

  succeeded(): void {
    this.breaker = new ConsecutiveBreaker(this.settings.failures);
    this.pause = undefined;
    this.state = { kind: 'closed' };
  }

  failed(): void {
    const trialFailed = this.state.kind === 'trial';
    if (this.breaker.failure() || trialFailed) this.open();
  }

  /** The request ended without telling anything about the model (aborted, or refused for its own sake). */
  undecided(): void {
    if (this.state.kind === 'trial') this.state = { kind: 'open', untilMs: this.clock.monotonicMs() };
  }

  /** Something else showed that the back end is there again: the next request may try at once. */
  allowTrial(): void {
    if (this.state.kind === 'open') this.state = { kind: 'open', untilMs: this.clock.monotonicMs() };
  }

  private open(): void {
    const { openMs, openMsAtMost } = this.settings;
    const backoff = { initialDelay: openMs, maxDelay: openMsAtMost, generator: halfJitterGenerator };
    this.pause = this.pause?.next(undefined) ?? new ExponentialBackoff(backoff).next();
    this.state = { kind: 'open', untilMs: this.clock.monotonicMs() + this.pause.duration };
  }
}
