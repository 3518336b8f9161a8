/** What sleep and the locked screen mean for the microphone and the voice. */

export interface PowerEffects {
  /** `hushes`: what is being said ends. */
  hearing(isAllowed: boolean, hushes: boolean): void;
  /** The machine is awake again: what was connected may not be any more. */
  woke(): void;
}

export class PowerState {
  readonly #effects: PowerEffects;
  readonly #lockDisarms: () => boolean;
  #isAsleep = false;
  #isLocked = false;
  #wasAllowed = true;

  constructor(effects: PowerEffects, lockDisarms: () => boolean) {
    this.#effects = effects;
    this.#lockDisarms = lockDisarms;
  }

  /** Whether the microphone may be open now. */
  get mayHear(): boolean {
    return !this.#isAsleep && !(this.#isLocked && this.#lockDisarms());
  }

  suspend(): void {
    this.#isAsleep = true;
    this.#tell(true);
  }

  resume(): void {
    if (!this.#isAsleep) return;
    this.#isAsleep = false;
    this.#tell(false);
    this.#effects.woke();
  }

  lock(): void {
    this.#isLocked = true;
    this.#tell(false);
  }

  /** Whoever unlocks is awake: some systems forget to tell the one or the other. */
  unlock(): void {
    this.#isLocked = false;
    if (this.#isAsleep) this.resume();
    else this.#tell(false);
  }

  /** To be called when the person chose otherwise. */
  chosen(): void {
    this.#tell(false);
  }

  #tell(hushes: boolean): void {
    if (this.mayHear === this.#wasAllowed && !hushes) return;
    this.#wasAllowed = this.mayHear;
    this.#effects.hearing(this.mayHear, hushes);
  }
}
