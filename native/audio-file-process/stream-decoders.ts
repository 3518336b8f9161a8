/** MP3, FLAC and Ogg Vorbis, each by a decoder that takes the file's bytes in order and holds none of them. */
import { FLACDecoder } from '@wasm-audio-decoders/flac';
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';
import { MPEGDecoder } from 'mpg123-decoder';
import { type ByteSource, piecesOf, textAt, viewOf } from './byte-source.ts';
import type { DecodedSound, Decoding } from './decoding.ts';
import { readOggEnd } from './ogg-end.ts';

/** What these libraries return for a piece of a file. */
interface Decoded {
  readonly channelData: readonly Float32Array[];
  readonly samplesDecoded: number;
  readonly sampleRate: number;
}
interface StreamDecoder {
  readonly ready: Promise<void>;
  decode(bytes: Uint8Array): Decoded | Promise<Decoded>;
  flush?(): Promise<Decoded>;
  free(): void;
}

export async function openMp3(source: ByteSource, from: number): Promise<Decoding> {
  const seconds = lengthOfMp3(await source.read(from, 2048));
  return {
    format: 'MP3',
    ...(seconds !== undefined && { expectedSeconds: seconds }),
    sound: () => decodeStream(source, from, new MPEGDecoder()),
  };
}

export async function openFlac(source: ByteSource, from: number): Promise<Decoding> {
  const head = await source.read(from, 64);
  const isOgg = textAt(head, 0, 4) === 'OggS';
  const { isCut } = isOgg ? await readOggEnd(source) : { isCut: false };
  const seconds = isOgg ? undefined : lengthOfFlac(head);
  return {
    format: 'FLAC',
    isCut,
    ...(seconds !== undefined && { expectedSeconds: seconds }),
    sound: () => decodeStream(source, from, new FLACDecoder()),
  };
}

export async function openVorbis(source: ByteSource, from: number): Promise<Decoding> {
  const head = await source.read(from, 64);
  const sampleRateHz = viewOf(head).getUint32(27 + (head[26] ?? 0) + 12, true);
  const { isCut, position } = await readOggEnd(source);
  return {
    format: 'Vorbis',
    isCut,
    ...(sampleRateHz > 0 && { expectedSeconds: position / sampleRateHz }),
    sound: () => decodeStream(source, from, new OggVorbisDecoder()),
  };
}

async function* decodeStream(
  source: ByteSource,
  from: number,
  decoder: StreamDecoder,
): AsyncGenerator<DecodedSound> {
  try {
    await decoder.ready;
    for await (const { bytes, end } of piecesOf(source, from)) {
      const decoded = await decoder.decode(bytes);
      if (decoded.samplesDecoded > 0) yield soundOf(decoded, end / source.size);
    }
    const rest = await decoder.flush?.();
    if (rest && rest.samplesDecoded > 0) yield soundOf(rest, 1);
  } finally {
    decoder.free();
  }
}

const soundOf = ({ channelData, samplesDecoded, sampleRate }: Decoded, share: number): DecodedSound => ({
  channels: channelData.map(channel => channel.subarray(0, samplesDecoded)),
  sampleRateHz: sampleRate,
  share,
});

/** From the frame that encoders put first to tell how many follow; undefined where there is none. */
function lengthOfMp3(head: Uint8Array): number | undefined {
  const at = Math.max(textAt(head, 0, 256).indexOf('Xing'), textAt(head, 0, 256).indexOf('Info'));
  if (at < 0 || head.length < at + 12) return undefined;
  const view = viewOf(head);
  if ((view.getUint32(at + 4) & 1) === 0) return undefined;
  const [, second = 0, third = 0] = head;
  const isFirstVersion = (second & 0x18) === 0x18;
  const rates = [44_100, 48_000, 32_000];
  const rate = (rates[(third >> 2) & 3] ?? 0) / (isFirstVersion ? 1 : (second & 0x18) === 0x10 ? 2 : 4);
  return rate > 0 ? (view.getUint32(at + 8) * (isFirstVersion ? 1152 : 576)) / rate : undefined;
}

/** From STREAMINFO: 20 bits of rate, 8 of shape, 36 of length; 0 where it was not known. */
function lengthOfFlac(head: Uint8Array): number | undefined {
  if (head.length < 26) return undefined;
  const view = viewOf(head);
  const rate = view.getUint32(18) >>> 12;
  const samples = ((head[21] ?? 0) & 15) * 2 ** 32 + view.getUint32(22);
  return rate > 0 && samples > 0 ? samples / rate : undefined;
}
