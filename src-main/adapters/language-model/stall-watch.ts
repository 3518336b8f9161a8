/** Notices that nothing came for too long, with one timer for a whole stream. */
import type { Clock } from '../../ports/clock.ts';

export class StallWatch {
  private readonly clock: Clock;
  private readonly onStall: (limitMs: number) => void;
  private deadlineMs = Number.POSITIVE_INFINITY;
  private limitMs = 0;
  private timer: { readonly dueMs: number; readonly cancel: () => void } | undefined;

  constructor(clock: Clock, onStall: (limitMs: number) => void) {
    this.clock = clock;
    this.onStall = onStall;
  }

  /** From now on something must come within `limitMs`. */
  expect(limitMs: number): void {
    this.limitMs = limitMs;
    this.deadlineMs = this.clock.monotonicMs() + limitMs;
    // Hundreds of tokens a second push the deadline away; the timer looks at it only when it rings.
    if (this.timer === undefined || this.timer.dueMs > this.deadlineMs) this.arm();
  }

  /** Something came, or nobody waits: the reader may take its time. */
  rest(): void {
    this.deadlineMs = Number.POSITIVE_INFINITY;
  }

  stop(): void {
    this.timer?.cancel();
    this.timer = undefined;
    this.rest();
  }

  private arm(): void {
    this.timer?.cancel();
    const delayMs = Math.max(0, this.deadlineMs - this.clock.monotonicMs());
    this.timer = { dueMs: this.deadlineMs, cancel: this.clock.after(delayMs, () => this.ring()) };
  }

  private ring(): void {
    this.timer = undefined;
    if (this.deadlineMs === Number.POSITIVE_INFINITY) return;
    if (this.clock.monotonicMs() < this.deadlineMs) this.arm();
    else this.onStall(this.limitMs);
  }
}
