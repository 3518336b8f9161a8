/** The core's end of a client's sound wire: its microphone's frames, beside its commands so that a busy page holds none up. */
import { decodeSoundBatch, encodeSoundReceipt } from '../../src-preload/sound-frames.ts';
import type { Wire } from '../../src-preload/wire.ts';

export interface SoundWireOptions {
  /** Whether the client is there: it has said hello over a wire of its own. */
  readonly isKnown: (clientId: string) => boolean;
  readonly onFrame: (clientId: string, bytes: Uint8Array) => void;
  /** Bytes that are no sound were sent. */
  readonly onRefused?: () => void;
}

/** Which sender of the client it is (a client that makes a new one counts from 0 again), and its last batch. */
interface Taken {
  readonly line: string;
  readonly number: number;
}

const maxBatchBytes = 1024 * 1024;
const maxClients = 256;

export interface SoundWireServer {
  serve(wire: Wire, from: { readonly clientId: string; readonly line: string }): void;
}

/** Every batch is answered with its number, once; what comes twice after a break of the wire is taken once. */
export function createSoundWireServer(options: SoundWireOptions): SoundWireServer {
  const taken = new Map<string, Taken>();

  function take(clientId: string, line: string, number: number, frames: readonly Uint8Array[]): void {
    const before = taken.get(clientId);
    if (before?.line === line && number <= before.number) return;
    // Newest last, so that the oldest client is the one forgotten.
    taken.delete(clientId);
    taken.set(clientId, { line, number });
    const [oldest] = taken.keys();
    if (taken.size > maxClients && oldest !== undefined) taken.delete(oldest);
    for (const frame of frames) options.onFrame(clientId, frame);
  }

  return {
    serve(wire, { clientId, line }) {
      const refuse = (): void => {
        options.onRefused?.();
        wire.close();
      };
      wire.onText = refuse;
      wire.onBytes = bytes => {
        const batch = bytes.byteLength > maxBatchBytes ? undefined : decodeSoundBatch(bytes);
        if (batch === undefined) return refuse();
        // Without a receipt the client keeps the sound and comes again, after its hello.
        if (!options.isKnown(clientId)) return wire.close();
        take(clientId, line, batch.number, batch.frames);
        wire.sendBytes(encodeSoundReceipt(batch.number));
      };
    },
  };
}
