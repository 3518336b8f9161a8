/** What an earlier program was asked to remember, and kept as sentences alone, becomes memory. */
import type { Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import type { RememberedFact } from '../domain/organizer.ts';
import type { Brain } from '../memory/brain.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { OrganizerStore } from '../ports/organizer-store.ts';

export interface EarlierFactsPorts {
  readonly organizer: Pick<OrganizerStore, 'findFacts' | 'deleteFact'>;
  readonly conversations: Pick<MemoryStore, 'getMessage'>;
  readonly brain: Pick<Brain, 'remember'>;
}

/** Each is kept in one place at least at every moment. Returns whether there were any. */
export async function takeInEarlierFacts(ports: EarlierFactsPorts): Promise<boolean> {
  const { organizer, brain } = ports;
  const facts = await organizer.findFacts('');
  for (const fact of facts) {
    const { text, language } = fact;
    const { store, why } = await brain.remember({ question: await askedIn(fact, ports), text, language });
    if (store || why === 'nothing-new') await organizer.deleteFact(fact.id);
  }
  return facts.length > 0;
}

/** The message that asked for it, where it is still there. */
async function askedIn(fact: RememberedFact, { conversations }: EarlierFactsPorts): Promise<Message> {
  const { id, text, language, createdAtMs, sourceMessageId } = fact;
  const bare: Message = {
    ...{ id, text, language, createdAtMs, turnId: id, conversationId: id, parentId: null },
    ...{ role: 'user', status: 'complete' },
  };
  if (sourceMessageId === undefined) return bare;
  try {
    return await conversations.getMessage(sourceMessageId);
  } catch (error) {
    if (error instanceof JarvisError && error.code === 'input.not-found') return bare;
    throw error;
  }
}
