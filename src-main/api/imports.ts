/** The imports on their way: begun, told of as they go, cancelled. */
import type { EventData } from '../../src-preload/contract.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImportPart, MemoryStore } from '../ports/memory-store.ts';

/** What an export file holds, read and checked as a whole before the first part is given out. */
export interface ReadExport {
  readonly messages: number;
  readonly parts: AsyncIterable<ImportPart>;
  /** To be called when no more parts are wanted. */
  close(): void;
}

export interface ImportsOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly progress: (progress: EventData<'import.progress'>) => void;
  /** Throws `import.malformed`, `import.too-large` or, once the signal is aborted, `import.cancelled`. */
  readonly readExport: (text: string, signal: AbortSignal) => Promise<ReadExport>;
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const progressEveryMs = 200;

export class Imports {
  readonly #options: ImportsOptions;
  readonly #running = new Map<string, AbortController>();

  constructor(options: ImportsOptions) {
    this.#options = options;
  }

  /** `id`: what it can be cancelled by. */
  async run(
    id: string,
    text: string,
    memory: MemoryStore,
  ): Promise<{ conversations: number; messages: number }> {
    if (this.#running.has(id)) throw new JarvisError('input.invalid', { detail: `importId ${id}` });
    const cancel = new AbortController();
    this.#running.set(id, cancel);
    try {
      const { messages, parts, close } = await this.#options.readExport(text, cancel.signal);
      try {
        return await memory.importConversations(parts, {
          signal: cancel.signal,
          progress: this.#progress(id, messages),
        });
      } finally {
        close();
      }
    } finally {
      this.#running.delete(id);
    }
  }

  /** One that has ended already is left as it is. */
  cancel(id: string): void {
    this.#running.get(id)?.abort();
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
