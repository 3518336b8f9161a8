/** Conversations as an export holds them, of made-up words in the frequencies of French and English. */
import type { Message } from '../src-main/domain/conversation.ts';
import { newId } from '../src-main/domain/id.ts';
import type { ConversationExport } from '../src-main/ports/memory-store.ts';
import type { createChatText } from './chat-text.ts';

export function exportedChat(
  chat: ReturnType<typeof createChatText>,
  { atMs, messageCount }: { atMs: number; messageCount: number },
): ConversationExport {
  const id = newId();
  const messages: Message[] = [];
  let turnId = '';
  for (let number = 0; number < messageCount; number += 1) {
    const isUser = number % 2 === 0;
    if (isUser) turnId = newId();
    messages.push({
      id: newId(),
      conversationId: id,
      parentId: messages.at(-1)?.id ?? null,
      role: isUser ? 'user' : 'assistant',
      text: chat.message(),
      status: 'complete',
      createdAtMs: atMs + number * 1000,
      turnId,
      language: 'fr',
      ...(isUser
        ? { origin: 'typed' as const }
        : {
            answeredBy: {
              kind: 'model' as const,
              backendId: 'ollama',
              backendLabel: 'Ollama',
              model: 'llama3.2',
            },
            usage: { promptTokens: 812, answerTokens: 71 },
          }),
    });
  }
  const title = chat.message().slice(0, 40);
  const updatedAtMs = atMs + messageCount * 1000;
  return {
    conversation: { id, title, createdAtMs: atMs, updatedAtMs, messageCount },
    messages,
    headMessageId: messages.at(-1)?.id ?? null,
  };
}
