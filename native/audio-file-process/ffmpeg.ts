/** FFmpeg's AAC decoder, compiled to WebAssembly for browsers and given here what it expects of one. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { getAudioDecoder } from '@martel/audio-file-decoder';
import { badFile } from './decoding.ts';

interface Library {
  readonly wasm: string;
  readonly open: typeof getAudioDecoder;
}

let library: Promise<Library> | undefined;

/** Mono sound of AAC frames with ADTS heads. Throws `speech.bad-audio-file`. */
export async function decodeAdts(
  frames: Uint8Array,
): Promise<{ samples: Float32Array; sampleRateHz: number }> {
  library ??= load();
  const { wasm, open } = await library;
  const file = Uint8Array.from(frames).buffer;
  try {
    const decoder = await withoutListeners(() => open(wasm, file));
    try {
      return { samples: decoder.decodeAudioData(0, -1), sampleRateHz: decoder.sampleRate };
    } finally {
      decoder.dispose();
    }
  } catch (error) {
    throw badFile('AAC', error);
  }
}

/**
 * Each decoder registers for faults of the whole process, which would hold its memory for good and take a fault in any part
 * for one of its own.
 */
async function withoutListeners<T>(work: () => Promise<T>): Promise<T> {
  const faults = ['uncaughtException', 'unhandledRejection'] as const;
  const before = faults.map(name => new Set(process.rawListeners(name)));
  try {
    return await work();
  } finally {
    for (const [i, name] of faults.entries()) {
      for (const listener of process.rawListeners(name)) {
        if (!before[i]?.has(listener)) process.off(name, listener as (fault: unknown) => void);
      }
    }
  }
}

/**
 * The library takes Node for a program of one CommonJS file: it looks for `require` and `__dirname`, and reads its WebAssembly
 * from the disk only where streams cannot be compiled. This process is its own, so nothing else sees what is set here.
 */
async function load(): Promise<Library> {
  const require = createRequire(import.meta.url);
  const wasm = require.resolve('@martel/audio-file-decoder/decode-audio.wasm');
  Object.assign(globalThis, { require, __dirname: dirname(wasm) });
  Reflect.deleteProperty(WebAssembly, 'instantiateStreaming');
  const { getAudioDecoder: open } = await import('@martel/audio-file-decoder');
  return { wasm, open };
}
