/** Audio files decoded in a process of their own, one for each file: what a hostile file does, it does there. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JarvisError } from '../../domain/errors.ts';
import type { AudioFile, AudioFileSound, AudioFileSource, AudioFiles } from '../../ports/audio-files.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LaunchProgram } from '../../ports/program-launcher.ts';
import { createNativeProcess, launchOf, type NativeProcess } from '../process/native-process.ts';

const sampleRateHz = 16_000;
/** 5 s of sound at a time. */
const readSamples = 5 * sampleRateHz;
/** What is sent at once of a file that lies elsewhere. */
const feedBytes = 4 * 1024 * 1024;
/** A file that cannot be read from the disk is held in memory; 4 h of WAV at 16 kHz are 461 MB. */
const maxHeldBytes = 512 * 1000 * 1000;

/** @param options.program path of the decoding program; absent: the one of the sources. */
export function createProcessAudioFiles(options: {
  readonly clock: Clock;
  readonly program?: string;
  readonly launch?: LaunchProgram;
}): AudioFiles {
  const program =
    options.program ?? fileURLToPath(new URL('../../../native/audio-file-process/main.ts', import.meta.url));
  return {
    open: async (source, signal) => {
      const process = createNativeProcess({
        ...{ program, name: 'audio', clock: options.clock, ...launchOf(options) },
        diedCode: 'speech.bad-audio-file',
        failedCode: 'speech.bad-audio-file',
      });
      try {
        return await openFile(process, source, signal);
      } catch (error) {
        await process.stop();
        throw error;
      }
    },
  };
}

async function openFile(
  process: NativeProcess,
  source: AudioFileSource,
  signal: AbortSignal,
): Promise<AudioFile> {
  const path = 'path' in source ? resolve(source.path) : undefined;
  if ('bytes' in source) await feed(process, source, signal);
  const { result } = await process.request('open', { path }, { signal });
  const { format, expectedSeconds } = result as { format: string; expectedSeconds?: number };
  return {
    format,
    ...(expectedSeconds !== undefined && { durationMs: Math.round(expectedSeconds * 1000) }),
    sound: soundSignal => readSound(process, soundSignal),
    close: () => process.stop(),
  };
}

async function feed(
  process: NativeProcess,
  { bytes, totalBytes = 0 }: Extract<AudioFileSource, { bytes: unknown }>,
  signal: AbortSignal,
): Promise<void> {
  let held = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const check = (count: number): void => {
    if (count <= maxHeldBytes) return;
    throw new JarvisError('speech.audio-file-too-large', { megabytes: maxHeldBytes / 1_000_000 });
  };
  const send = async (): Promise<void> => {
    const payload = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    await process.request('feed', null, { payload, signal });
  };
  check(totalBytes);
  for await (const piece of bytes) {
    signal.throwIfAborted();
    held += piece.length;
    check(held);
    waiting.push(piece);
    waitingBytes += piece.length;
    if (waitingBytes >= feedBytes) await send();
  }
  if (waitingBytes > 0) await send();
}

async function* readSound(process: NativeProcess, signal: AbortSignal): AsyncGenerator<AudioFileSound> {
  let samplesRead = 0;
  for (;;) {
    const { result, payload } = await process.request('read', { length: readSamples }, { signal });
    const { share, isEnd, isCut } = result as { share: number; isEnd: boolean; isCut: boolean };
    const samples = new Int16Array(payload.buffer, payload.byteOffset, payload.byteLength >> 1);
    samplesRead += samples.length;
    if (samples.length > 0) yield { samples, share };
    if (isCut) throw new JarvisError('speech.audio-file-cut', { place: clockOf(samplesRead / sampleRateHz) });
    if (isEnd) return;
  }
}

/** `1:02:03` or `2:03`. */
function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
