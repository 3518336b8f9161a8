/** Search in the memory while one types: the newest question wins. */
import type { Context } from './context.ts';
import type { RecalledMemory } from './contract-types.ts';
import type { MemoryStore } from './memory-store.ts';
import type { MemorySearch } from './memory-view.ts';

const pauseMs = 150;
const memoriesAtMost = 100;
const factsAtMost = 20;
const longestQuery = 500;
const longestName = 200;
/** What is so much farther than the nearest one has nothing to do with the words. */
const leastShare = 0.05;

const near = (memories: readonly RecalledMemory[]): readonly RecalledMemory[] => {
  const best = Math.max(0, ...memories.map(({ score }) => score));
  return memories.filter(({ score }) => score >= best * leastShare);
};

export const memorySearchActions = ({ client, store, around }: Context, memory: MemoryStore) => {
  let asked = 0;
  let forget = (): void => {};
  const show = (part: Partial<MemorySearch>): void =>
    memory.change({ search: { ...store.getState().memory.search, ...part } });

  async function ask(query: string, mine: number): Promise<void> {
    try {
      const [{ memories }, known] = await Promise.all([
        client.call('memory.search', { query, limit: memoriesAtMost }),
        client.call('memory.browse', {
          person: query.slice(0, longestName),
          only: 'facts',
          limit: factsAtMost,
        }),
      ]);
      if (mine === asked) show({ state: 'done', memories: near(memories), facts: known.memories });
    } catch {
      // Shown in the place of what was found: a remark for each key pressed would be worse.
      if (mine === asked) show({ state: 'failed', memories: [], facts: [] });
    }
  }

  return {
    searchMemory(text: string): void {
      const query = text.slice(0, longestQuery);
      const mine = ++asked;
      forget();
      const isEmpty = query.trim() === '';
      show(isEmpty ? { query, state: 'idle', memories: [], facts: [] } : { query, state: 'searching' });
      if (!isEmpty) forget = around.after(pauseMs, () => void ask(query, mine));
    },
  };
};
