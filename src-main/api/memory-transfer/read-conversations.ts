/** Reads what ChatGPT, Claude and mem0 export: each entry of their array as what was said in it. */
import type * as z from 'zod/mini';
import type { ImportedUtterance } from '../../ports/memory-records.ts';
import { chatGptConversation, readChatGpt } from './chatgpt.ts';
import { claudeConversation, readClaude } from './claude.ts';
import { noMemories, wrongAt } from './faults.ts';
import { mem0Memory, readMem0 } from './mem0.ts';

type Read = (entry: unknown, at: number, nowMs: number) => Iterable<ImportedUtterance>;

function reader<Schema extends z.ZodMiniType>(
  schema: Schema,
  read: (entry: z.output<Schema>, at: number, nowMs: number) => Iterable<ImportedUtterance>,
): Read {
  return (entry, at, nowMs) => {
    const parsed = schema.safeParse(entry);
    if (!parsed.success) throw wrongAt(at, parsed.error);
    return read(parsed.data, at, nowMs);
  };
}

const readers: readonly { readonly field: string; readonly read: Read }[] = [
  { field: 'mapping', read: reader(chatGptConversation, readChatGpt) },
  { field: 'chat_messages', read: reader(claudeConversation, readClaude) },
  { field: 'memory', read: reader(mem0Memory, readMem0) },
];

/** Throws `memory.import-malformed` for entries of no program that is known, or of several. */
export async function* readConversations(
  entries: AsyncIterable<unknown>,
  nowMs: number,
): AsyncGenerator<ImportedUtterance> {
  let read: Read | undefined;
  let at = 0;
  for await (const entry of entries) {
    at++;
    read ??= readerOf(entry);
    yield* read(entry, at, nowMs);
  }
  if (read === undefined) throw unknownProgram();
}

function readerOf(entry: unknown): Read {
  const found =
    typeof entry === 'object' && entry !== null && readers.find(({ field }) => Object.hasOwn(entry, field));
  if (!found) throw unknownProgram();
  return found.read;
}

const unknownProgram = () =>
  noMemories({ fr: 'son programme n’est pas connu', en: 'the program that wrote it is not known' });
