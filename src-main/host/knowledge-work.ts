/** Keeps the index in step with the person's files, one document after the other, while nobody waits for an answer. */

import { listFiles } from '../adapters/document/list-files.ts';
import { type FolderWatch, watchFolders } from '../adapters/document/watch-folders.ts';
import { JarvisError } from '../domain/errors.ts';
import type { KnowledgeSource } from '../domain/knowledge.ts';
import type { DocumentSource } from '../ports/document-reader.ts';
import { type ReadingPorts, readIntoIndex } from './knowledge-reading.ts';

export interface KnowledgeWorkOptions extends Omit<ReadingPorts, 'turn'> {
  /** A turn runs. */
  readonly isBusy: () => boolean;
  /** Something is another than it was; may be called often. */
  readonly onChanged: () => void;
  readonly onError: (error: unknown) => void;
}

/** Programs write a file in several steps. */
const settleMs = 400;
/** For drives that tell nothing of their changes. */
const lookAgainMs = 10 * 60_000;
const busyCheckMs = 25;
/** A fault of ours, as a full disk, is not met again at once. */
const afterFaultMs = 30_000;

export class KnowledgeWork {
  readonly #options: KnowledgeWorkOptions;
  readonly #stopper = new AbortController();
  readonly #dirty = new Set<string>();
  readonly #watches = new Map<string, FolderWatch>();
  readonly #timers = new Set<() => void>();
  #pausing = new AbortController();
  #line: Promise<void> = Promise.resolve();
  #isQueued = false;
  #needsSettling = true;
  #lookedAt: string | undefined;
  reading: string | undefined;

  constructor(options: KnowledgeWorkOptions) {
    this.#options = options;
  }

  get isLooking(): boolean {
    return this.#dirty.size > 0 || this.#lookedAt !== undefined;
  }

  get isPaused(): boolean {
    return this.#pausing.signal.aborted;
  }

  /** Looks at every source, now and from time to time. */
  async start(): Promise<void> {
    const { store, embedder } = this.#options;
    await store.keepModel(embedder.model);
    for (const { id, kind } of await store.sources()) if (kind !== 'uploaded') this.#dirty.add(id);
    this.#wake();
    const again = async (): Promise<void> => {
      for (const { id, kind } of await store.sources()) if (kind !== 'uploaded') this.#dirty.add(id);
      this.#wake();
      this.#after(lookAgainMs, () => void again().catch(this.#options.onError));
    };
    this.#after(lookAgainMs, () => void again().catch(this.#options.onError));
  }

  /** There is a new source, or this one may have changed. */
  look(sourceId: string): void {
    this.#dirty.add(sourceId);
    this.#wake();
  }

  /** Its documents are gone from the index; resolves when nothing is left of them. */
  async removed(sourceId: string): Promise<void> {
    this.#watches.get(sourceId)?.close();
    this.#watches.delete(sourceId);
    this.#dirty.delete(sourceId);
    await this.#inLine(() => this.#settle());
  }

