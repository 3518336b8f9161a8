/** What can be done with the memory; what goes wrong is shown where it was asked for. */
import type { EventData } from '../../src-preload/contract.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { EmbedderChoice, Preferences } from './contract-types.ts';
import { memoryExplorerActions } from './memory-explorer-actions.ts';
import { memoryFileActions } from './memory-file-actions.ts';
import { memoryForgetActions } from './memory-forget-actions.ts';
import { memoryPicture } from './memory-picture.ts';
import { memorySearchActions } from './memory-search-actions.ts';
import { memoryStore } from './memory-store.ts';

/** Of one person; as long as a name may be. */
const mostOfOne = 300;
const longestAbout = 500;
/** A server may have to load its model first. */
const openingMs = 90_000;

export const memoryActions = (context: Context) => {
  const { client, store } = context;
  const memory = memoryStore(context);
  async function explain(id: string): Promise<void> {
    const explanation = await client.call('memory.explain', { id });
    if (store.getState().memory.why?.id !== id) return;
    memory.change({ why: { id, explanation } });
    const { fact } = explanation;
    if (fact === undefined) return;
    const about = fact.subject.slice(0, longestAbout);
    const { facts } = await client.call('memory.facts', { about, past: true, limit: mostOfOne });
    const values = facts.filter(one => one.subject === fact.subject && one.relation === fact.relation);
    if (store.getState().memory.why?.id === id) memory.change({ why: { id, explanation, values } });
  }
  const explorer = memoryExplorerActions(context, memory);
  const picture = memoryPicture(context, memory, explorer);
  return {
    ...picture,
    ...explorer,
    ...memorySearchActions(context, memory),
    ...memoryForgetActions(context, memory),
    ...memoryFileActions(context, memory),
    explainMemory: (id: string) =>
      memory.order(async () => {
        memory.change({ why: { id }, forgetting: undefined, merged: undefined });
        await explain(id);
      }),
    leaveMemory: (): void =>
      memory.change({ why: undefined, forgetting: undefined, merged: undefined, error: undefined }),
    /** The preview, or the receipt, is put away; what it was about stays open. */
    leaveForgetting: (): void => memory.change({ forgetting: undefined, error: undefined }),
    editFact: (factId: string, value: string) =>
      memory.order(async () => {
        await client.call('memory.edit', { factId, value });
        if (store.getState().memory.why?.id === factId) await explain(factId);
      }),
    judgeChange: (changeId: string, verdict: 'accepted' | 'undone') =>
      memory.order(async () => {
        const judged = await client.call('memory.judge', { changeId, verdict });
        const nights = store.getState().memory.nights?.map(night => ({
          ...night,
          changes: night.changes.map(one => (one.id === judged.id ? judged : one)),
        }));
        memory.change({ nights });
      }),
    /** Asked for in the menu as well: there a refusal is a remark. */
    setPrivate(on: boolean): Promise<boolean> {
      const order = () => client.call('memory.private', { on });
      return store.getState().place.room === 'memory' ? memory.order(order) : attempt(context, order);
    },
    /** `without`: what was kept for a while is kept until it is forgotten by order. */
    setMemoryPreferences(
      change: Partial<Preferences['memory']>,
      without?: 'retentionDays',
    ): Promise<boolean> {
      const { retentionDays, ...rest } = store.getState().preferences.memory;
      const kept = without === undefined && retentionDays !== undefined ? { retentionDays } : {};
      const preferences = { ...store.getState().preferences, memory: { ...rest, ...kept, ...change } };
      return memory.order(async () =>
        store.setState({ preferences: await client.call('preferences.set', preferences) }),
      );
    },
    useEmbedder: (embedder: EmbedderChoice) =>
      memory.order(async () => {
        const status = await client.call('memory.useEmbedder', { embedder }, { limitMs: openingMs });
        memory.change({ embedder: status });
      }),
    excludeTopic: (topic: string, on: boolean) =>
      memory.order(async () =>
        memory.change({ topics: (await client.call('memory.exclude', { topic, on })).topics }),
      ),
  };
};

export function bindMemoryEvents(context: Context, refresh: (only?: 'lists') => Promise<void>): void {
  const { client, store } = context;
  const memory = memoryStore(context);
  let last: EventData<'memory.changed'> | undefined;
  client.on('memory.changed', counts => {
    // What was only added to leaves the memories under the answers as they are.
    const isMore = last !== undefined && grew(last, counts);
    last = counts;
    void refresh(isMore ? 'lists' : undefined);
  });
  client.on('memory.importProgress', ({ importId, records }) => {
    const { importing } = store.getState().memory;
    if (importing?.id === importId) memory.change({ importing: { ...importing, records } });
  });
}

const kinds = ['episodes', 'facts', 'summaries'] as const;

const grew = (before: EventData<'memory.changed'>, after: EventData<'memory.changed'>): boolean =>
  kinds.every(kind => after[kind] >= before[kind]) && kinds.some(kind => after[kind] > before[kind]);
