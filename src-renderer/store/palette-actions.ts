/** What the palette asks of the core, and which actions were done last. */
import type { Context } from './context.ts';
import type { RecalledMemory, SearchHit } from './contract-types.ts';

export interface Found {
  readonly hits: readonly SearchHit[];
  readonly memories: readonly RecalledMemory[];
  /** A part of it could not be asked for. */
  readonly isPartial: boolean;
}

const mostFound = 6;
const longestQuery = 500;
const mostRecent = 8;
const recentKey = (profileId: string): string => `jarvis.actions.${profileId}`;

export const paletteActions = ({ client, store, around }: Context) => ({
  /** Messages and memories that answer these words; never rejects, for each key pressed asks anew. */
  async lookUp(text: string): Promise<Found> {
    const query = text.slice(0, longestQuery);
    const [messages, memory] = await Promise.allSettled([
      client.call('conversation.search', { query, limit: mostFound }),
      client.call('memory.search', { query, limit: mostFound }),
    ]);
    return {
      hits: messages.status === 'fulfilled' ? messages.value.hits : [],
      memories: memory.status === 'fulfilled' ? memory.value.memories : [],
      isPartial: [messages, memory].some(one => one.status === 'rejected'),
    };
  },
  /** Newest first. */
  recentActions(): readonly string[] {
    const { profile } = store.getState();
    if (profile === undefined) return [];
    return (around.recall(recentKey(profile.id)) ?? '').split('\n').filter(Boolean);
  },
  /** Only names of actions: what is opened or chosen by its own words is not kept, nor anything of private mode. */
  noteAction(id: string): void {
    const { profile, memory } = store.getState();
    if (profile === undefined || memory.isPrivate) return;
    const key = recentKey(profile.id);
    const before = (around.recall(key) ?? '').split('\n').filter(one => one !== '' && one !== id);
    around.keep(key, [id, ...before].slice(0, mostRecent).join('\n'));
  },
});
