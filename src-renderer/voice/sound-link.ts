/** The page's end of the sound worker: orders to it, one capture after another, and what it reports. */
import type { SignalFault, SoundOrder, SoundReport } from './sound-orders.ts';

export interface SoundLink {
  order(order: SoundOrder, transfer?: Transferable[]): void;
  /** Begins with what was kept of the half second before. @returns the capture's number. */
  begin(): number;
  /** Resolves with the last frame's sequence (-1 for none) when the core has every frame; of a dropped one, when all is quiet. */
  finished(capture: number, how: 'finish' | 'drop'): Promise<number>;
  /** 0 to 1. */
  level(): number;
  close(): void;
}

export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage'>;

export function createSoundLink(options: {
  /** An address, or a port of the host. */
  readonly wire: string | MessagePort;
  readonly onFault: (fault: SignalFault) => void;
  readonly makeWorker?: () => WorkerLike;
}): SoundLink {
  const worker = (options.makeWorker ?? makeSoundWorker)();
  const waiting = new Map<number, (lastSequence: number) => void>();
  let level = 0;
  let captures = 0;

  const order = (given: SoundOrder, transfer: Transferable[] = []): void =>
    worker.postMessage(given, transfer);

  worker.onmessage = ({ data: report }: MessageEvent<SoundReport>) => {
    if (report.kind === 'level') level = report.level;
    else if (report.kind === 'fault') options.onFault(report.fault);
    else settle(report.capture, report.lastSequence);
  };
  order({ kind: 'wire', to: options.wire }, typeof options.wire === 'string' ? [] : [options.wire]);

  function settle(capture: number, lastSequence: number): void {
    waiting.get(capture)?.(lastSequence);
    waiting.delete(capture);
  }

  return {
    order,
    begin() {
      const capture = ++captures;
      order({ kind: 'begin', capture });
      return capture;
    },
    finished: (capture, how) =>
      new Promise(resolve => {
        waiting.set(capture, resolve);
        order({ kind: how, capture });
      }),
    level: () => level,
    close() {
      worker.terminate();
      for (const capture of [...waiting.keys()]) settle(capture, -1);
    },
  };
}

const makeSoundWorker = (): Worker =>
  new Worker(new URL('./sound-worker.ts', import.meta.url), { type: 'module', name: 'sound' });
