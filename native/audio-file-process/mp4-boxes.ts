/** The boxes that an MP4 file consists of, and finding one by its path. */
import { type ByteSource, textAt, viewOf } from './byte-source.ts';
import { badFile } from './decoding.ts';

/** A part of the file with a name of four letters; `from` and `to` bound what it holds. */
export interface Box {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The head of the box at `at`. Throws `speech.bad-audio-file`. */
export async function readBoxHead(source: ByteSource, at: number): Promise<Box> {
  const head = await source.read(at, 16);
  const length = viewOf(head).getUint32(0);
  const name = textAt(head, 4, 4);
  if (length === 0) return { name, from: at + 8, to: source.size };
  if (length !== 1) {
    if (length < 8) throw badFile('MP4');
    return { name, from: at + 8, to: at + length };
  }
  const long = head.length === 16 ? Number(viewOf(head).getBigUint64(8)) : 0;
  if (long < 16) throw badFile('MP4');
  return { name, from: at + 16, to: at + long };
}

/** The boxes that lie side by side in `bytes` between two places. */
export function boxesIn(bytes: Uint8Array, from = 0, to = bytes.length): Box[] {
  const boxes: Box[] = [];
  const view = viewOf(bytes);
  for (let at = from; at + 8 <= to; ) {
    const length = view.getUint32(at);
    if (length < 8 || at + length > to) break;
    boxes.push({ name: textAt(bytes, at + 4, 4), from: at + 8, to: at + length });
    at += length;
  }
  return boxes;
}

/** The box at the end of a path such as `mdia/minf/stbl`. */
export function boxAt(bytes: Uint8Array, within: Box, path: string): Box | undefined {
  let place: Box | undefined = within;
  for (const name of path.split('/')) {
    place = place && boxesIn(bytes, place.from, place.to).find(box => box.name === name);
  }
  return place;
}
