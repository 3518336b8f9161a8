/** Which of the watched keys go down and up, out of everything that is pressed; nothing else is kept or told. */

export interface HeldModifiers {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

export interface WatchedKey extends HeldModifiers {
  readonly name: string;
  readonly keycode: number;
}

/** Something happened at the keyboard or the mouse; without a `key` only the modifiers are looked at. */
export interface KeyInput extends HeldModifiers {
  readonly key?: { readonly keycode: number; readonly isDown: boolean };
}

/** `lost`: it must have been let go, though nobody saw it. */
export interface KeyReport {
  readonly name: string;
  readonly state: 'down' | 'up' | 'lost';
}

export interface MatcherOptions {
  readonly watched: readonly WatchedKey[];
  readonly report: (report: KeyReport) => void;
  readonly nowMs: () => number;
}

interface Held {
  readonly watched: WatchedKey;
  /** Of the last repeat; undefined before the first: then nobody knows whether the system repeats at all. */
  repeatedAtMs?: number;
  /** Another key took the repeats over. */
  isRepeatTaken: boolean;
}

/** A held key repeats many times a second, but a display may give several repeats at once, and late. */
export const repeatGoneMs = 8000;

const modifiersOf = ['ctrl', 'alt', 'shift', 'meta'] as const;

export class KeyMatcher {
  readonly #options: MatcherOptions;
  #held: Held | undefined;

  constructor(options: MatcherOptions) {
    this.#options = options;
  }

  take(input: KeyInput): void {
    const { key } = input;
    this.#checkModifiers(input);
    if (key === undefined) return;
    if (!key.isDown) {
      if (this.#held?.watched.keycode === key.keycode) this.#end('up');
    } else if (this.#held?.watched.keycode === key.keycode) this.#held.repeatedAtMs = this.#options.nowMs();
    else if (this.#held !== undefined) this.#held.isRepeatTaken = true;
    else this.#begin(key.keycode, input);
  }

  /** To be called now and then while a key is held: one whose repeats have ceased is not down any more. */
  check(): void {
    const { repeatedAtMs, isRepeatTaken } = this.#held ?? { isRepeatTaken: true };
    if (isRepeatTaken || repeatedAtMs === undefined) return;
    if (this.#options.nowMs() - repeatedAtMs > repeatGoneMs) this.#end('lost');
  }

  get isHolding(): boolean {
    return this.#held !== undefined;
  }

  /** Nobody will see it go up. */
  lose(): void {
    if (this.#held !== undefined) this.#end('lost');
  }

  #begin(keycode: number, input: HeldModifiers): void {
    const watched = this.#options.watched.find(
      one => one.keycode === keycode && modifiersOf.every(name => one[name] === input[name]),
    );
    if (watched === undefined) return;
    this.#held = { watched, isRepeatTaken: false };
    this.#options.report({ name: watched.name, state: 'down' });
  }

  /** One finger less of the combination is the end of it. */
  #checkModifiers(input: HeldModifiers): void {
    const watched = this.#held?.watched;
    if (watched !== undefined && modifiersOf.some(name => watched[name] && !input[name])) this.#end('up');
  }

  #end(state: 'up' | 'lost'): void {
    const name = this.#held?.watched.name;
    this.#held = undefined;
    if (name !== undefined) this.#options.report({ name, state });
  }
}
