/** Reads an audio file of any known format as 16 kHz mono, as much at a time as is asked for. */
import { RequestFailure } from '../frames.ts';
import { openAdts, openMp4 } from './aac-decoder.ts';
import type { ByteSource } from './byte-source.ts';
import { badFile, type DecodedSound, type Decoding } from './decoding.ts';
import { MonoResampler } from './mono-resampler.ts';
import { openOpus } from './opus-decoder.ts';
import { findFormat, type SoundFormat } from './sound-format.ts';
import { openFlac, openMp3, openVorbis } from './stream-decoders.ts';
import { openWav } from './wav-decoder.ts';

const readRateHz = 16_000;
const longestSeconds = 4 * 3600;
/** Lengths are rounded, and codecs add a little at both ends. */
const toleranceSeconds = 0.5;
const toleranceShare = 0.02;

const openers: Readonly<Record<SoundFormat, (source: ByteSource, from: number) => Promise<Decoding>>> = {
  wav: openWav,
  mp3: openMp3,
  flac: openFlac,
  vorbis: openVorbis,
  opus: openOpus,
  mp4: openMp4,
  adts: openAdts,
};

export interface ReadSound {
  readonly samples: Int16Array;
  /** How much of the file is behind us, 0 to 1. */
  readonly share: number;
  readonly isEnd: boolean;
  /** The file ended before its sound did; only at the end. */
  readonly isCut: boolean;
}

/** Throws `speech.empty-audio-file`, `speech.not-audio`, `speech.bad-audio-file`, `speech.audio-file-too-long`. */
export async function openSound(source: ByteSource): Promise<SoundReader> {
  if (source.size === 0) throw new RequestFailure('speech.empty-audio-file');
  const found = await findFormat(source);
  if (found === undefined) throw new RequestFailure('speech.not-audio');
  const decoding = await openers[found.format](source, found.from).catch(asBadFile);
  if ((decoding.expectedSeconds ?? 0) > longestSeconds + toleranceSeconds) throw tooLong();
  return new SoundReader(decoding);
}

export class SoundReader {
  readonly format: string;
  readonly expectedSeconds: number | undefined;
  private readonly decoding: Decoding;
  private readonly sound: AsyncGenerator<DecodedSound>;
  private resampler: { readonly rateHz: number; readonly of: MonoResampler } | undefined;
  private waiting: Int16Array[] = [];
  private waitingLength = 0;
  private samplesMade = 0;
  private share = 0;
  private isDone = false;

  constructor(decoding: Decoding) {
    this.decoding = decoding;
    this.format = decoding.format;
    this.expectedSeconds = decoding.expectedSeconds;
    this.sound = decoding.sound();
  }

  /** Throws as `openSound`, and the signal's reason. */
  async read(length: number, signal: AbortSignal): Promise<ReadSound> {
    while (this.waitingLength < length && !this.isDone) {
      signal.throwIfAborted();
      await this.decodeMore();
    }
    const samples = this.take(length);
    const isEnd = this.isDone && this.waitingLength === 0;
    return { samples, share: isEnd ? 1 : this.share, isEnd, isCut: isEnd && this.isCut() };
  }

  /** To be called when no more is wanted: decoders hold memory that is not JavaScript's. */
  async close(): Promise<void> {
    await this.sound.return(undefined);
  }

  private async decodeMore(): Promise<void> {
    const next = await this.sound.next().catch(asBadFile);
    if (next.done) {
      this.isDone = true;
      if (this.resampler) this.keep(this.resampler.of.end());
      if (this.samplesMade === 0) this.failEmpty();
      return;
    }
    const { channels, sampleRateHz, share } = next.value;
    this.share = share;
    this.keep(this.resamplerFor(sampleRateHz).push(channels));
    if (this.samplesMade > (longestSeconds + toleranceSeconds) * readRateHz) throw tooLong();
  }

  /** Files that were joined may change their rate in the middle. */
  private resamplerFor(rateHz: number): MonoResampler {
    if (this.resampler?.rateHz === rateHz) return this.resampler.of;
    if (!Number.isInteger(rateHz) || rateHz < 4_000 || rateHz > 768_000) throw badFile(`${rateHz} Hz`);
    if (this.resampler) this.keep(this.resampler.of.end());
    this.resampler = { rateHz, of: new MonoResampler(rateHz, readRateHz) };
    return this.resampler.of;
  }

  private keep(samples: Int16Array): void {
    if (samples.length === 0) return;
    this.waiting.push(samples);
    this.waitingLength += samples.length;
    this.samplesMade += samples.length;
  }

  private take(length: number): Int16Array {
    const taken = new Int16Array(Math.min(length, this.waitingLength));
    let done = 0;
    while (done < taken.length) {
      const [first = new Int16Array(0)] = this.waiting;
      const part = first.subarray(0, taken.length - done);
      taken.set(part, done);
      done += part.length;
      if (part.length === first.length) this.waiting.shift();
      else this.waiting[0] = first.subarray(part.length);
    }
    this.waitingLength -= taken.length;
    return taken;
  }

  private failEmpty(): never {
    if (this.expectedSeconds === 0) throw new RequestFailure('speech.empty-audio-file');
    throw badFile(this.format);
  }

  private isCut(): boolean {
    const expected = this.expectedSeconds ?? 0;
    const missing = expected - this.samplesMade / readRateHz;
    return this.decoding.isCut === true || missing > Math.max(toleranceSeconds, expected * toleranceShare);
  }
}

const tooLong = (): RequestFailure =>
  new RequestFailure('speech.audio-file-too-long', { hours: longestSeconds / 3600 });

/** What a decoder trips over is damage in the file. */
function asBadFile(error: unknown): never {
  if (error instanceof RequestFailure) throw error;
  throw badFile(error instanceof Error ? error.message.slice(0, 120) : String(error), error);
}
