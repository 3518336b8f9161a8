/** The imports of memories on their way: files come in pieces, are read as they come, and can be cancelled. */
import type { EventData } from '../../src-preload/contract.ts';
import { maxMemoryImportLength } from '../../src-preload/memory-contract.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Brain } from '../memory/brain.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryImportCounts } from '../ports/memory-records.ts';
import { PieceQueue } from './memory-transfer/piece-queue.ts';
import { readMemories } from './memory-transfer/read-memories.ts';

export interface MemoryImportsOptions {
  readonly clock: Pick<Clock, 'nowMs' | 'monotonicMs' | 'after'>;
  readonly progress: (progress: EventData<'memory.importProgress'>) => void;
}

interface Import {
  readonly pieces: PieceQueue;
  readonly cancel: AbortController;
  /** Settles when everything is in, or nothing. */
  readonly done: Promise<MemoryImportCounts>;
  /** UTF-16 units of its text so far. */
  length: number;
  isWhole: boolean;
  stopWaiting: () => void;
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const progressEveryMs = 200;
/** Whoever began to send a file and says nothing for so long will not go on. */
const nextPieceWithinMs = 60_000;
const maxAtOnce = 4;

export class MemoryImports {
  readonly #options: MemoryImportsOptions;
  readonly #open = new Map<string, Import>();

  constructor(options: MemoryImportsOptions) {
    this.#options = options;
  }

  /** The next piece of the file; resolved when there is room for one more. Rejects with what is wrong with it so far. */
  async add(id: string, at: number, text: string, brain: Brain): Promise<void> {
    const one = this.#take(id, at, text, brain);
    one.stopWaiting = this.#options.clock.after(nextPieceWithinMs, () => this.cancel(id));
    // A file that is wrong is refused at once, not when all of it has come.
    await Promise.race([one.done, one.pieces.add(text)]);
  }

  /** The last piece: resolved when everything is in. */
  async finish(id: string, at: number, text: string, brain: Brain): Promise<MemoryImportCounts> {
    const one = this.#take(id, at, text, brain);
    one.isWhole = true;
    void one.pieces.add(text);
    one.pieces.end();
    try {
      return await one.done;
    } finally {
      this.#open.delete(id);
    }
  }

  /** One that has ended already is left as it is. */
  cancel(id: string): void {
    const one = this.#open.get(id);
    this.#open.delete(id);
    one?.stopWaiting();
    one?.cancel.abort();
    one?.pieces.fail(new JarvisError('import.cancelled'));
  }

  #take(id: string, at: number, text: string, brain: Brain): Import {
    const known = this.#open.get(id);
    if (known?.isWhole || at !== (known?.length ?? 0))
      throw new JarvisError('input.invalid', { detail: `importId ${id}` });
    const one = known ?? this.#begin(id, brain);
    one.stopWaiting();
    one.length += text.length;
    if (one.length <= maxMemoryImportLength) return one;
    this.cancel(id);
    const megabytes = (units: number) => Math.ceil(units / 2 ** 20);
    throw new JarvisError('import.too-large', {
      size: megabytes(one.length),
      limit: megabytes(maxMemoryImportLength),
    });
  }

  #begin(id: string, brain: Brain): Import {
    if (this.#open.size >= maxAtOnce) throw new JarvisError('input.rate', { limit: maxAtOnce });
    const pieces = new PieceQueue();
    const cancel = new AbortController();
    const records = readMemories(pieces, this.#options.clock.nowMs());
    const done = brain.importMemories(records, { signal: cancel.signal, progress: this.#progress(id) });
    const one: Import = { pieces, cancel, done, length: 0, isWhole: false, stopWaiting: () => undefined };
    // Told to whoever sends the next piece; when nobody does, the wait for it ends.
    done.catch((error: unknown) => pieces.fail(error));
    this.#open.set(id, one);
    return one;
  }

  #progress(importId: string): (records: number) => void {
    const { clock, progress } = this.#options;
    let toldMs = Number.NEGATIVE_INFINITY;
    return records => {
      const nowMs = clock.monotonicMs();
      if (nowMs - toldMs < progressEveryMs) return;
      toldMs = nowMs;
      progress({ importId, records, readLength: this.#open.get(importId)?.length ?? 0 });
    };
  }
}
