/** A brain whose changes are told, whoever asked for them: a window, the command line, or the voice. */
import type { Publish } from '../api/services.ts';
import type { Brain } from '../memory/brain.ts';
import type { MemoryStore } from '../ports/memory-store.ts';

export interface ToldBrainPorts {
  readonly conversations: Pick<MemoryStore, 'listConversations'>;
  readonly tellOrganizer: () => Promise<unknown>;
  readonly publish: Publish;
  /** What the windows were told so far may hold what is forgotten. */
  readonly onForgotten: () => void;
  /** What the memory holds is another now. */
  readonly onChanged: () => void;
}

/** Previews whose conversations are still known; older ones are forgotten without telling the windows which changed. */
const maxPreviews = 32;
const listedAtMost = 200;

export function toldBrain(brain: Brain, ports: ToldBrainPorts): Brain {
  const conversationsOf = new Map<string, ReadonlySet<string>>();
  const changing = async <T>(action: Promise<T>): Promise<T> => {
    const result = await action;
    ports.onChanged();
    return result;
  };
  return {
    ...brain,
    explorer: { ...brain.explorer, merge: order => changing(brain.explorer.merge(order)) },
    correct: (...what) => changing(brain.correct(...what)),
    judgeChange: (...what) => changing(brain.judgeChange(...what)),
    exclude: (...what) => changing(brain.exclude(...what)),
    importMemories: (...what) => changing(brain.importMemories(...what)),
    consolidate: signal => changing(brain.consolidate(signal)),
    previewForget: async about => {
      const preview = await brain.previewForget(about);
      conversationsOf.set(preview.token, new Set(preview.messages.map(one => one.conversationId)));
      for (const oldest of [...conversationsOf.keys()].slice(0, -maxPreviews)) conversationsOf.delete(oldest);
      return preview;
    },
    forget: async token => {
      const receipt = await changing(brain.forget(token));
      ports.onForgotten();
      const conversationIds = conversationsOf.get(token) ?? new Set();
      conversationsOf.delete(token);
      await tellForgotten(conversationIds, ports);
      return receipt;
    },
  };
}

/** The windows still show what is gone: the conversations it was said in, their titles, and the notes. */
async function tellForgotten(
  conversationIds: ReadonlySet<string>,
  { conversations, tellOrganizer, publish }: ToldBrainPorts,
): Promise<void> {
  for (const id of conversationIds) publish('conversation.reloaded', { id });
  if (conversationIds.size > 0) {
    for (const conversation of await conversations.listConversations({ limit: listedAtMost })) {
      publish('conversation.changed', conversation);
    }
  }
  await tellOrganizer();
}
