/** A stream that is read before anybody can use it: a model works on its prompt while the place of its answer is written to disk. */

export class HeadStart<T> implements AsyncIterable<T> {
  private readonly iterator: AsyncIterator<T>;
  private readonly goesOn: (item: T) => boolean;
  private readonly early: T[] = [];
  /** The read that is under way, or has ended or failed; absent once early reading is over. */
  private pending: Promise<IteratorResult<T>> | undefined;
  private readonly reading: Promise<void>;
  private isTaken = false;
  private ended = false;

  /**
   * Begins to read at once, up to the first item after which `goesOn` is false. Whoever gives up without reading the
   * rest must abort what it comes from.
   */
  constructor(source: AsyncIterable<T>, goesOn: (item: T) => boolean) {
    this.iterator = source[Symbol.asyncIterator]();
    this.goesOn = goesOn;
    this.pending = this.iterator.next();
    this.reading = this.readEarly().catch(() => {
      // The fault stays in `pending`, and is met there by whoever reads on.
    });
  }

  /** Resolves when early reading is over, or after two rounds of events: a request is on its way by then. */
  async begun(): Promise<void> {
    await Promise.race([this.reading, nextRound().then(nextRound)]);
  }

  /** Whether all of it has been read already, to its regular end. */
  get isWhole(): boolean {
    return this.ended;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    this.isTaken = true;
    try {
      yield* this.early;
      for (
        let next = await (this.pending ?? this.iterator.next());
        !next.done;
        next = await this.iterator.next()
      )
        yield next.value;
    } finally {
      await this.iterator.return?.();
    }
  }

  private async readEarly(): Promise<void> {
    while (this.pending !== undefined) {
      const next = await this.pending;
      if (this.isTaken) return;
      if (next.done === true) {
        this.ended = true;
        return;
      }
      this.early.push(next.value);
      this.pending = this.goesOn(next.value) ? this.iterator.next() : undefined;
    }
  }
}

const nextRound = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
