/** The list of conversations in the rail: newest first, each once. */
import type { Conversation } from './contract-types.ts';

const newestFirst = (a: Conversation, b: Conversation): number =>
  b.updatedAtMs - a.updatedAtMs || (a.id < b.id ? 1 : -1);

export function withConversation(
  list: readonly Conversation[],
  changed: Conversation,
): readonly Conversation[] {
  return [changed, ...list.filter(one => one.id !== changed.id)].sort(newestFirst);
}

export function withConversations(
  list: readonly Conversation[],
  more: readonly Conversation[],
): readonly Conversation[] {
  const byId = new Map([...list, ...more].map(one => [one.id, one]));
  return [...byId.values()].sort(newestFirst);
}

/** A group of the rail by the local day of its last change. */
export interface DayGroup {
  readonly day: 'today' | 'yesterday' | 'week' | 'month' | 'older';
  readonly conversations: readonly Conversation[];
}

/** Those that stand above all days, in the order in which they were pinned. */
export const pinned = (list: readonly Conversation[]): readonly Conversation[] =>
  list
    .filter(one => one.pinnedAtMs !== undefined)
    .toSorted((a, b) => (a.pinnedAtMs ?? 0) - (b.pinnedAtMs ?? 0) || (a.id < b.id ? -1 : 1));

export const unpinned = (list: readonly Conversation[]): readonly Conversation[] =>
  list.filter(one => one.pinnedAtMs === undefined);

export function byDay(list: readonly Conversation[], nowMs: number): readonly DayGroup[] {
  const midnight = new Date(nowMs).setHours(0, 0, 0, 0);
  const daysAgo = (count: number): number => new Date(midnight).setDate(new Date(midnight).getDate() - count);
  const bounds = [
    ['today', midnight],
    ['yesterday', daysAgo(1)],
    ['week', daysAgo(7)],
    ['month', daysAgo(30)],
    ['older', Number.NEGATIVE_INFINITY],
  ] as const;
  const groups = bounds.map(([day], index) => ({
    day,
    conversations: list.filter(one => {
      const upper = bounds[index - 1]?.[1] ?? Number.POSITIVE_INFINITY;
      const lower = bounds[index]?.[1] ?? Number.NEGATIVE_INFINITY;
      return one.updatedAtMs < upper && one.updatedAtMs >= lower;
    }),
  }));
  return groups.filter(group => group.conversations.length > 0);
}
