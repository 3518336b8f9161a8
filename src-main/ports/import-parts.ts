/** Whole conversations as the small parts in which they are imported. */
import type { ConversationExport, ImportPart } from './memory-store.ts';

/** Few enough that handing them over is never noticed. */
const messagesAtOnce = 100;

export function* importParts(conversations: Iterable<ConversationExport>): Generator<ImportPart> {
  for (const { conversation, headMessageId, messages } of conversations) {
    yield { conversation, headMessageId };
    for (let at = 0; at < messages.length; at += messagesAtOnce)
      yield { messages: messages.slice(at, at + messagesAtOnce) };
  }
}
