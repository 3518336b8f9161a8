/** What the hand on the talk key means, from wherever it is seen; a key that sticks is let go. */
import type { Clock } from '../../ports/clock.ts';
import type { KeyPhase } from '../../ports/global-keys.ts';

/** `tap`: it was pressed, and nobody will see it go up. */
export type TalkOrder = 'press' | 'release' | 'lose' | 'tap';

export interface TalkKeyOptions {
  readonly order: (what: TalkOrder) => void;
  readonly clock: Pick<Clock, 'after'>;
}

/** The window itself ends a sentence after 59 s: what is held longer is held by nobody. */
export const longestHoldMs = 65_000;

export class TalkKey {
  readonly #options: TalkKeyOptions;
  #isDown = false;
  #isAllowed = true;
  #cancelWatch = (): void => undefined;

  constructor(options: TalkKeyOptions) {
    this.#options = options;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  /** From a source that sees the key go up. */
  saw(phase: KeyPhase): void {
    if (phase === 'down') this.#down();
    else this.#up(phase === 'up' ? 'release' : 'lose');
  }

  /** From a source that does not. */
  tapped(): void {
    if (this.#isAllowed) this.#options.order('tap');
  }

  /** Not while the screen is locked or the machine sleeps: what is held then is not meant. */
  allow(isAllowed: boolean): void {
    this.#isAllowed = isAllowed;
    if (!isAllowed) this.lose();
  }

  lose(): void {
    this.#up('lose');
  }

  #down(): void {
    if (this.#isDown || !this.#isAllowed) return;
    this.#isDown = true;
    this.#cancelWatch = this.#options.clock.after(longestHoldMs, () => this.lose());
    this.#options.order('press');
  }

  #up(what: 'release' | 'lose'): void {
    if (!this.#isDown) return;
    this.#isDown = false;
    this.#cancelWatch();
    this.#options.order(what);
  }
}
