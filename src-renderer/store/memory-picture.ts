/** Brings what the memory holds into the window, and again when it changed. */
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { MemoryStore } from './memory-store.ts';
import type { MemoryView } from './memory-view.ts';

const mostNights = 30;
const mostReceipts = 50;
/** Answers drawn in the same moment are asked for together. */
const togetherMs = 30;
const mostTogether = 200;
/** Whoever scrolls through a year need not keep all of it. */
const mostRecalled = 500;
/** Of conversations that are not open: whoever goes back and forth has them at once. */
const mostOfOthers = 40;
/** Longer than any consolidation. */
const longMs = 3_600_000;

export const memoryPicture = (
  { client, store, around }: Context,
  memory: MemoryStore,
  explorer: { refreshExplorer(): Promise<void> },
) => {
  const loadNights = async (): Promise<void> =>
    memory.change({ nights: (await client.call('memory.nights', { limit: mostNights })).nights });
  const loadStatistics = async (): Promise<void> =>
    memory.change({ statistics: await client.call('memory.statistics', {}) });

  const loadEmbedder = async (): Promise<void> =>
    memory.change({ embedder: await client.call('memory.embedder', {}) });

  const wanted = new Set<string>();
  async function fetchRecalled(): Promise<void> {
    const messageIds = [...wanted].slice(-mostTogether);
    wanted.clear();
    const { answers } = await client.call('memory.recalled', { messageIds });
    const recalled = new Map(store.getState().memory.recalled);
    // In their places: what a person unfolds stays unfolded. What is forgotten by now comes with no answer.
    const told = new Map(answers.map(({ messageId, ...recollection }) => [messageId, recollection]));
    for (const id of messageIds) if (!told.has(id)) recalled.delete(id);
    for (const [id, recollection] of told) recalled.set(id, recollection);
    keepRecalled(recalled);
  }

  /** The newest of the open conversation, and a few of the others. */
  function keepRecalled(recalled: MemoryView['recalled']): void {
    const { messages } = store.getState().open;
    const all = [...recalled];
    const here = all.filter(([id]) => messages.has(id)).slice(-mostRecalled);
    const others = all.filter(([id]) => !messages.has(id)).slice(-mostOfOthers);
    memory.change({ recalled: new Map([...others, ...here]) });
  }

  store.subscribe((now, before) => {
    if (now.open.id !== before.open.id) keepRecalled(now.memory.recalled);
  });

  /** What is shown, as it is now: it may have been forgotten in between. */
  async function refresh(only?: 'lists'): Promise<void> {
    const { nights, statistics, recalled: known } = store.getState().memory;
    const recalled = only === 'lists' ? new Map() : known;
    for (const id of recalled.keys()) wanted.add(id);
    await attempt({ client, store, around }, async () => {
      await explorer.refreshExplorer();
      if (nights) await loadNights();
      if (statistics) await loadStatistics();
      if (recalled.size === 0) return;
      memory.change({ recalled: new Map([...recalled].slice(-mostTogether)) });
      await fetchRecalled();
    });
  }

  return {
    loadNights: () => memory.order(loadNights),
    loadMemorySettings: () =>
      memory.order(async () => {
        await loadStatistics();
        await loadEmbedder();
        memory.change({ topics: (await client.call('memory.exclusions', {})).topics });
        memory.change({ receipts: (await client.call('memory.receipts', { limit: mostReceipts })).receipts });
      }),
    loadEmbedder: () => memory.order(loadEmbedder),
    consolidate: async (): Promise<void> => {
      memory.change({ isConsolidating: true, nothingNew: false });
      await memory.order(async () => {
        const { night } = await client.call('memory.consolidate', {}, { limitMs: longMs });
        memory.change({ nothingNew: night === undefined });
        await loadNights();
      });
      memory.change({ isConsolidating: false });
    },
    /** What this answer was given with, unless it is known. */
    loadRecalled(messageId: string): void {
      if (wanted.has(messageId) || store.getState().memory.recalled.has(messageId)) return;
      if (wanted.size === 0) {
        around.after(togetherMs, () => void attempt({ client, store, around }, fetchRecalled));
      }
      wanted.add(messageId);
    },
    refreshMemory: refresh,
  };
};
