/** Forgetting: first everything that would go, then the order, then the receipt. */
import type { Context } from './context.ts';
import { forgetDrafts } from './drafts.ts';
import type { MemoryStore } from './memory-store.ts';

/** Rewriting every backup takes a while. */
const longMs = 3_600_000;

export const memoryForgetActions = (context: Context, memory: MemoryStore) => ({
  /** `about`: words, or the id of one memory. */
  async previewForget(about: string): Promise<void> {
    memory.change({ forgetting: { state: 'looking', about } });
    const isShown = await memory.order(async () => {
      const preview = await context.client.call('memory.previewForget', { about });
      memory.change({ forgetting: { state: 'shown', about, preview } });
    });
    if (!isShown) memory.change({ forgetting: undefined });
  },
  async forgetShown(): Promise<void> {
    const { client, store } = context;
    const { forgetting } = store.getState().memory;
    if (forgetting?.state !== 'shown') return;
    const { about, preview } = forgetting;
    memory.change({ forgetting: { state: 'forgetting', about, preview } });
    const isDone = await memory.order(async () => {
      const receipt = await client.call('memory.forget', { token: preview.token }, { limitMs: longMs });
      // What is shown below may be what is gone.
      const search = { query: '', state: 'idle', memories: [], facts: [] } as const;
      memory.change({ forgetting: { state: 'done', about, receipt }, why: undefined, search });
      forgetDrafts(context, about);
    });
    if (!isDone) memory.change({ forgetting: undefined });
  },
});
