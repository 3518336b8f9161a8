/** Actions under the same key run one after the other, in the order they came; different keys do not wait for each other. */
export class OneByOne {
  readonly #lines = new Map<string, Promise<void>>();

  /** Runs `action` when all earlier ones of `key` have settled, and settles as it does. */
  run<T>(key: string, action: () => Promise<T>): Promise<T> {
    const before = this.#lines.get(key) ?? Promise.resolve();
    const now = before.then(action);
    const settled = now.then(ignore, ignore).then(() => {
      if (this.#lines.get(key) === settled) this.#lines.delete(key);
    });
    this.#lines.set(key, settled);
    return now;
  }

  /** Resolves when nothing that was asked before is left. */
  async settled(): Promise<void> {
    await Promise.all(this.#lines.values());
  }
}

/** The outcome belongs to whoever asked; the line only needs to know that it is over. */
const ignore = (): void => undefined;
