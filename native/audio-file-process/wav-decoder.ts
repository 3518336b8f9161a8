/** Reads WAV files: PCM of 8 to 32 bits, floating point, A-law and µ-law, in files of any length. */
import { type ByteSource, textAt, viewOf } from './byte-source.ts';
import { badFile, type DecodedSound, type Decoding } from './decoding.ts';

interface WavShape {
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bytesPerSample: number;
  readonly read: (view: DataView, at: number) => number;
}

const framesPerPiece = 16_384;
const maxChannels = 32;
/** What programs write that do not know the length before the end. */
const unknownLength = 0xffff_ffff;

type Reader = WavShape['read'];
const pcm: Readonly<Record<number, Reader>> = {
  1: (view, at) => (view.getUint8(at) - 128) / 128,
  2: (view, at) => view.getInt16(at, true) / 32_768,
  3: (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / 8_388_608,
  4: (view, at) => view.getInt32(at, true) / 2_147_483_648,
};
const floats: Readonly<Record<number, Reader>> = {
  4: (view, at) => view.getFloat32(at, true),
  8: (view, at) => view.getFloat64(at, true),
};
/** ITU-T G.711. */
const aLaw: Reader = (view, at) => {
  const code = view.getUint8(at) ^ 0x55;
  const exponent = (code >> 4) & 7;
  const step = ((code & 15) << 4) + 8;
  const level = exponent === 0 ? step : (step + 256) << (exponent - 1);
  return (code & 128 ? level : -level) / 32_768;
};
const muLaw: Reader = (view, at) => {
  const code = ~view.getUint8(at);
  const level = ((((code & 15) << 3) + 132) << ((code >> 4) & 7)) - 132;
  return (code & 128 ? -level : level) / 32_768;
};

/** Throws `speech.bad-audio-file`. */
export async function openWav(source: ByteSource): Promise<Decoding> {
  let shape: WavShape | undefined;
  for (let at = 12; at + 8 <= source.size; ) {
    const head = await source.read(at, 8);
    const name = textAt(head, 0, 4);
    const length = viewOf(head).getUint32(4, true);
    if (name === 'fmt ') shape = readShape(await source.read(at + 8, Math.min(length, 64)));
    if (name === 'data') {
      if (shape === undefined) throw badFile('WAV: fmt');
      return soundOf(source, at + 8, length, shape);
    }
    at += 8 + length + (length % 2);
  }
  throw badFile('WAV: data');
}

function readShape(bytes: Uint8Array): WavShape {
  if (bytes.length < 16) throw badFile('WAV: fmt');
  const view = viewOf(bytes);
  const tag = view.getUint16(0, true);
  const kind = tag === 0xfffe && bytes.length >= 26 ? view.getUint16(24, true) : tag;
  const channels = view.getUint16(2, true);
  const sampleRateHz = view.getUint32(4, true);
  const bytesPerSample = Math.ceil(view.getUint16(14, true) / 8);
  const read = readerOf(kind, bytesPerSample);
  if (read === undefined) throw badFile(`WAV: ${kind}/${bytesPerSample * 8}`);
  if (channels < 1 || channels > maxChannels) throw badFile(`WAV: ${channels}`);
  return { channels, sampleRateHz, bytesPerSample, read };
}

function readerOf(kind: number, bytesPerSample: number): Reader | undefined {
  if (kind === 1) return pcm[bytesPerSample];
  if (kind === 3) return floats[bytesPerSample];
  if (bytesPerSample !== 1) return undefined;
  return { 6: aLaw, 7: muLaw }[kind];
}

function soundOf(source: ByteSource, from: number, length: number, shape: WavShape): Decoding {
  const there = Math.max(0, source.size - from);
  // Longer than 4 GiB, or written as it was recorded: all that follows is sound.
  const isUnknown = length === unknownLength || (length === 0 && there > 0);
  const bytes = isUnknown ? there : Math.min(length, there);
  const frameBytes = shape.channels * shape.bytesPerSample;
  return {
    format: 'WAV',
    expectedSeconds: bytes / frameBytes / shape.sampleRateHz,
    isCut: !isUnknown && length > there,
    sound: () => readSound(source, { from, to: from + bytes - (bytes % frameBytes) }, shape),
  };
}

async function* readSound(
  source: ByteSource,
  { from, to }: { from: number; to: number },
  shape: WavShape,
): AsyncGenerator<DecodedSound> {
  const { channels, sampleRateHz, bytesPerSample, read } = shape;
  const frameBytes = channels * bytesPerSample;
  for (let at = from; at < to; ) {
    const bytes = await source.read(at, Math.min(framesPerPiece * frameBytes, to - at));
    const frames = Math.floor(bytes.length / frameBytes);
    if (frames === 0) return;
    const view = viewOf(bytes);
    const sound = Array.from({ length: channels }, (_, channel) => {
      const levels = new Float32Array(frames);
      for (let i = 0; i < frames; i += 1) levels[i] = read(view, (i * channels + channel) * bytesPerSample);
      return levels;
    });
    at += frames * frameBytes;
    yield { channels: sound, sampleRateHz, share: at / source.size };
  }
}
