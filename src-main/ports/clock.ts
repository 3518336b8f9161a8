/** Time, from outside: nothing in the core reads the machine's clock by itself. */
export interface Clock {
  /** UTC milliseconds since 1970. */
  nowMs(): number;
  /** Milliseconds from an arbitrary start, never going back. */
  monotonicMs(): number;
  /** The machine's IANA time zone. */
  zone(): string;
  /** Calls `action` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, action: () => void): () => void;
}
