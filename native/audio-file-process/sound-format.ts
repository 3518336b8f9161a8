/** Tells the format of an audio file by its first bytes; its name may say anything. */
import { type ByteSource, textAt } from './byte-source.ts';

export type SoundFormat = 'wav' | 'mp3' | 'flac' | 'vorbis' | 'opus' | 'mp4' | 'adts';

/** Where the sound's own bytes begin, after a tag that players put in front. */
export interface FoundFormat {
  readonly format: SoundFormat;
  readonly from: number;
}

const longestTag = 64 * 1024 * 1024;

/** Undefined for what is no sound that can be decoded here. */
export async function findFormat(source: ByteSource): Promise<FoundFormat | undefined> {
  let from = 0;
  // Some programs write one tag after another.
  for (let tags = 0; tags < 4; tags += 1) {
    const head = await source.read(from, 512);
    const tagLength = lengthOfTag(head);
    if (tagLength === undefined) {
      const format = formatOf(head);
      return format && { format, from };
    }
    from += tagLength;
  }
  return undefined;
}

function lengthOfTag(head: Uint8Array): number | undefined {
  if (textAt(head, 0, 3) !== 'ID3' || head.length < 10) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
  const length = 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127);
  return Math.min(length, longestTag);
}

function formatOf(head: Uint8Array): SoundFormat | undefined {
  const start = textAt(head, 0, 4);
  if ((start === 'RIFF' || start === 'RF64') && textAt(head, 8, 4) === 'WAVE') return 'wav';
  if (start === 'fLaC') return 'flac';
  if (start === 'OggS') return oggFormat(head);
  if (['ftyp', 'moov', 'mdat'].includes(textAt(head, 4, 4))) return 'mp4';
  const [first = 0, second = 0] = head;
  if (first !== 0xff) return undefined;
  if ((second & 0xf6) === 0xf0) return 'adts';
  // Frame sync, a known version, a layer.
  const isFrame = (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) !== 0;
  return isFrame ? 'mp3' : undefined;
}

/** The first page of an Ogg file holds nothing but the head of its first stream. */
function oggFormat(head: Uint8Array): SoundFormat | undefined {
  const at = 27 + (head[26] ?? 0);
  if (textAt(head, at, 8) === 'OpusHead') return 'opus';
  if (textAt(head, at + 1, 6) === 'vorbis') return 'vorbis';
  return textAt(head, at + 1, 4) === 'FLAC' ? 'flac' : undefined;
}
