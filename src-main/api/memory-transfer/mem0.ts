/** One memory of a mem0 export: a sentence about the user, mostly in the third person. */
import * as z from 'zod/mini';
import type { ImportedUtterance } from '../../ports/memory-records.ts';
import { conversationIdOf } from './conversation-id.ts';
import { msOfIso } from './dates.ts';
import { inFirstPerson } from './first-person.ts';

const text = z.optional(z.nullable(z.string()));

export const mem0Memory = z.object({
  memory: z.string(),
  role: text,
  user_id: text,
  agent_id: text,
  run_id: text,
  created_at: text,
});

export function* readMem0(
  memory: z.output<typeof mem0Memory>,
  _at: number,
  nowMs: number,
): Generator<ImportedUtterance> {
  const words = memory.memory.trim();
  if (words === '') return;
  const isUsers =
    memory.role == null ? memory.user_id != null || memory.agent_id == null : memory.role === 'user';
  yield {
    kind: 'utterance',
    text: isUsers ? inFirstPerson(words) : words,
    atMs: msOfIso(memory.created_at, nowMs),
    provenance: isUsers ? 'user' : 'assistant',
    conversationId: conversationIdOf(memory.run_id ?? 'imported-mem0', 1),
  };
}
