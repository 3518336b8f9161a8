/** Search in the memory while one types: the newest question wins. */
import type { Context } from './context.ts';
import type { MemoryStore } from './memory-store.ts';
import type { MemorySearch } from './memory-view.ts';

const pauseMs = 150;
const memoriesAtMost = 30;
const longestQuery = 500;

export const memorySearchActions = ({ client, store, around }: Context, memory: MemoryStore) => {
  let asked = 0;
  let forget = (): void => {};
  const show = (part: Partial<MemorySearch>): void =>
    memory.change({ search: { ...store.getState().memory.search, ...part } });

  async function ask(query: string, mine: number): Promise<void> {
    try {
      const { memories } = await client.call('memory.search', { query, limit: memoriesAtMost });
      if (mine === asked) show({ state: 'done', memories });
    } catch {
      // Shown in the place of what was found: a remark for each key pressed would be worse.
      if (mine === asked) show({ state: 'failed', memories: [] });
    }
  }

  return {
    searchMemory(text: string): void {
      const query = text.slice(0, longestQuery);
      const mine = ++asked;
      forget();
      const isEmpty = query.trim() === '';
      show(isEmpty ? { query, state: 'idle', memories: [] } : { query, state: 'searching' });
      if (!isEmpty) forget = around.after(pauseMs, () => void ask(query, mine));
    },
  };
};
