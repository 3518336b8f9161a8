/** Search over all conversations while one types: the newest question wins. */
import type { Context } from './context.ts';

const pauseMs = 120;
const hitsAtMost = 100;
const longestQuery = 500;

export const searchActions = ({ client, store, around }: Context) => {
  let asked = 0;
  let forget = (): void => {};
  async function ask(query: string, mine: number): Promise<void> {
    try {
      const { hits } = await client.call('conversation.search', { query, limit: hitsAtMost });
      if (mine === asked) store.setState(state => ({ search: { ...state.search, state: 'done', hits } }));
    } catch {
      // Shown in the place of the hits: a toast for each key pressed would be worse.
      if (mine === asked)
        store.setState(state => ({ search: { ...state.search, state: 'failed', hits: [] } }));
    }
  }
  return {
    search(text: string): void {
      const query = text.slice(0, longestQuery);
      const mine = ++asked;
      forget();
      if (query.trim() === '') {
        store.setState({ search: { query, state: 'idle', hits: [] } });
        return;
      }
      store.setState(state => ({ search: { ...state.search, query, state: 'searching' } }));
      forget = around.after(pauseMs, () => void ask(query, mine));
    },
  };
};
