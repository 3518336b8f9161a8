/** Reads an export file in a thread of its own, so that nobody waits for it, and gives out its parts as they are wanted. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ExportReader, ReadExport } from '../api/imports.ts';
import { JarvisError } from '../domain/errors.ts';
import type { ImportPart } from '../ports/memory-store.ts';

/** What the thread hears: a piece of the text, that it was the last one, or that the next part is wanted. */
export type ToReader = { readonly text: string } | 'end' | 'next';

/** What it says: first how much there is, then one answer to each request. */
export type FromReader =
  | { readonly messages: number }
  | { readonly part: ImportPart }
  | { readonly done: true }
  | { readonly failure: Pick<JarvisError, 'code' | 'params'> };

/** The largest file takes about half of it. */
const heapMiB = 2048;

export const openExportReader = (): ExportReader => new ThreadReader();

class ThreadReader implements ExportReader {
  readonly #worker = new Worker(workerPath(), { resourceLimits: { maxOldGenerationSizeMb: heapMiB } });
  #fault: unknown;
  #hasEnded = false;
  #isClosed = false;

  constructor() {
    this.#worker.on('error', error => {
      this.#fault = error;
    });
    this.#worker.on('exit', () => {
      this.#hasEnded = true;
    });
  }

  add(text: string): void {
    this.#say({ text });
  }

  async read(): Promise<ReadExport> {
    this.#say('end');
    const found = await this.#answer();
    if (!('messages' in found)) throw new JarvisError('host.unexpected');
    return { messages: found.messages, parts: this.#parts() };
  }

  close(): void {
    this.#isClosed = true;
    void this.#worker.terminate();
  }

  #say(message: ToReader): void {
    this.#worker.postMessage(message);
  }

  async *#parts(): AsyncGenerator<ImportPart> {
    for (;;) {
      this.#say('next');
      const found = await this.#answer();
      if ('done' in found) return;
      if ('part' in found) yield found.part;
    }
  }

  #answer(): Promise<FromReader> {
    return new Promise((resolve, reject) => {
      if (this.#hasEnded) return reject(this.#error());
      const onExit = (): void => reject(this.#error());
      this.#worker.once('exit', onExit);
      this.#worker.once('message', (answer: FromReader) => {
        this.#worker.off('exit', onExit);
        if ('failure' in answer) reject(new JarvisError(answer.failure.code, answer.failure.params));
        else resolve(answer);
      });
    });
  }

  /** Why the thread ended before it had said everything. */
  #error(): JarvisError {
    if (this.#isClosed) return new JarvisError('import.cancelled');
    const fault = this.#fault;
    if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      const detail = { fr: 'sa lecture demande trop de mémoire', en: 'reading it takes too much memory' };
      return new JarvisError('import.malformed', { detail }, fault);
    }
    return new JarvisError('host.unexpected', {}, fault);
  }
}

/** Beside the built core, or as source when the core itself runs from source. */
function workerPath(): string {
  const name = import.meta.url.endsWith('.ts') ? 'read-export-worker.ts' : 'read-export-worker.cjs';
  return fileURLToPath(new URL(name, import.meta.url));
}
