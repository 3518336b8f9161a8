/** The imports on their way: their files come in pieces, are told of as they are brought in, and can be cancelled. */
import { type EventData, maxImportLength } from '../../src-preload/contract.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImportPart, MemoryStore } from '../ports/memory-store.ts';

/** What an export file holds, read and checked as a whole before the first part is given out. */
export interface ReadExport {
  readonly messages: number;
  readonly parts: AsyncIterable<ImportPart>;
}

/** Reads one export file beside everything else. */
export interface ExportReader {
  /** The next piece of its text. */
  add(text: string): void;
  /** Throws `import.malformed`, `import.too-large` or, once closed, `import.cancelled`. */
  read(): Promise<ReadExport>;
  close(): void;
}

export interface ImportsOptions {
  readonly clock: Pick<Clock, 'monotonicMs' | 'after'>;
  readonly progress: (progress: EventData<'import.progress'>) => void;
  readonly openReader: () => ExportReader;
}

interface Import {
  readonly reader: ExportReader;
  readonly cancel: AbortController;
  /** UTF-16 units of its text so far. */
  length: number;
  isRunning: boolean;
  stopWaiting: () => void;
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const progressEveryMs = 200;
/** Whoever began to send a file and says nothing for so long will not go on. */
const nextPieceWithinMs = 60_000;
/** Each keeps a thread. */
const maxAtOnce = 4;

export class Imports {
  readonly #options: ImportsOptions;
  readonly #open = new Map<string, Import>();

  constructor(options: ImportsOptions) {
    this.#options = options;
  }

  /**
   * The next piece of the file; `at`: how much of it came before. `id`: what the import can be cancelled by. Throws
   * `import.too-large`, or `input.invalid` for a piece that does not fit.
   */
  add(id: string, at: number, text: string): void {
    const known = this.#open.get(id);
    if (known?.isRunning || at !== (known?.length ?? 0)) throw misplaced(id);
    const one = known ?? this.#begin(id);
    one.stopWaiting();
    one.length += text.length;
    if (one.length > maxImportLength) {
      this.cancel(id);
      throw tooLarge(one.length);
    }
    one.reader.add(text);
    one.stopWaiting = this.#options.clock.after(nextPieceWithinMs, () => this.cancel(id));
  }

  /** Brings in what came before together with `text`, the last piece. */
  async run(
    id: string,
    text: string,
    memory: MemoryStore,
  ): Promise<{ conversations: number; messages: number }> {
    const one = this.#open.get(id) ?? this.#begin(id);
    if (one.isRunning) throw misplaced(id);
    one.isRunning = true;
    one.stopWaiting();
    try {
      one.reader.add(text);
      const { messages, parts } = await one.reader.read();
      return await memory.importConversations(parts, {
        signal: one.cancel.signal,
        progress: this.#progress(id, messages),
      });
    } finally {
      one.reader.close();
      this.#open.delete(id);
    }
  }

  /** One that has ended already is left as it is. */
  cancel(id: string): void {
    const one = this.#open.get(id);
    this.#open.delete(id);
    one?.stopWaiting();
    one?.cancel.abort();
    one?.reader.close();
  }

  #begin(id: string): Import {
    if (this.#open.size >= maxAtOnce) throw new JarvisError('input.rate', { limit: maxAtOnce });
    const one: Import = {
      reader: this.#options.openReader(),
      cancel: new AbortController(),
      length: 0,
      isRunning: false,
      stopWaiting: () => undefined,
    };
    this.#open.set(id, one);
    return one;
  }

  #progress(importId: string, totalMessages: number): (messages: number) => void {
    const { clock, progress } = this.#options;
    let toldMs = Number.NEGATIVE_INFINITY;
    return messages => {
      const nowMs = clock.monotonicMs();
      if (nowMs - toldMs < progressEveryMs) return;
      toldMs = nowMs;
      progress({ importId, messages, totalMessages });
    };
  }
}

const misplaced = (id: string): JarvisError => new JarvisError('input.invalid', { detail: `importId ${id}` });

function tooLarge(length: number): JarvisError {
  const megabytes = (units: number) => Math.ceil(units / 2 ** 20);
  return new JarvisError('import.too-large', { size: megabytes(length), limit: megabytes(maxImportLength) });
}
