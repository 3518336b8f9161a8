/** The keys that the system was asked for: another one takes its place only once it was given. */
import {
  acceleratorOf,
  type GlobalKey,
  type GlobalKeyName,
  globalKeyNames,
} from '../../domain/global-key.ts';

/** As Electron's `globalShortcut`. */
export interface Shortcuts {
  /** False where another program has it, or the desktop gives none. */
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
  /** While they are suspended other programs and our own pages get what is pressed, and none can be registered. */
  setSuspended(isSuspended: boolean): void;
}

export type WantedKeys = Readonly<Partial<Record<GlobalKeyName, GlobalKey>>>;

export class KeyBindings {
  readonly #shortcuts: Shortcuts;
  readonly #pressed: (name: GlobalKeyName) => void;
  readonly #bound = new Map<GlobalKeyName, string>();
  #isSuspended = false;
  #taken: readonly GlobalKeyName[] = [];

  constructor(shortcuts: Shortcuts, pressed: (name: GlobalKeyName) => void) {
    this.#shortcuts = shortcuts;
    this.#pressed = pressed;
  }

  /** These and no others; those that were not given are `taken`. */
  use(wanted: WantedKeys): void {
    this.#awake(() => {
      // What is free now may be what another name wants.
      for (const name of globalKeyNames)
        if (this.#bound.get(name) !== accelerator(wanted[name])) this.#free(name);
      this.#taken = globalKeyNames.filter(name => {
        const key = wanted[name];
        return key !== undefined && !this.#take(name, key);
      });
    });
  }

  /** False where it was not given: the key that this name had stays. */
  take(name: GlobalKeyName, key: GlobalKey): boolean {
    return this.#awake(() => this.#take(name, key));
  }

  /** They stay ours, and nothing is told of them meanwhile. */
  suspend(isSuspended: boolean): void {
    if (isSuspended === this.#isSuspended) return;
    this.#isSuspended = isSuspended;
    this.#shortcuts.setSuspended(isSuspended);
  }

  /** The system gives none while they are suspended. */
  #awake<T>(action: () => T): T {
    if (!this.#isSuspended) return action();
    this.#shortcuts.setSuspended(false);
    try {
      return action();
    } finally {
      this.#shortcuts.setSuspended(true);
    }
  }

  #take(name: GlobalKeyName, key: GlobalKey): boolean {
    const wanted = accelerator(key);
    const before = this.#bound.get(name);
    if (wanted === undefined) return false;
    if (wanted === before) return true;
    const pressed = (): void => {
      if (!this.#isSuspended) this.#pressed(name);
    };
    if (!this.#shortcuts.register(wanted, pressed)) return false;
    if (before !== undefined) this.#shortcuts.unregister(before);
    this.#bound.set(name, wanted);
    this.#taken = this.#taken.filter(one => one !== name);
    return true;
  }

  get taken(): readonly GlobalKeyName[] {
    return this.#taken;
  }

  isBound(name: GlobalKeyName): boolean {
    return this.#bound.has(name);
  }

  #free(name: GlobalKeyName): void {
    const before = this.#bound.get(name);
    if (before !== undefined) this.#shortcuts.unregister(before);
    this.#bound.delete(name);
  }
}

const accelerator = (key: GlobalKey | undefined): string | undefined => key && acceleratorOf(key);
