/** Reads an export file in a thread of its own, so that nobody waits for it, and gives out its parts as they are wanted. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ReadExport } from '../api/imports.ts';
import { JarvisError } from '../domain/errors.ts';
import type { ImportPart } from '../ports/memory-store.ts';

/** What the thread says: first how much there is, then one answer to each request. */
export type FromReader =
  | { readonly messages: number }
  | { readonly part: ImportPart }
  | { readonly done: true }
  | { readonly failure: Pick<JarvisError, 'code' | 'params'> };

/** The largest file takes about half of it. */
const heapMiB = 2048;

/** Throws `import.malformed`, `import.too-large` or, once `signal` is aborted, `import.cancelled`. */
export async function readExport(text: string, signal: AbortSignal): Promise<ReadExport> {
  const reader = new ExportReader(text, signal);
  try {
    const found = await reader.answer();
    if (!('messages' in found)) throw new JarvisError('host.unexpected');
    return { messages: found.messages, parts: reader.parts(), close: () => reader.close() };
  } catch (error) {
    reader.close();
    throw error;
  }
}

class ExportReader {
  readonly #signal: AbortSignal;
  readonly #worker: Worker;
  readonly #close = (): void => this.close();
  #fault: unknown;
  #hasEnded = false;

  constructor(text: string, signal: AbortSignal) {
    this.#signal = signal;
    this.#worker = new Worker(workerPath(), {
      workerData: text,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    });
    this.#worker.on('error', error => {
      this.#fault = error;
    });
    this.#worker.on('exit', () => {
      this.#hasEnded = true;
    });
    signal.addEventListener('abort', this.#close);
    if (signal.aborted) this.close();
  }

  async *parts(): AsyncGenerator<ImportPart> {
    for (;;) {
      this.#worker.postMessage('next');
      const found = await this.answer();
      if ('done' in found) return;
      if ('part' in found) yield found.part;
    }
  }

  answer(): Promise<FromReader> {
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

  close(): void {
    this.#signal.removeEventListener('abort', this.#close);
    void this.#worker.terminate();
  }

  /** Why the thread ended before it had said everything. */
  #error(): JarvisError {
    if (this.#signal.aborted) return new JarvisError('import.cancelled');
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
  const name = import.meta.url.endsWith('.ts') ? 'read-export-worker.ts' : 'read-export-worker.js';
  return fileURLToPath(new URL(name, import.meta.url));
}
