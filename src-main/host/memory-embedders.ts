/** The models of meanings of a profile: the table, the one that was chosen, and the work that a change leaves. */
import type { EmbedderChoice, ProfilePreferences } from '../domain/settings.ts';
import type { MemoryEmbedders } from '../memory/embedder-status.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { EpisodicMemoryStore } from '../ports/episodic-memory-store.ts';
import type { ChosenEmbedder, ChosenEmbedderOptions } from './chosen-embedder.ts';
import { EmbeddingAnew } from './embedding-anew.ts';
import { lateEmbedder } from './late-embedder.ts';

export interface MemoryEmbeddersOptions {
  readonly episodic: EpisodicMemoryStore;
  readonly clock: Clock;
  readonly preferences: () => ProfilePreferences;
  readonly setPreferences: (preferences: ProfilePreferences) => Promise<void>;
  readonly isBusy: () => boolean;
  /** Other memories may be found now. */
  readonly onChanged: () => void;
  readonly onError: (error: unknown) => void;
  readonly embeddingModels?: string;
  /** It crashed again and again: no engine of our own. */
  readonly isSafe?: boolean;
  /** For tests. */
  readonly openChosen?: ChosenEmbedderOptions['open'];
}

export interface OpenedMemoryEmbedders {
  readonly builtIn: () => Promise<Embedder>;
  readonly chosen: () => Promise<ChosenEmbedder>;
  readonly services: MemoryEmbedders;
  /** Memories without vectors of the one in use get them from now on, in the pauses. */
  start(): void;
  preferencesChanged(): void;
  close(): Promise<void>;
}

export function openMemoryEmbedders(options: MemoryEmbeddersOptions): OpenedMemoryEmbedders {
  const { clock, episodic, preferences, onError } = options;
  const builtIn = lateEmbedder();
  const choice = (): EmbedderChoice => preferences().memory.embedder ?? 'built-in';
  let opened: ChosenEmbedder | undefined;
  let loading: Promise<ChosenEmbedder> | undefined;
  let isStarted = false;
  const work = new EmbeddingAnew({
    ...{ episodic, clock, onError, isBusy: options.isBusy },
    embedder: async () => {
      const one = await chosen();
      await one.settled();
      return one.current();
    },
    keepsOthers: () => opened?.isStandIn === true,
    onDone: () => {
      options.onChanged();
      opened?.dropFormer().catch(onError);
    },
  });
  const begin = (): void => {
    if (isStarted) work.begin().catch(onError);
  };
  const open = async (): Promise<ChosenEmbedder> => {
    const [{ ChosenEmbedder: Chosen }, table] = await Promise.all([
      import('./chosen-embedder.ts'),
      builtIn(),
    ]);
    opened = new Chosen({
      builtIn: table,
      clock,
      open: options.openChosen ?? ((...what) => openChosen(what, options)),
      onChanged: () => {
        options.onChanged();
        begin();
      },
    });
    opened.choose(choice());
    return opened;
  };
  const chosen = (): Promise<ChosenEmbedder> => {
    loading ??= open();
    return loading;
  };
  const status: MemoryEmbedders['status'] = async () => {
    const one = await chosen();
    return {
      choice: one.choice,
      model: one.current().model,
      isOpening: one.isOpening,
      ...(one.fault && { fault: one.fault }),
      isWorking: work.isWorking,
      episodes: await episodic.count(),
      models: await episodic.models(),
    };
  };
  return {
    builtIn,
    chosen,
    services: {
      status,
      fault: () => opened?.fault,
      use: async next => {
        const one = await chosen();
        await one.use(next);
        const before = preferences();
        try {
          await options.setPreferences(withChoice(before, next));
        } catch (error) {
          one.choose(before.memory.embedder ?? 'built-in');
          throw error;
        }
      },
      examine: async () => {
        const one = await chosen();
        await one.settled();
        await one.lookAgain();
        return status();
      },
    },
    start: () => {
      isStarted = true;
      begin();
    },
    preferencesChanged: () => opened?.choose(choice()),
    close: async () => {
      isStarted = false;
      await opened?.close();
      await work.close();
    },
  };
}

function withChoice(before: ProfilePreferences, choice: EmbedderChoice): ProfilePreferences {
  const { embedder: _before, ...memory } = before.memory;
  return { ...before, memory: choice === 'built-in' ? memory : { ...memory, embedder: choice } };
}

async function openChosen(
  [choice, signal]: Parameters<ChosenEmbedderOptions['open']>,
  options: MemoryEmbeddersOptions,
): Promise<Embedder> {
  const { openChosenEmbedder } = await import('./open-chosen-embedder.ts');
  return openChosenEmbedder(choice, options, signal);
}
