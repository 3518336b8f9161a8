/** Looking through the memory by hand: filters, pages, days and the graph; the newest wish wins. */
import type { CommandInput } from '../../src-preload/contract.ts';
import type { Context } from './context.ts';
import { reportOf } from './error-report.ts';
import { type ExplorerView, type MemoryFilter, type MemoryPages, noPages } from './memory-explorer-view.ts';
import type { MemoryStore } from './memory-store.ts';

const pageSize = 100;

/** Absent parts are taken away. */
type Change = { readonly [K in keyof ExplorerView]?: ExplorerView[K] | undefined };

export const memoryExplorerActions = ({ client, store }: Context, memory: MemoryStore) => {
  const view = (): ExplorerView => store.getState().memory.explorer;
  const change = (part: Change): void => memory.change({ explorer: withPart(view(), part) });
  const show = (pages: Partial<MemoryPages>): void => change({ pages: { ...view().pages, ...pages } });
  let browsed = 0;
  let drawn = 0;

  async function browse(filter: MemoryFilter | undefined): Promise<void> {
    const mine = ++browsed;
    try {
      const { next, summary, ...page } = await client.call('memory.browse', { ...filter, limit: pageSize });
      if (mine !== browsed) return;
      change({ pages: { ...page, state: 'done', ...(next && { next }), ...(summary && { summary }) } });
    } catch (error) {
      if (mine !== browsed) return;
      change({ pages: { ...noPages, state: 'failed' } });
      memory.change({ error: reportOf(error, store.getState().language) });
    }
  }

  async function draw(centre: string): Promise<void> {
    const mine = ++drawn;
    change({ centre });
    const name = centre === 'user' ? {} : { name: centre };
    const [days, graph] = await Promise.all([
      client.call('memory.days', name),
      client.call('memory.graph', { about: centre }),
    ]);
    if (mine === drawn) change({ days, graph });
  }

  const overview = async (): Promise<void> => change({ overview: await client.call('memory.overview', {}) });

  return {
    /** Everything at once; what comes first is shown first. */
    openExplorer: (): Promise<boolean> =>
      memory.order(async () => {
        // One after the other: what is read first is not to wait for what takes longest.
        await browse(view().filter);
        await draw(view().centre);
        await overview();
      }),
    /** The same again ends it. */
    filterMemories: (filter: MemoryFilter | undefined): Promise<boolean> =>
      memory.order(async () => {
        const wanted = isSame(filter, view().filter) ? undefined : filter;
        change({ filter: wanted, pages: noPages });
        memory.change({ search: { query: '', state: 'idle', memories: [], facts: [] } });
        const centre = wanted !== undefined && 'person' in wanted ? wanted.person : 'user';
        await Promise.all([browse(wanted), ...(centre === view().centre ? [] : [draw(centre)])]);
      }),
    moreMemories: async (): Promise<void> => {
      const { pages, filter } = view();
      if (pages.next === undefined || pages.state !== 'done') return;
      const mine = browsed;
      show({ state: 'loading' });
      await memory.order(async () => {
        try {
          const { memories, next } = await client.call('memory.browse', {
            ...{ ...filter, limit: pageSize },
            ...(pages.next !== undefined && { after: pages.next }),
          });
          if (mine !== browsed) return;
          const { next: _before, ...rest } = view().pages;
          change({
            pages: {
              ...{ ...rest, state: 'done', memories: [...rest.memories, ...memories] },
              ...(next !== undefined && { next }),
            },
          });
        } catch (error) {
          // It can be asked for again.
          if (mine === browsed) show({ state: 'done' });
          throw error;
        }
      });
    },
    /** Two facts, or two names, are the same; the changes can be undone on the page of nights. */
    mergeMemories: (order: CommandInput<'memory.merge'>): Promise<boolean> =>
      memory.order(async () => {
        const { changes } = await client.call('memory.merge', order);
        const why = store.getState().memory.why?.id;
        memory.change({ merged: { changes }, ...(why === order.gone && { why: undefined }) });
        const { filter } = view();
        const isGone = filter !== undefined && 'person' in filter && filter.person === order.gone;
        if (isGone) change({ filter: { person: order.keep }, centre: order.keep });
        await Promise.all([browse(view().filter), draw(view().centre), overview()]);
      }),
    /** What is shown, as it is now. */
    refreshExplorer: async (): Promise<void> => {
      // Elsewhere nobody looks at it; whoever comes in gets it anew.
      if (view().overview === undefined || store.getState().place.room !== 'memory') return;
      await Promise.all([browse(view().filter), draw(view().centre), overview()]);
    },
  };
};

const isSame = (one: MemoryFilter | undefined, other: MemoryFilter | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function withPart(view: ExplorerView, part: Change): ExplorerView {
  const { pages, centre, ...rest } = { ...view, ...part };
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...kept, pages: pages ?? noPages, centre: centre ?? 'user' };
}
