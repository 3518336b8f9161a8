/** What a decoder must know of an AAC stream, from an MP4 file's description of it (ISO/IEC 14496-3). */
import { textAt, viewOf } from './byte-source.ts';
import { badFile } from './decoding.ts';
import type { Box } from './mp4-boxes.ts';

export interface AacConfig {
  /** 1 Main, 2 Low Complexity, 3 Scalable Sampling Rate, 4 Long Term Prediction. */
  readonly objectType: number;
  readonly rateIndex: number;
  readonly sampleRateHz: number;
  /** As numbered by the standard: 7 means eight. */
  readonly channels: number;
}

export const aacRatesHz = [
  ...[96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000],
  ...[22_050, 16_000, 12_000, 11_025, 8_000, 7_350],
] as const;

/** Of the first AAC entry in `stsd`. Throws `speech.bad-audio-file` naming what is there instead. */
export function readAacConfig(bytes: Uint8Array, description: Box): AacConfig {
  const entryAt = description.from + 8;
  const codec = textAt(bytes, entryAt + 4, 4);
  if (codec !== 'mp4a') throw badFile(`MP4: ${codec.replace(/[^\w ]/g, '?')}`);
  // Behind the QuickTime versions 1 and 2 of the entry lie more fields; the box is found by its name.
  const entry = bytes.subarray(entryAt, description.to);
  const at = textAt(entry, 0, entry.length).indexOf('esds');
  const config = at < 0 ? undefined : decoderConfig(entry.subarray(at + 8));
  if (!config) throw badFile('MP4: esds');
  return config;
}

/** Descriptors: a tag, a length of up to four bytes of seven bits, then what it holds. */
function decoderConfig(bytes: Uint8Array): AacConfig | undefined {
  let at = 0;
  const enter = (): number => {
    const tag = bytes[at] ?? 0;
    at += 1;
    for (let i = 0; i < 4 && (bytes[at] ?? 0) & 128; i += 1) at += 1;
    at += 1;
    return tag;
  };
  if (enter() !== 3) return undefined;
  const flags = bytes[at + 2] ?? 0;
  at += 3 + (flags & 128 ? 2 : 0) + (flags & 32 ? 2 : 0);
  if (flags & 64) at += 1 + (bytes[at] ?? 0);
  if (enter() !== 4) return undefined;
  // 0x40: AAC as in MPEG-4; 0x66 to 0x68: as in MPEG-2.
  const objectType = bytes[at] ?? 0;
  if (objectType !== 0x40 && (objectType < 0x66 || objectType > 0x68)) {
    throw badFile(`MP4: 0x${objectType.toString(16)}`);
  }
  at += 13;
  return enter() === 5 ? readAudioConfig(bytes.subarray(at, at + 16)) : undefined;
}

function readAudioConfig(bytes: Uint8Array): AacConfig {
  const view = viewOf(bytes);
  let bit = 0;
  const take = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i += 1, bit += 1) {
      const byte = bit >> 3 < view.byteLength ? view.getUint8(bit >> 3) : 0;
      value = value * 2 + ((byte >> (7 - (bit & 7))) & 1);
    }
    return value;
  };
  const takeType = (): number => {
    const type = take(5);
    return type === 31 ? 32 + take(6) : type;
  };
  let objectType = takeType();
  const rateIndex = take(4);
  const channels = take(4);
  // HE-AAC: what was read is the core; its extension is found again in the frames.
  if (objectType === 5 || objectType === 29) {
    if (take(4) === 15) take(24);
    objectType = takeType();
  }
  const sampleRateHz = aacRatesHz[rateIndex];
  if (objectType < 1 || objectType > 4 || sampleRateHz === undefined || channels < 1 || channels > 7) {
    throw badFile(`AAC: ${objectType}/${rateIndex}/${channels}`);
  }
  return { objectType, rateIndex, sampleRateHz, channels };
}
