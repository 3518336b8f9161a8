/** Splits a text that grows without going over what it has split before. */
import type { Block } from './block.ts';
import { type PlacedBlock, placeBlocks } from './blocks.ts';

/** A first line that is not whole yet may still make the last block part of the one before it. */
const mayChange = 2;

/** Call it with each longer text; another text is split from its beginning. */
export function createSplitter(): (text: string) => readonly Block[] {
  let known = '';
  let placed: readonly PlacedBlock[] = [];
  return text => {
    const kept = text.startsWith(known) ? placed.slice(0, Math.max(0, placed.length - mayChange)) : [];
    const from = kept.length === 0 ? 0 : (placed[kept.length]?.at ?? 0);
    placed = [...kept, ...placeBlocks(text.slice(from), from)];
    known = text;
    return placed.map(({ block }) => block);
  };
}
