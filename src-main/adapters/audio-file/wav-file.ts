/** Writes a WAV file while its sound is made; the file is there whole, or not at all. */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SpeechChunk } from '../../domain/audio.ts';
import { JarvisError } from '../../domain/errors.ts';
import { fileError } from '../files/file-error.ts';
import { wavHeader, wavHeaderBytes } from './wav-header.ts';

/**
 * Resolves with the sound's length in milliseconds. Throws `store.read-only`, `store.disk-full`, and what `sound` throws;
 * a file of that name is untouched then.
 */
export async function writeWavFile(path: string, sound: AsyncIterable<SpeechChunk>): Promise<number> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = await open(temporary, 'w', 0o600).catch(asFileError(path));
  try {
    const durationMs = await writeSound(file, sound, path);
    await file.close();
    await rename(temporary, path).catch(asFileError(path));
    return durationMs;
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeSound(
  file: FileHandle,
  sound: AsyncIterable<SpeechChunk>,
  path: string,
): Promise<number> {
  let rateHz: number | undefined;
  let bytes = 0;
  await file.write(new Uint8Array(wavHeaderBytes)).catch(asFileError(path));
  for await (const { samples, sampleRateHz } of sound) {
    rateHz ??= sampleRateHz;
    if (sampleRateHz !== rateHz) {
      throw new JarvisError('speech.engine-failed', { detail: `${rateHz} Hz, ${sampleRateHz} Hz` });
    }
    await file
      .writeFile(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
      .catch(asFileError(path));
    bytes += samples.byteLength;
  }
  if (rateHz === undefined) throw new JarvisError('input.empty');
  await file.write(wavHeader(bytes, rateHz), 0, wavHeaderBytes, 0).catch(asFileError(path));
  return Math.round((bytes / 2 / rateHz) * 1000);
}

const asFileError =
  (path: string) =>
  (error: unknown): never => {
    throw fileError(error, path);
  };
