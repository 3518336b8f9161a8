/** Remembers what each command answered, so that a command sent twice has one effect. */

interface Entry {
  readonly name: string;
  /** The message that answers the command, in JSON. */
  readonly answer: Promise<string>;
  /** UTF-16 units of the answer; 0 while it is still awaited. */
  length: number;
  done: boolean;
}

export interface ResultCacheLimits {
  readonly maxResults: number;
  /** UTF-16 units. */
  readonly maxLength: number;
}

export class ResultCache {
  /** Least recently used first. */
  readonly #entries = new Map<string, Entry>();
  #length = 0;
  readonly #limits: ResultCacheLimits;

  constructor(limits: ResultCacheLimits = { maxResults: 2_000, maxLength: 4 * 1024 * 1024 }) {
    this.#limits = limits;
  }

  /** How many answers are kept or awaited. */
  get size(): number {
    return this.#entries.size;
  }

  /**
   * Runs `answer` unless this client sent a command with this id before; then gives what that one answered, also
   * while it still runs. Undefined: the id was used for another command. `answer` must not reject.
   */
  once(
    clientId: string,
    commandId: string,
    name: string,
    answer: () => Promise<string>,
  ): Promise<string> | undefined {
    const key = `${clientId} ${commandId}`;
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.name === name ? known.answer : undefined;
    }
    const entry: Entry = { name, answer: answer(), length: 0, done: false };
    this.#entries.set(key, entry);
    void entry.answer.then(text => {
      entry.done = true;
      entry.length = text.length;
      this.#length += text.length;
      this.#forgetOldest();
    });
    return entry.answer;
  }

  /** Keeps no answer that was given; commands that still run are known. */
  forget(): void {
    for (const [key, entry] of this.#entries) if (entry.done) this.#entries.delete(key);
    this.#length = 0;
  }

  #forgetOldest(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= this.#limits.maxResults && this.#length <= this.#limits.maxLength) return;
      // A running command is never forgotten: its second arrival must find it.
      if (!entry.done) continue;
      this.#entries.delete(key);
      this.#length -= entry.length;
    }
  }
}
