/** The queue of models that the person ordered: one after the other, kept over a restart, paused and given up by order. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Catalogue, CatalogueModel } from '../../domain/catalogue.ts';
import { asJarvisError, type JarvisError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import {
  type DownloadLimits,
  downloadModel,
  removeStaging,
  stagedBytes,
  usualLimits,
} from './download-model.ts';
import type { InstalledModels } from './installed-models.ts';
import { TransferSpeed } from './transfer-speed.ts';

export interface DownloadProgress {
  readonly id: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond?: number;
  readonly secondsLeft?: number;
}

export interface DownloadStatus {
  readonly state: 'waiting' | 'downloading' | 'checking' | 'paused' | 'failed';
  readonly doneBytes: number;
  readonly totalBytes?: number;
  readonly error?: JarvisError;
}

export interface ModelDownloadsOptions {
  readonly catalogue: Catalogue;
  readonly installed: InstalledModels;
  /** Folder of what is not whole yet; on the disk of the models. */
  readonly staging: string;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly limits?: Partial<DownloadLimits>;
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly onChanged: () => void;
  readonly onProgress: (progress: DownloadProgress) => void;
  readonly onInstalled: (model: CatalogueModel) => Promise<void>;
}

interface Order {
  readonly model: CatalogueModel;
  status: DownloadStatus;
  stop?: AbortController;
  /** Settles when its work is over, however it ended. */
  work?: Promise<void>;
}

const kept = z.array(z.object({ id: z.string(), isPaused: z.boolean() }));
const progressEveryMs = 250;

export class ModelDownloads {
  private readonly options: ModelDownloadsOptions;
  private readonly orders = new Map<string, Order>();
  /** What was given up and is not gone yet: nothing else is begun, lest it be taken away with it. */
  private readonly leaving = new Set<Promise<void>>();
  private speedBytesPerSecond: number | undefined;
  private isClosed = false;

  constructor(options: ModelDownloadsOptions) {
    this.options = options;
  }

  /** Of the last download that took long enough to be measured. */
  get measuredSpeed(): number | undefined {
    return this.speedBytesPerSecond;
  }

  status(id: string): DownloadStatus | undefined {
    return this.orders.get(id)?.status;
  }

  /** Brings back what was ordered before the program ended; with `go` it goes on at once, else it waits paused. */
  async restore(go: boolean): Promise<void> {
    const { catalogue, staging } = this.options;
    const entries = await this.readQueue();
    await removeStaging(staging, new Set([...entries.map(({ id }) => id), queueFile]));
    for (const { id, isPaused } of entries) {
      const model = catalogue.models.find(one => one.id === id);
      if (model === undefined || this.orders.has(id)) continue;
      const doneBytes = await stagedBytes(model, join(staging, id));
      this.orders.set(id, { model, status: { state: isPaused || !go ? 'paused' : 'waiting', doneBytes } });
    }
    this.changed();
    this.next();
  }

  /** Orders these models, in this order; what waits or runs already stays where it is. */
  add(models: readonly CatalogueModel[]): void {
    for (const model of models) {
      const known = this.orders.get(model.id);
      if (known === undefined)
        this.orders.set(model.id, { model, status: { state: 'waiting', doneBytes: 0 } });
      else if (known.status.state === 'failed' || known.status.state === 'paused') this.wait(known);
    }
    this.keep();
    this.next();
  }

  pause(id: string): void {
    const order = this.orders.get(id);
    if (order === undefined || order.status.state === 'failed') return;
    const { doneBytes, totalBytes } = order.status;
    order.status = { state: 'paused', doneBytes, ...(totalBytes !== undefined && { totalBytes }) };
    order.stop?.abort();
    this.keep();
    this.next();
  }

  resume(id: string): void {
    const order = this.orders.get(id);
    if (order === undefined || !['paused', 'failed'].includes(order.status.state)) return;
    this.wait(order);
    this.keep();
    this.next();
  }

  /** Gives it up and removes what came of it. */
  async cancel(id: string): Promise<void> {
    const order = this.orders.get(id);
    if (order === undefined) return;
    this.orders.delete(id);
    order.stop?.abort();
    const gone = this.remove(id, order);
    this.leaving.add(gone);
    try {
      await gone;
    } finally {
      this.leaving.delete(gone);
      this.keep();
      this.next();
    }
  }

