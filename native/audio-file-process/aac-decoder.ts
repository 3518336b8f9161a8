/** Decodes AAC some seconds at a time, so that neither the file nor its sound is ever whole in memory. */
import { type AacConfig, aacRatesHz } from './aac-config.ts';
import type { ByteSource } from './byte-source.ts';
import { badFile, type DecodedSound, type Decoding } from './decoding.ts';
import { decodeAdts } from './ffmpeg.ts';
import { readMp4 } from './mp4-file.ts';
import type { FrameTable } from './mp4-fragments.ts';

const samplesPerFrame = 1024;
/** About 12 s at 44.1 kHz. */
const framesPerPiece = 512;
/** A frame sounds right only after the one before it; with spectral band replication, after two. */
const leadFrames = 3;
const adtsHeadBytes = 7;
/** Of a frame, as the 13 bits of its length tell. */
const longestFrame = 8191;

/** Throws `speech.bad-audio-file`. */
export async function openMp4(source: ByteSource): Promise<Decoding> {
  const track = await readMp4(source);
  const { config, offsets, sizes } = track;
  const isThere = (i: number) => (offsets[i] ?? 0) + (sizes[i] ?? 0) <= source.size;
  return {
    format: 'AAC',
    expectedSeconds: (offsets.length * samplesPerFrame) / config.sampleRateHz,
    isCut: offsets.some((_, i) => !isThere(i)),
    sound: () =>
      decodeFrames(offsets.length, async i => {
        const size = sizes[i] ?? 0;
        if (!isThere(i) || size === 0 || size + adtsHeadBytes > longestFrame) return undefined;
        return withHead(await source.read(offsets[i] ?? 0, size), config);
      }),
  };
}

/** AAC frames one after another, each with a head of its own. Throws `speech.bad-audio-file`. */
export async function openAdts(source: ByteSource, from: number): Promise<Decoding> {
  const { offsets, sizes, sampleRateHz, isCut } = await findAdtsFrames(source, from);
  return {
    format: 'AAC',
    expectedSeconds: (offsets.length * samplesPerFrame) / sampleRateHz,
    isCut,
    sound: () => decodeFrames(offsets.length, i => source.read(offsets[i] ?? 0, sizes[i] ?? 0)),
  };
}

async function* decodeFrames(
  count: number,
  frame: (i: number) => Promise<Uint8Array | undefined>,
): AsyncGenerator<DecodedSound> {
  for (let from = 0; from < count; from += framesPerPiece) {
    const first = Math.max(0, from - leadFrames);
    const to = Math.min(count, from + framesPerPiece);
    const frames: Uint8Array[] = [];
    for (let i = first; i < to; i += 1) {
      const bytes = await frame(i);
      if (bytes) frames.push(bytes);
    }
    if (frames.length <= from - first) return;
    const { samples, sampleRateHz } = await decodeAdts(Buffer.concat(frames));
    // The decoder gives no sound for the first frame of all it is given.
    const perFrame = samples.length / Math.max(1, frames.length - 1);
    const lead = Math.round(perFrame * Math.max(0, from - first - 1));
    yield { channels: [samples.subarray(lead)], sampleRateHz, share: to / count };
  }
}

/** The frame with the head that lets it stand alone (ISO/IEC 13818-7, ADTS). */
function withHead(frame: Uint8Array, { objectType, rateIndex, channels }: AacConfig): Uint8Array {
  const length = frame.length + adtsHeadBytes;
  const head = [
    ...[0xff, 0xf1, ((objectType - 1) << 6) | (rateIndex << 2) | (channels >> 2)],
    ...[((channels & 3) << 6) | (length >> 11), (length >> 3) & 255, ((length & 7) << 5) | 0x1f, 0xfc],
  ];
  const bytes = new Uint8Array(length);
  bytes.set(head);
  bytes.set(frame, adtsHeadBytes);
  return bytes;
}

async function findAdtsFrames(
  source: ByteSource,
  from: number,
): Promise<FrameTable & { sampleRateHz: number; isCut: boolean }> {
  const offsets: number[] = [];
  const sizes: number[] = [];
  let sampleRateHz = 0;
  let block: { at: number; bytes: Uint8Array } = { at: from, bytes: new Uint8Array(0) };
  for (let at = from; at + adtsHeadBytes <= source.size; ) {
    if (at + adtsHeadBytes > block.at + block.bytes.length)
      block = { at, bytes: await source.read(at, 1 << 20) };
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = block.bytes.subarray(at - block.at, at - block.at + 6);
    const length = ((d & 3) << 11) | (e << 3) | (f >> 5);
    // What follows the last frame is a tag, or damage.
    if (a !== 0xff || (b & 0xf6) !== 0xf0 || length < adtsHeadBytes) break;
    if (at + length > source.size) return { offsets, sizes, sampleRateHz, isCut: true };
    sampleRateHz ||= aacRatesHz[(c >> 2) & 15] ?? 0;
    offsets.push(at);
    sizes.push(length);
    at += length;
  }
  if (offsets.length === 0 || sampleRateHz === 0) throw badFile('ADTS');
  return { offsets, sizes, sampleRateHz, isCut: false };
}
