/** A conversation of a Claude export: its messages in order. */
import * as z from 'zod/mini';
import type { Provenance } from '../../domain/memory.ts';
import type { ImportedUtterance } from '../../ports/memory-records.ts';
import { conversationIdOf } from './conversation-id.ts';
import { msOfIso } from './dates.ts';

const text = z.optional(z.nullable(z.string()));

export const claudeConversation = z.object({
  uuid: text,
  created_at: text,
  chat_messages: z.array(
    z.object({
      sender: z.string(),
      text,
      content: z.optional(z.nullable(z.array(z.object({ type: z.optional(z.string()), text })))),
      created_at: text,
    }),
  ),
});

const provenances: Readonly<Record<string, Provenance>> = { human: 'user', assistant: 'assistant' };

export function* readClaude(
  conversation: z.output<typeof claudeConversation>,
  at: number,
  nowMs: number,
): Generator<ImportedUtterance> {
  const conversationId = conversationIdOf(conversation.uuid, at);
  let atMs = msOfIso(conversation.created_at, nowMs);
  for (const message of conversation.chat_messages) {
    atMs = msOfIso(message.created_at, atMs);
    const provenance = Object.hasOwn(provenances, message.sender) ? provenances[message.sender] : undefined;
    const said = wordsOf(message);
    if (provenance !== undefined && said !== '')
      yield { kind: 'utterance', text: said, atMs, provenance, conversationId };
  }
}

/** Newer exports have blocks, some of which are tools' and pictures'. */
function wordsOf(message: z.output<typeof claudeConversation>['chat_messages'][number]): string {
  const blocks = (message.content ?? [])
    .filter(block => block.type === 'text')
    .map(block => block.text ?? '');
  return (blocks.join('\n') || message.text || '').trim();
}
