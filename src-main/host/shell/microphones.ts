/** The microphones of this machine by name: pages alone are told them, and pass them on. */

export class Microphones {
  labels: readonly string[] = [];
  readonly #listeners = new Set<() => void>();

  set(labels: readonly string[]): void {
    // A page that was not let in yet knows of none; what another page has learnt stays.
    if (labels.length === 0 || labels.join('\n') === this.labels.join('\n')) return;
    this.labels = labels;
    for (const listener of this.#listeners) listener();
  }

  /** @returns how to end it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
