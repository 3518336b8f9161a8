/** Finds the AAC frames of an MP4 (M4A) file, whole or in fragments, by ISO/IEC 14496-12. */
import { type AacConfig, readAacConfig } from './aac-config.ts';
import { type ByteSource, textAt, viewOf } from './byte-source.ts';
import { badFile } from './decoding.ts';
import { type Box, boxAt, boxesIn, readBoxHead } from './mp4-boxes.ts';
import { addFragment, type FrameTable, readTrackDefaults, type TrackDefaults } from './mp4-fragments.ts';

export interface AacTrack extends FrameTable {
  readonly config: AacConfig;
}

const longestIndex = 256 * 1024 * 1024;

/** Throws `speech.bad-audio-file`. */
export async function readMp4(source: ByteSource): Promise<AacTrack> {
  let track: (AacTrack & TrackDefaults) | undefined;
  const waiting: { bytes: Uint8Array; at: number }[] = [];
  for (let at = 0; at + 8 <= source.size; ) {
    const box = await readBoxHead(source, at);
    if (box.name === 'moov' || box.name === 'moof') {
      if (box.to > source.size || box.to - at > longestIndex) throw badFile(`MP4: ${box.name}`);
      const bytes = await source.read(box.from, box.to - box.from);
      if (box.name === 'moov') track = readMovie(bytes);
      else waiting.push({ bytes, at });
    }
    at = box.to;
  }
  if (track === undefined) throw badFile('MP4: moov');
  for (const { bytes, at } of waiting) addFragment(bytes, at, track);
  return track;
}

function readMovie(bytes: Uint8Array): AacTrack & TrackDefaults {
  const tracks = boxesIn(bytes).filter(({ name }) => name === 'trak');
  const sound = tracks.find(track => {
    const kind = boxAt(bytes, track, 'mdia/hdlr');
    return kind !== undefined && textAt(bytes, kind.from + 8, 4) === 'soun';
  });
  const table = sound && boxAt(bytes, sound, 'mdia/minf/stbl');
  if (!sound || !table) throw badFile('MP4: soun');
  const description = boxAt(bytes, table, 'stsd');
  const config = description && readAacConfig(bytes, description);
  if (!config) throw badFile('MP4: stsd');
  return { config, ...frameTable(bytes, table), ...readTrackDefaults(bytes, sound) };
}

function frameTable(bytes: Uint8Array, table: Box): FrameTable {
  const sizes = readSizes(bytes, boxAt(bytes, table, 'stsz'));
  const chunks = readChunks(bytes, table);
  const runs = readRuns(bytes, boxAt(bytes, table, 'stsc'));
  const offsets: number[] = [];
  let run = 0;
  for (const [index, chunk] of chunks.entries()) {
    while (run + 1 < runs.length && (runs[run + 1]?.firstChunk ?? 0) <= index + 1) run += 1;
    let at = chunk;
    for (let i = 0; i < (runs[run]?.frames ?? 0) && offsets.length < sizes.length; i += 1) {
      const size = sizes[offsets.length] ?? 0;
      offsets.push(at);
      at += size;
    }
  }
  return { offsets, sizes: sizes.slice(0, offsets.length) };
}

function readSizes(bytes: Uint8Array, box: Box | undefined): number[] {
  if (!box || box.to - box.from < 12) return [];
  const view = viewOf(bytes);
  const same = view.getUint32(box.from + 4);
  const count = view.getUint32(box.from + 8);
  if (same === 0) return numbersIn(view, { ...box, from: box.from + 12 }, count, 4);
  // What a file claims must not fill the memory: no frame is smaller than a byte.
  if (count > longestIndex) throw badFile('MP4: stsz');
  return new Array<number>(count).fill(same);
}

function readChunks(bytes: Uint8Array, table: Box): number[] {
  const short = boxAt(bytes, table, 'stco');
  const box = short ?? boxAt(bytes, table, 'co64');
  if (!box || box.to - box.from < 8) return [];
  const view = viewOf(bytes);
  return numbersIn(view, { ...box, from: box.from + 8 }, view.getUint32(box.from + 4), short ? 4 : 8);
}

function numbersIn(view: DataView, { from, to }: Box, count: number, width: 4 | 8): number[] {
  const there = Math.min(count, Math.floor((to - from) / width));
  const read = (at: number) => (width === 4 ? view.getUint32(at) : Number(view.getBigUint64(at)));
  return Array.from({ length: there }, (_, i) => read(from + i * width));
}

/** Each run of chunks that hold the same number of frames. */
function readRuns(bytes: Uint8Array, box: Box | undefined): { firstChunk: number; frames: number }[] {
  if (!box || box.to - box.from < 8) return [];
  const view = viewOf(bytes);
  const there = Math.min(view.getUint32(box.from + 4), Math.floor((box.to - box.from - 8) / 12));
  return Array.from({ length: there }, (_, i) => {
    const at = box.from + 8 + i * 12;
    return { firstChunk: view.getUint32(at), frames: view.getUint32(at + 4) };
  });
}
