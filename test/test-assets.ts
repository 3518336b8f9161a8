/** Where tests find the shared assets (models, recordings, speech): `JARVIS_TEST_ASSETS`, else the folder `shared` beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const root = resolve(repository, process.env.JARVIS_TEST_ASSETS ?? '../shared');

/** The path of an asset, such as `models/tts/piper-format-fr`. */
export const assetPath = (name: string): string => resolve(root, name);

/** True when all are there; else says once, loudly, what is missing and that its tests are skipped. */
export function haveAssets(...names: readonly string[]): boolean {
  const missing = names.filter(name => !existsSync(assetPath(name)));
  if (missing.length > 0) {
    console.warn(`SKIPPED: tests need ${missing.join(', ')} under ${root} (set JARVIS_TEST_ASSETS)`);
  }
  return missing.length === 0;
}

/** The samples of a 16-bit mono WAV file and its rate. */
export function readWav(path: string): { samples: Int16Array; sampleRateHz: number } {
  const bytes = readFileSync(path);
  let at = 12;
  let sampleRateHz = 0;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (name === 'fmt ') sampleRateHz = bytes.readUInt32LE(at + 12);
    if (name === 'data') {
      const sound = Uint8Array.from(bytes.subarray(at + 8, at + 8 + length));
      return { samples: new Int16Array(sound.buffer, 0, sound.length >> 1), sampleRateHz };
    }
    at += 8 + length + (length % 2);
  }
  throw new Error(`no sound in ${path}`);
}

/** 16-bit mono sound as the bytes of a WAV file. */
export function wavBytes(samples: Int16Array, sampleRateHz: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}
