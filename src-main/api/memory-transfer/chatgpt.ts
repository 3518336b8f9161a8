/** A conversation of a ChatGPT export: a tree of messages, of which the branch that was open last counts. */
import * as z from 'zod/mini';
import type { Provenance } from '../../domain/memory.ts';
import type { ImportedUtterance } from '../../ports/memory-records.ts';
import { conversationIdOf } from './conversation-id.ts';
import { msOfSeconds } from './dates.ts';

const node = z.object({
  parent: z.optional(z.nullable(z.string())),
  message: z.optional(
    z.nullable(
      z.object({
        author: z.object({ role: z.string() }),
        create_time: z.optional(z.nullable(z.number())),
        content: z.optional(
          z.nullable(
            z.object({ content_type: z.optional(z.string()), parts: z.optional(z.array(z.unknown())) }),
          ),
        ),
        metadata: z.optional(
          z.nullable(z.object({ is_visually_hidden_from_conversation: z.optional(z.unknown()) })),
        ),
      }),
    ),
  ),
});
type Node = z.output<typeof node>;

export const chatGptConversation = z.object({
  id: z.optional(z.nullable(z.string())),
  conversation_id: z.optional(z.nullable(z.string())),
  create_time: z.optional(z.nullable(z.number())),
  current_node: z.optional(z.nullable(z.string())),
  // A key may be anything, "__proto__" too: entries, never properties.
  mapping: z.pipe(
    z.record(z.string(), node),
    z.transform(nodes => new Map<string, Node>(Object.entries(nodes))),
  ),
});

const provenances: Readonly<Record<string, Provenance>> = {
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
};

export function* readChatGpt(
  conversation: z.output<typeof chatGptConversation>,
  at: number,
  nowMs: number,
): Generator<ImportedUtterance> {
  const conversationId = conversationIdOf(conversation.conversation_id ?? conversation.id, at);
  let atMs = msOfSeconds(conversation.create_time, nowMs);
  for (const { message } of branchOf(conversation)) {
    if (!message) continue;
    const role = message.author.role;
    const provenance = Object.hasOwn(provenances, role) ? provenances[role] : undefined;
    const text = textOf(message.content);
    if (provenance === undefined || text === '' || message.metadata?.is_visually_hidden_from_conversation)
      continue;
    atMs = msOfSeconds(message.create_time, atMs);
    yield { kind: 'utterance', text, atMs, provenance, conversationId };
  }
}

/** From the root; a circle, or a parent that is not there, ends it. Without an open branch: every node as it stands. */
function branchOf({ mapping, current_node }: z.output<typeof chatGptConversation>): readonly Node[] {
  if (current_node == null || !mapping.has(current_node)) return [...mapping.values()];
  const branch = new Map<string, Node>();
  for (let id: string | null | undefined = current_node; id != null && !branch.has(id); ) {
    const found = mapping.get(id);
    if (found === undefined) break;
    branch.set(id, found);
    id = found.parent;
  }
  return [...branch.values()].reverse();
}

/** Words alone: pictures, code that ran and instructions are none. */
function textOf(content: NonNullable<Node['message']>['content']): string {
  if (content == null || !['text', 'multimodal_text', undefined].includes(content.content_type)) return '';
  const words = (content.parts ?? []).filter(part => typeof part === 'string');
  return words.join('\n').trim();
}
