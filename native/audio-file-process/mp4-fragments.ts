/** The frames of an MP4 file that was written piece by piece, as streams are saved. */
import { viewOf } from './byte-source.ts';
import { type Box, boxesIn } from './mp4-boxes.ts';

/** Where each frame lies in the file. */
export interface FrameTable {
  readonly offsets: number[];
  readonly sizes: number[];
}

/** What holds for fragments that do not say otherwise. */
export interface TrackDefaults {
  readonly trackId: number;
}

export function readTrackDefaults(bytes: Uint8Array, track: Box): TrackDefaults {
  const head = boxesIn(bytes, track.from, track.to).find(({ name }) => name === 'tkhd');
  if (!head) return { trackId: 0 };
  const isLong = bytes[head.from] === 1;
  return { trackId: viewOf(bytes).getUint32(head.from + (isLong ? 20 : 12)) };
}

/** Adds the frames of a `moof` that begins at `moofAt` in the file. */
export function addFragment(bytes: Uint8Array, moofAt: number, track: FrameTable & TrackDefaults): void {
  for (const part of boxesIn(bytes).filter(({ name }) => name === 'traf')) {
    const boxes = boxesIn(bytes, part.from, part.to);
    const head = boxes.find(({ name }) => name === 'tfhd');
    if (!head) continue;
    const { trackId, base, size } = readHead(bytes, head, moofAt);
    if (track.trackId !== 0 && trackId !== track.trackId) continue;
    let at = base;
    for (const run of boxes.filter(({ name }) => name === 'trun'))
      at = addRun(bytes, run, { base, at, size }, track);
  }
}

function readHead(
  bytes: Uint8Array,
  head: Box,
  moofAt: number,
): { trackId: number; base: number; size: number } {
  const view = viewOf(bytes);
  const flags = view.getUint32(head.from) & 0xff_ffff;
  let at = head.from + 8;
  const take = (flag: number, width: number): number | undefined => {
    if ((flags & flag) === 0 || at + width > head.to) return undefined;
    at += width;
    return width === 8 ? Number(view.getBigUint64(at - 8)) : view.getUint32(at - 4);
  };
  const base = take(0x1, 8) ?? moofAt;
  take(0x2, 4);
  take(0x8, 4);
  return { trackId: view.getUint32(head.from + 4), base, size: take(0x10, 4) ?? 0 };
}

/** @returns where the next run's frames begin unless it says otherwise. */
function addRun(
  bytes: Uint8Array,
  run: Box,
  { base, at, size }: { base: number; at: number; size: number },
  { offsets, sizes }: FrameTable,
): number {
  const view = viewOf(bytes);
  const flags = view.getUint32(run.from) & 0xff_ffff;
  const count = view.getUint32(run.from + 4);
  let place = run.from + 8;
  let frameAt = at;
  if (flags & 0x1) {
    frameAt = base + view.getInt32(place);
    place += 4;
  }
  if (flags & 0x4) place += 4;
  const sizeAt = flags & 0x100 ? 4 : 0;
  const entry = [0x100, 0x200, 0x400, 0x800].filter(flag => flags & flag).length * 4;
  for (let i = 0; i < count && (entry === 0 ? size > 0 : place + entry <= run.to); i += 1) {
    const frameSize = flags & 0x200 ? view.getUint32(place + sizeAt) : size;
    offsets.push(frameAt);
    sizes.push(frameSize);
    frameAt += frameSize;
    place += entry;
  }
  return frameAt;
}
