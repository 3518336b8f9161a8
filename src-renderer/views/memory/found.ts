/** What the list shows: what was found by words, or what the filters hold. */
import type { BrowsedMemory, RecalledMemory } from '../../store/contract-types.ts';
import type { MemoryView } from '../../store/memory-view.ts';
import type { Words } from '../../words.ts';

export type FoundMemory = BrowsedMemory | RecalledMemory;

export interface Found {
  readonly state: 'loading' | 'done' | 'failed';
  readonly total: number;
  readonly memories: readonly FoundMemory[];
  /** Whether there is more than was read so far. */
  readonly hasMore: boolean;
}

export function foundIn({ search, explorer: { pages } }: MemoryView): Found {
  const { query, state } = search;
  const memories = [...search.facts, ...search.memories];
  if (query.trim() === '') return { ...pages, hasMore: pages.next !== undefined };
  return {
    ...{ memories, total: memories.length, hasMore: false },
    state: state === 'failed' ? 'failed' : state === 'done' ? 'done' : 'loading',
  };
}

/** How it came: said, written, brought in, or made of what was. */
export function howText({ kind, place }: FoundMemory, t: Words): string {
  if (kind !== 'episode') return t(`memoryKind.${kind}`);
  const origin = place?.origin;
  return t(
    `memoryRoom.how.${origin === undefined ? 'elsewhere' : origin === 'spoken' ? 'spoken' : 'written'}`,
  );
}

export const isOverIn = (memory: FoundMemory): boolean => 'isOver' in memory && memory.isOver;

/** The text in pieces; those that hold a word of the query stand out. */
export function emphasised(
  text: string,
  query: string,
): readonly { readonly at: number; readonly part: string; readonly isFound: boolean }[] {
  const words = query.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  if (words.length === 0) return [{ at: 0, part: text, isFound: false }];
  let at = 0;
  // Every second piece is what the expression caught.
  return text
    .split(new RegExp(`(${words.join('|')})`, 'giu'))
    .map((part, place) => {
      const piece = { at, part, isFound: place % 2 === 1 };
      at += part.length;
      return piece;
    })
    .filter(({ part }) => part !== '');
}
