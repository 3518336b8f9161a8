/** Whether somebody talks with Jarvis now, whether a microphone is open, and since when nobody did anything. */
import type { Publish } from '../api/services.ts';
import type { Surroundings } from '../domain/update-decision.ts';
import type { Clock } from '../ports/clock.ts';

/** Of a capture that waits for the name or for words, or is over. */
const isQuiet = (state: string): boolean => ['armed', 'listening', 'off'].includes(state);

export class Activity {
  readonly #clock: Clock;
  readonly #captures = new Map<string, string>();
  #lastMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#lastMs = clock.monotonicMs();
  }

  /** Every event of the core comes by here. */
  readonly hear: Publish = (name, data) => {
    if (name === 'voice.state') this.#captured(data as { captureId: string; state: string });
    if (name.startsWith('turn.') || name.startsWith('conversation.'))
      this.#lastMs = this.#clock.monotonicMs();
  };

  /** `hasTurn`: one is being answered. */
  now(hasTurn: boolean): Pick<Surroundings, 'isTalking' | 'isMicrophoneOpen' | 'idleMs'> {
    const isHeard = [...this.#captures.values()].some(state => !isQuiet(state));
    return {
      isTalking: hasTurn || isHeard,
      isMicrophoneOpen: this.#captures.size > 0,
      idleMs: this.#clock.monotonicMs() - this.#lastMs,
    };
  }

  #captured({ captureId, state }: { readonly captureId: string; readonly state: string }): void {
    if (state === 'off') this.#captures.delete(captureId);
    else this.#captures.set(captureId, state);
    if (!isQuiet(state)) this.#lastMs = this.#clock.monotonicMs();
  }
}