  /** Reads what lies on no disk; resolves when it is done. */
  async readContent(documentId: string, source: DocumentSource, signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.#stopper.signal]);
    await this.#inLine(async () => {
      either.throwIfAborted();
      await readIntoIndex({ id: documentId }, source, this.#ports(), either);
    });
  }

  /** What is being read is given up and read again later. */
  pause(): void {
    this.#pausing.abort();
  }

  resume(): void {
    if (this.isPaused) this.#pausing = new AbortController();
    this.#wake();
  }

  async close(): Promise<void> {
    this.#stopper.abort();
    for (const cancel of this.#timers) cancel();
    for (const watch of this.#watches.values()) watch.close();
    await this.#line;
    await this.#options.reader.close();
  }

  #ports(): ReadingPorts {
    return { ...this.#options, turn: signal => this.#turn(signal) };
  }

  /** Work stands in one line; a fault of one piece is not that of the next. */
  #inLine(work: () => Promise<void>): Promise<void> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => undefined);
    return done;
  }

  #wake(): void {
    if (this.#isQueued || this.isPaused || this.#stopper.signal.aborted) return;
    this.#isQueued = true;
    this.#inLine(() => {
      this.#isQueued = false;
      return this.#step();
    }).catch(error => {
      if (this.#stopper.signal.aborted || this.isPaused) return;
      this.#options.onError(error);
      this.#after(afterFaultMs, () => this.#wake());
    });
  }

  /** One source or one document; then whoever else stands in line. */
  async #step(): Promise<void> {
    const signal = AbortSignal.any([this.#stopper.signal, this.#pausing.signal]);
    if (signal.aborted) return;
    await this.#turn(signal);
    const [sourceId] = this.#dirty;
    if (sourceId !== undefined) {
      await this.#lookAtNext(sourceId, signal);
      return this.#wake();
    }
    const next = await this.#options.store.nextWaiting();
    if (next === undefined) return this.#rest();
    try {
      this.reading = next.name;
      this.#needsSettling = true;
      this.#options.onChanged();
      // What is in memory follows each passage from here on: nobody's question has to wait for it.
      await this.#options.store.prepare(this.#options.embedder.model);
      await readIntoIndex(next, { path: next.path }, this.#ports(), signal);
    } catch (error) {
      // Its folder was taken away in the middle.
      if (!(error instanceof JarvisError) || error.code !== 'input.not-found') throw error;
    } finally {
      this.reading = undefined;
      this.#options.onChanged();
    }
    this.#wake();
  }

  async #rest(): Promise<void> {
    if (this.#needsSettling) await this.#settle();
    await this.#options.store.prepare(this.#options.embedder.model);
    this.#options.onChanged();
  }

  async #settle(): Promise<void> {
    await this.#options.store.settle();
    this.#needsSettling = false;
  }

  /** What changes in the meantime is looked at again. */
  async #lookAtNext(sourceId: string, signal: AbortSignal): Promise<void> {
    this.#dirty.delete(sourceId);
    this.#lookedAt = sourceId;
    try {
      await this.#lookAt(sourceId, signal);
    } catch (error) {
      this.#dirty.add(sourceId);
      throw error;
    } finally {
      this.#lookedAt = undefined;
      this.#options.onChanged();
    }
  }

  async #lookAt(sourceId: string, signal: AbortSignal): Promise<void> {
    const { store, onChanged } = this.#options;
    const source = (await store.sources()).find(({ id }) => id === sourceId);
    if (source === undefined) return;
    const found = await listFiles(source, signal);
    if (found === undefined) return;
    this.#watch(source, found.folders);
    if (!(await store.setFiles(source.id, found.files))) return;
    this.#needsSettling = true;
    onChanged();
  }

  /** Anew each time: there may be other folders. */
  #watch(source: KnowledgeSource, folders: readonly string[]): void {
    this.#watches.get(source.id)?.close();
    let cancel = (): void => undefined;
    const changed = (): void => {
      cancel();
      cancel = this.#after(settleMs, () => this.look(source.id));
    };
    this.#watches.set(source.id, watchFolders({ path: source.path, folders }, changed));
  }

  /** Lets everything else have its turn, and turns all the time they take. */
  async #turn(signal: AbortSignal): Promise<void> {
    await new Promise<void>(resolve => setImmediate(resolve));
    while (this.#options.isBusy() && !signal.aborted) await this.#pause(signal);
    signal.throwIfAborted();
  }

  #pause(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.#after(busyCheckMs, () => {
        signal.removeEventListener('abort', ended);
        resolve();
      });
      const ended = (): void => {
        cancel();
        resolve();
      };
      signal.addEventListener('abort', ended, { once: true });
    });
  }

  #after(delayMs: number, action: () => void): () => void {
    // Closed while it was still starting: a timer that is set now would keep the program from ending.
    if (this.#stopper.signal.aborted) return () => undefined;
    const end = (): void => {
      cancel();
      this.#timers.delete(end);
    };
    const cancel = this.#options.clock.after(delayMs, () => {
      this.#timers.delete(end);
      action();
    });
    this.#timers.add(end);
    return end;
  }
}
