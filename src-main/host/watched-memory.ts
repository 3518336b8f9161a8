/** The conversations of a profile, whose changes the memory follows: deleted, brought back, imported, another branch chosen. */
import { branchLimit } from '../conversation/answer-turn.ts';
import type { Brain } from '../memory/brain.ts';
import type { MemoryStore } from '../ports/memory-store.ts';

export interface WatchedMemoryPorts {
  readonly brain: Pick<Brain, 'setConversationHidden' | 'setMessagesHidden'>;
  /** There is more to perceive. */
  readonly onImported: () => void;
  /** What is recalled is another by now. */
  readonly onChanged: () => void;
  /** What could not be followed is made up for at the next start. */
  readonly onError: (error: unknown) => void;
}

export function watchedMemory(memory: MemoryStore, ports: WatchedMemoryPorts): MemoryStore {
  const { brain, onImported, onChanged, onError } = ports;
  const follow = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      onError(error);
    }
    onChanged();
  };
  return {
    ...memory,
    deleteConversation: async (id, atMs) => {
      await memory.deleteConversation(id, atMs);
      await follow(() => brain.setConversationHidden(id, true));
    },
    restoreConversation: async id => {
      const conversation = await memory.restoreConversation(id);
      await follow(async () => {
        await brain.setConversationHidden(id, false);
        await hideOtherBranches(id, memory, brain);
      });
      return conversation;
    },
    selectBranch: async (id, messageId) => {
      await memory.selectBranch(id, messageId);
      await follow(() => hideOtherBranches(id, memory, brain));
    },
    importConversations: async (parts, options) => {
      const counts = await memory.importConversations(parts, options);
      onImported();
      return counts;
    },
  };
}

/** Of words that were edited those on the active branch count. */
async function hideOtherBranches(
  id: string,
  memory: MemoryStore,
  brain: Pick<Brain, 'setMessagesHidden'>,
): Promise<void> {
  const branch = await memory.openBranch(id, { limit: branchLimit });
  const edited = branch.filter(({ role, siblingIds }) => role === 'user' && siblingIds.length > 1);
  if (edited.length === 0) return;
  const active = edited.map(message => message.id);
  await brain.setMessagesHidden(
    edited.flatMap(({ siblingIds }) => siblingIds).filter(sibling => !active.includes(sibling)),
    true,
  );
  await brain.setMessagesHidden(active, false);
}