  private async remove(id: string, order: Order): Promise<void> {
    await order.work;
    await rm(join(this.options.staging, id), { recursive: true, force: true });
  }

  /** Stops everything; what was ordered is known to the next start. */
  async close(): Promise<void> {
    this.isClosed = true;
    const works = [...this.orders.values()].map(order => {
      order.stop?.abort();
      return order.work;
    });
    // What could not be taken away is told to whoever gave it up.
    await Promise.allSettled([...works, ...this.leaving]);
  }

  private wait(order: Order): void {
    order.status = { state: 'waiting', doneBytes: order.status.doneBytes };
  }

  /** Starts the first order that waits, unless one runs. */
  private next(): void {
    if (this.isClosed || this.leaving.size > 0) return;
    if ([...this.orders.values()].some(order => order.work !== undefined)) return;
    const order = [...this.orders.values()].find(({ status }) => status.state === 'waiting');
    if (order === undefined) return;
    order.stop = new AbortController();
    order.work = this.run(order, order.stop.signal).finally(() => {
      delete order.work;
      this.next();
    });
  }

  private async run(order: Order, signal: AbortSignal): Promise<void> {
    const { model } = order;
    try {
      await this.download(order, signal);
      this.orders.delete(model.id);
      await this.options.onInstalled(model);
    } catch (error) {
      // Paused, cancelled or closing: who stopped it has said what it is now.
      if (!signal.aborted) {
        const { doneBytes, totalBytes } = order.status;
        order.status = {
          state: 'failed',
          doneBytes,
          ...(totalBytes !== undefined && { totalBytes }),
          error: asJarvisError(error),
        };
      }
    }
    this.keep();
  }

  private async download(order: Order, signal: AbortSignal): Promise<void> {
    const { clock, env, staging, installed, limits, freeBytes } = this.options;
    const speed = new TransferSpeed();
    let toldAtMs = Number.NEGATIVE_INFINITY;
    order.status = { ...order.status, state: 'downloading' };
    this.options.onChanged();
    await downloadModel(order.model, {
      ...usualLimits,
      ...limits,
      ...{ signal, clock, env, installed },
      ...(freeBytes && { freeBytes }),
      staging: join(staging, order.model.id),
      onChecking: () => this.checking(order, signal),
      onProgress: (doneBytes, totalBytes) => {
        if (signal.aborted) return;
        const nowMs = clock.monotonicMs();
        speed.note(nowMs, doneBytes);
        order.status = { state: 'downloading', doneBytes, totalBytes };
        if (nowMs - toldAtMs < progressEveryMs && doneBytes < totalBytes) return;
        toldAtMs = nowMs;
        this.tell(order.model.id, doneBytes, totalBytes, speed.bytesPerSecond());
      },
    });
  }

  private checking(order: Order, signal: AbortSignal): void {
    const { doneBytes, totalBytes = 0 } = order.status;
    if (signal.aborted || doneBytes < totalBytes) return;
    order.status = { state: 'checking', doneBytes, totalBytes };
    this.options.onChanged();
  }

  private tell(id: string, doneBytes: number, totalBytes: number, speed: number | undefined): void {
    if (speed !== undefined && speed > 0) this.speedBytesPerSecond = speed;
    this.options.onProgress({
      ...{ id, doneBytes, totalBytes },
      ...(speed !== undefined && { bytesPerSecond: speed }),
      ...(speed && { secondsLeft: (totalBytes - doneBytes) / speed }),
    });
  }

  private keep(): void {
    const orders = [...this.orders.values()].map(({ model, status }) => ({
      id: model.id,
      isPaused: status.state === 'paused' || status.state === 'failed',
    }));
    const path = join(this.options.staging, queueFile);
    // The disk may be the very reason why it failed; the order is then known until the program ends.
    try {
      writeFileAtomically(path, JSON.stringify(orders), { durable: false });
    } catch (error) {
      if (!isOfDisk(error)) throw error;
    }
    this.changed();
  }

  private changed(): void {
    if (!this.isClosed) this.options.onChanged();
  }

  private async readQueue(): Promise<z.output<typeof kept>> {
    try {
      return kept.parse(JSON.parse(await readFile(join(this.options.staging, queueFile), 'utf8')));
    } catch {
      // Nothing was ordered, or a power cut spoilt the list: the person orders again.
      return [];
    }
  }
}

const queueFile = 'queue.json';

const isOfDisk = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
