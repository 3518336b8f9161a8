/** An answer that is read as it comes, before anybody can use it: a model works while its question is written to disk, or is still being said. */
import type { AnswerPart } from './answer-part.ts';

export class EarlyAnswer implements AsyncIterable<AnswerPart> {
  private readonly source: (signal: AbortSignal) => AsyncIterable<AnswerPart>;
  private readonly stopper = new AbortController();
  private readonly parts: AnswerPart[] = [];
  private end: { readonly error?: unknown } | undefined;
  private changed = Promise.withResolvers<void>();
  private reading: Promise<void> | undefined;
  private hear: ((words: string) => void) | undefined;
  private hearEnd: (() => void) | undefined;

  /** Nothing is read before `begin`. `source` must end once its signal is aborted. */
  constructor(source: (signal: AbortSignal) => AsyncIterable<AnswerPart>) {
    this.source = source;
    this.signal.addEventListener('abort', () => this.wake(), { once: true });
  }

  get signal(): AbortSignal {
    return this.stopper.signal;
  }

  /** Begins to read, once. */
  begin(): void {
    this.reading ??= this.read();
  }

  /** Stops whoever answers; no word is told any more. */
  stop(): void {
    this.stopper.abort();
  }

  /**
   * `hear` gets the words read so far in one piece, and then each that follows; `hearEnd` is told when they are all. The first
   * one to listen stays.
   */
  tell(hear: (words: string) => void, hearEnd?: () => void): void {
    if (this.hear !== undefined) return;
    this.hear = hear;
    this.hearEnd = hearEnd;
    const words = this.words;
    if (words !== '') hear(words);
    if (this.end !== undefined && this.end.error === undefined) hearEnd?.();
  }

  /** What was said so far. */
  get words(): string {
    return this.parts.map(part => (part.kind === 'text' ? part.text : '')).join('');
  }

  /** Two rounds of events: over a connection that is open, or near, a request is on its way by then. */
  async underway(): Promise<void> {
    this.begin();
    for (let round = 0; round < 2 && this.end === undefined; round += 1) await nextRound();
  }

  /** Whether all of it is there at once, to its regular end, as a skill's. A model's is not waited for. */
  async isWhole(): Promise<boolean> {
    this.begin();
    const late = nextRound()
      .then(nextRound)
      .then(() => true);
    for (let isLate = false; !isLate; ) {
      const by = this.parts.findLast(part => part.kind === 'by')?.answeredBy.kind;
      const isQuick = by !== undefined && by !== 'model';
      if (this.end !== undefined) return isQuick && this.end.error === undefined;
      if (!isQuick && this.parts.length > 0) return false;
      isLate = await Promise.race([this.changed.promise.then(() => false), late]);
    }
    return false;
  }

  /** The parts from the first one on, those read already included. Throws as the source does, or the reason of a stop. */
  async *[Symbol.asyncIterator](): AsyncGenerator<AnswerPart> {
    this.begin();
    for (let at = 0; ; ) {
      this.signal.throwIfAborted();
      const part = this.parts[at];
      if (part !== undefined) {
        at += 1;
        yield part;
      } else if (this.end === undefined) await this.changed.promise;
      else if (this.end.error === undefined) return;
      else throw this.end.error;
    }
  }

  private async read(): Promise<void> {
    try {
      for await (const part of this.source(this.signal)) {
        // Several parts come at once: a stop between two of them holds the rest back.
        this.signal.throwIfAborted();
        this.parts.push(part);
        if (part.kind === 'text') this.hear?.(part.text);
        this.wake();
      }
      this.end = {};
      this.hearEnd?.();
    } catch (error) {
      // Met again by whoever reads the parts.
      this.end = { error: error ?? new Error('the answer failed') };
    }
    this.wake();
  }

  private wake(): void {
    this.changed.resolve();
    this.changed = Promise.withResolvers();
  }
}

/** The next round of events. */
export const nextRound = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
