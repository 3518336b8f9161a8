/** A brain that is loaded when it is first asked, or a while after the start, so that no start waits for it. */
import type { Brain } from '../memory/brain.ts';
import type { MemoryExplorer } from '../memory/explorer/explorer.ts';
import type { MemoryRecord } from '../ports/memory-records.ts';

export interface LateBrain {
  readonly brain: Brain;
  /** Undefined until it is loaded. */
  loaded(): Brain | undefined;
  load(): Promise<Brain>;
}

type Switch = Pick<Brain, 'isPrivate' | 'setPrivate'>;

export function lateBrain(open: () => Promise<Brain>, { isPrivate, setPrivate }: Switch): LateBrain {
  let loaded: Brain | undefined;
  let loading: Promise<Brain> | undefined;
  const load = (): Promise<Brain> => {
    loading ??= open().then(
      brain => {
        loaded = brain;
        return brain;
      },
      (error: unknown) => {
        // A fault of a moment, as a full disk, must not last until the next start.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  return {
    load,
    loaded: () => loaded,
    brain: {
      explorer: lateExplorer(async () => (await load()).explorer),
      perceive: async turn => (await load()).perceive(turn),
      judge: async turn => (await load()).judge(turn),
      recall: async (...what) => (await load()).recall(...what),
      answers: async request => (await load()).answers(request),
      saidThen: async request => (await load()).saidThen(request),
      remind: async (...what) => (await load()).remind(...what),
      used: async (...what) => (await load()).used(...what),
      remember: async words => (await load()).remember(words),
      consolidate: async signal => (await load()).consolidate(signal),
      nights: async limit => (await load()).nights(limit),
      judgeChange: async (...what) => (await load()).judgeChange(...what),
      facts: async query => (await load()).facts(query),
      explain: async id => (await load()).explain(id),
      correct: async (...what) => (await load()).correct(...what),
      previewForget: async about => (await load()).previewForget(about),
      forget: async token => (await load()).forget(token),
      receipts: async limit => (await load()).receipts(limit),
      statistics: async () => (await load()).statistics(),
      recalled: async ids => (await load()).recalled(ids),
      exclusions: async () => (await load()).exclusions(),
      exclude: async (...what) => (await load()).exclude(...what),
      exportMemories: () => exported(load),
      importMemories: async (...what) => (await load()).importMemories(...what),
      settleImports: async () => (await load()).settleImports(),
      setConversationHidden: async (...what) => (await load()).setConversationHidden(...what),
      setMessagesHidden: async (...what) => (await load()).setMessagesHidden(...what),
      removeConversation: async id => (await load()).removeConversation(id),
      isPrivate,
      setPrivate,
      close: async () => (await loading)?.close(),
    },
  };
}

const lateExplorer = (load: () => Promise<MemoryExplorer>): MemoryExplorer => ({
  overview: async () => (await load()).overview(),
  days: async name => (await load()).days(name),
  browse: async query => (await load()).browse(query),
  graph: async about => (await load()).graph(about),
  merge: async order => (await load()).merge(order),
});

async function* exported(load: () => Promise<Brain>): AsyncGenerator<MemoryRecord> {
  yield* (await load()).exportMemories();
}
