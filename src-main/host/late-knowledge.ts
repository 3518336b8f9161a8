/** The person's documents, loaded when they are first asked for, or a while after the start. */
import { JarvisError } from '../domain/errors.ts';
import type { Knowledge } from '../memory/knowledge/knowledge.ts';
import type { OpenedKnowledge } from './open-knowledge.ts';

export interface LateKnowledge {
  readonly knowledge: Knowledge;
  /** Undefined until they are loaded. */
  loaded(): OpenedKnowledge | undefined;
  load(): Promise<OpenedKnowledge>;
  close(): Promise<void>;
}

export function lateKnowledge(open: () => Promise<OpenedKnowledge>): LateKnowledge {
  let loaded: OpenedKnowledge | undefined;
  let loading: Promise<OpenedKnowledge> | undefined;
  let isClosed = false;
  const load = async (): Promise<OpenedKnowledge> => {
    // A start that is still under way must not open again what has just been closed.
    if (isClosed) throw new JarvisError('host.stopping');
    loading ??= open().then(
      async knowledge => {
        loaded = knowledge;
        await knowledge.start();
        return knowledge;
      },
      (error: unknown) => {
        // A fault of a moment must not last until the next start.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  return {
    load,
    loaded: () => loaded,
    knowledge: {
      add: async path => (await load()).add(path),
      addContent: async (...given) => (await load()).addContent(...given),
      remove: async id => (await load()).remove(id),
      sources: async () => (await load()).sources(),
      documents: async query => (await load()).documents(query),
      status: async () => (await load()).status(),
      find: async query => (await load()).find(query),
      passage: async id => (await load()).passage(id),
      openFile: async id => (await load()).openFile(id),
      pause: async () => (await load()).pause(),
      resume: async () => (await load()).resume(),
    },
    close: async () => {
      isClosed = true;
      await loading?.catch(() => undefined);
      await loaded?.close();
    },
  };
}
