/** The last page of an Ogg file: where its sound ends, and whether the page is whole. */
import { type ByteSource, textAt, viewOf } from './byte-source.ts';

/** A page has at most 255 parts of 255 bytes and its head. */
const longestPage = 27 + 255 + 255 * 255;

/** `position`: samples of the stream up to its end, 0 where that is not told. */
export async function readOggEnd(source: ByteSource): Promise<{ isCut: boolean; position: number }> {
  const tailAt = Math.max(0, source.size - 2 * longestPage);
  const tail = await source.read(tailAt, 2 * longestPage);
  const text = textAt(tail, 0, tail.length);
  const view = viewOf(tail);
  let isCut = false;
  for (let at = text.lastIndexOf('OggS'); at >= 0; at = text.lastIndexOf('OggS', at - 1)) {
    const end = endOfPage(tail, at);
    if (end === undefined || end > tail.length) isCut = true;
    else {
      const position = Number(view.getBigInt64(at + 6, true));
      if (position > 0) return { isCut, position };
    }
    if (at === 0) break;
  }
  return { isCut, position: 0 };
}

function endOfPage(bytes: Uint8Array, at: number): number | undefined {
  const parts = bytes[at + 26];
  if (parts === undefined || at + 27 + parts > bytes.length) return undefined;
  return bytes.subarray(at + 27, at + 27 + parts).reduce((sum, length) => sum + length, at + 27 + parts);
}
