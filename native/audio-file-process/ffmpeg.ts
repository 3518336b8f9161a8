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
    const decoder = await open(wasm, file);
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
