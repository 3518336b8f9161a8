/** The brain over its stores and rooms. */
import type { Brain } from './brain.ts';
import { withAnsweringFacts } from './brain-answering-facts.ts';
import { withTopic } from './brain-exclusions.ts';
import { explain, recalledFor } from './brain-explain.ts';
import { exportMemories } from './brain-export.ts';
import { toldFacts } from './brain-facts.ts';
import { Forgetting, removeConversation } from './brain-forget.ts';
import { MemoryImporter } from './brain-import.ts';
import { judgeTurn, perceiveTurn, rememberWords } from './brain-perceive.ts';
import type { BrainPorts } from './brain-ports.ts';
import { recollect, remind } from './brain-recall.ts';
import { saidThen } from './brain-said-then.ts';
import { Tidying } from './brain-tidy.ts';
import { correctFact } from './consolidation/correct-fact.ts';
import { createExplorer } from './explorer/create-explorer.ts';
import { OneAfterAnother } from './one-after-another.ts';

export function createBrain(ports: BrainPorts): Brain {
  const { episodic, semantic, clock, rooms, preferences } = ports;
  const forgetting = new Forgetting(ports);
  const tidying = new Tidying(ports);
  const importer = new MemoryImporter(ports);
  // What is on its way into memory while it is forgotten would come back.
  const writing = new OneAfterAnother();
  return {
    explorer: createExplorer(ports),
    perceive: turn => writing.run(() => perceiveTurn(turn, ports)),
    judge: turn => judgeTurn(turn, ports),
    recall: (request, signal) => recollect(request, signal, ports),
    answers: async request => (ports.isPrivate() ? [] : withAnsweringFacts([], request, ports)),
    saidThen: request => saidThen(request, ports),
    remind: (request, signal) => remind(request, signal, ports),
    used: async (memories, atMs, messageId) => {
      const ids = new Set<string>();
      for (const { id, kind } of memories) {
        if (kind === 'episode') ids.add(id);
        else if (kind === 'fact')
          for (const source of (await semantic.byId(id))?.sourceEpisodeIds ?? []) ids.add(source);
      }
      const found = await Promise.all([...ids].map(id => episodic.byId(id)));
      const keys = found.flatMap(episode => episode?.key ?? []);
      if (keys.length > 0) await episodic.strengthen(keys, atMs);
      const kept = memories.filter(({ kind }) => kind !== 'passage').map(({ id }) => id);
      if (kept.length > 0) await ports.explorer.addUses(kept, messageId);
    },
    remember: words => writing.run(() => rememberWords(words, ports)),
    consolidate: async signal => {
      if (ports.isPrivate()) return undefined;
      const night = await rooms.consolidate(signal);
      if (!signal.aborted) await tidying.tidy(signal);
      return night;
    },
    nights: limit => semantic.nights(limit),
    judgeChange: (id, verdict) => semantic.judge(id, verdict),
    facts: query => toldFacts(query, ports),
    explain: id => explain(id, ports),
    correct: (factId, value) => correctFact(semantic, factId, value, clock.nowMs()),
    previewForget: about => forgetting.preview(about),
    forget: token => writing.run(() => forgetting.forget(token)),
    receipts: limit => ports.eraser.receipts(limit),
    statistics: async () => ({
      ...(await semantic.count()),
      episodes: await episodic.count(),
      unconsolidated: await episodic.countUnconsolidated(countedAtMost),
      bytes: ports.bytes(),
      embedder: ports.embedder.model,
    }),
    recalled: ids => recalledFor(ids, ports),
    exclusions: async () => preferences().excludedTopics,
    exclude: async (topic, on) => {
      await ports.changePreferences(withTopic(preferences(), topic, on));
      return preferences().excludedTopics;
    },
    exportMemories: () => exportMemories(ports),
    importMemories: (records, options = {}) => importer.import(records, options),
    settleImports: () => importer.settle(),
    setConversationHidden: (conversationId, hidden) => episodic.setHidden({ conversationId }, hidden),
    setMessagesHidden: (ids, hidden) => episodic.setHidden({ ids }, hidden),
    removeConversation: async id => {
      await removeConversation(id, ports);
      rooms.letGo();
    },
    isPrivate: ports.isPrivate,
    setPrivate: ports.setPrivate,
    close: () => ports.embedder.close(),
  };
}

/** A greater number says only that there is much to do. */
const countedAtMost = 10_000;
