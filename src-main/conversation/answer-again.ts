/** Answers that are made once more: beside the one that is there, or going on where one ended too early. */
import type { Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { Turn } from './run-turn.ts';

type Store = Pick<MemoryStore, 'getMessage' | 'selectBranch'>;

export interface AnswerAgain {
  readonly user: Message;
  readonly mode: Turn['mode'];
  readonly answerId: string;
}

/** `message`: the answer or the user message. Makes its branch the active one. */
export async function planRegenerate(message: Message, store: Store): Promise<AnswerAgain> {
  const user = message.role === 'user' ? message : await questionOf(message, store);
  await store.selectBranch(user.conversationId, user.id);
  return { user, mode: { kind: 'new' }, answerId: newId() };
}

/** Throws `input.invalid` for what is whole, or no answer. */
export async function planContinue(message: Message, store: Store): Promise<AnswerAgain> {
  if (!canGoOn(message)) {
    throw new JarvisError('input.invalid', {
      detail: {
        fr: 'seule une réponse inachevée peut être continuée',
        en: 'only an answer that is not whole can be continued',
      },
    });
  }
  const user = await questionOf(message, store);
  return { user, mode: { kind: 'continue', textSoFar: message.text }, answerId: message.id };
}

async function questionOf(message: Message, store: Store): Promise<Message> {
  if (message.parentId === null)
    throw new JarvisError('input.invalid', {
      detail: { fr: 'cette réponse n’a pas de question', en: 'this answer has no question' },
    });
  return store.getMessage(message.parentId);
}

/** An answer that ended before it was whole. One still marked as growing is not, by now: its end could not be written. */
function canGoOn({ role, status, notices = [] }: Message): boolean {
  if (role === 'user') return false;
  return status !== 'complete' || notices.includes('answer-cut') || notices.includes('stream-ended-early');
}
