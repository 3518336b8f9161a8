/** From the first key that is to be recorded until the last one of them is let go. */

type Keyboard = Pick<EventTarget, 'addEventListener'>;

export class KeyRecording {
  readonly #held = new Set<string>();
  readonly #listening = new AbortController();
  readonly #told: (isOn: boolean) => void;
  #isEnding = false;

  /** `keyboard`: the page's window. */
  constructor(keyboard: Keyboard, told: (isOn: boolean) => void) {
    this.#told = told;
    const { signal } = this.#listening;
    const at = (name: string, action: (code: string) => void): void =>
      keyboard.addEventListener(
        name,
        event => action((event as Event & { readonly code?: string }).code ?? ''),
        {
          signal,
          // Whoever records lets no key go any further.
          capture: true,
        },
      );
    at('keydown', code => this.#held.add(code));
    at('keyup', code => {
      // macOS does not tell of the others while the command key is held.
      if (code.startsWith('Meta')) this.#held.clear();
      else this.#held.delete(code);
      this.#endIfDone();
    });
    // What is let go in another program is seen there alone.
    at('blur', () => {
      this.#held.clear();
      this.#endIfDone();
    });
    told(true);
  }

  /** Nothing is recorded any more; a key that is still down has been recorded, and is not to do anything else now. */
  end(): void {
    this.#isEnding = true;
    this.#endIfDone();
  }

  #endIfDone(): void {
    if (!this.#isEnding || this.#held.size > 0 || this.#listening.signal.aborted) return;
    this.#listening.abort();
    this.#told(false);
  }
}
