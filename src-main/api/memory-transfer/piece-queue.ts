/** Pieces of a file on their way from a client that sends them to a reader that takes them; a fast client waits. */

/** Pieces that may wait: the reader need not pause for the client's next. */
const roomFor = 4;

export class PieceQueue implements AsyncIterable<string> {
  readonly #waiting: string[] = [];
  #hasEnded = false;
  #fault: { readonly error: unknown } | undefined;
  #wakeReader: () => void = () => undefined;
  #wakeWriters: (() => void)[] = [];

  /** Resolved when there is room for the next piece, or nobody reads any more. */
  async add(piece: string): Promise<void> {
    this.#waiting.push(piece);
    this.#wakeReader();
    while (this.#waiting.length > roomFor && !this.#hasEnded && this.#fault === undefined) {
      await new Promise<void>(resolve => this.#wakeWriters.push(resolve));
    }
  }

  /** No more pieces come. */
  end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  /** The reader gets this error in place of the next piece. */
  fail(error: unknown): void {
    this.#fault ??= { error };
    this.#waiting.length = 0;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      if (this.#fault) throw this.#fault.error;
      const piece = this.#waiting.shift();
      this.#letWrite();
      if (piece !== undefined) yield piece;
      else if (this.#hasEnded) return;
      else
        await new Promise<void>(resolve => {
          this.#wakeReader = resolve;
        });
    }
  }

  #wake(): void {
    this.#wakeReader();
    this.#letWrite();
  }

  #letWrite(): void {
    for (const wake of this.#wakeWriters.splice(0)) wake();
  }
}
