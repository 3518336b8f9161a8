/** A new version that waits to be installed, for everybody who shows it. */

export interface ReadyUpdate {
  readonly version: string;
  /** Ends the program and starts the new one. */
  install(): void;
}

export class UpdateOffer {
  #ready: ReadyUpdate | undefined;
  readonly #listeners = new Set<() => void>();

  get ready(): ReadyUpdate | undefined {
    return this.#ready;
  }

  /** Undefined: there is none any more. */
  set(ready: ReadyUpdate | undefined): void {
    this.#ready = ready;
    for (const listener of this.#listeners) listener();
  }

  /** @returns how to end it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
