/** Conversations as a file: JSON, which keeps everything, or Markdown, which reads well; both can be read back. */

import type { Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { ConversationExport } from '../ports/memory-store.ts';
import { malformed, wrongShape } from './export-format-faults.ts';
import { formatMarkdown, isMarkdownExport, parseMarkdown } from './export-format-markdown.ts';
import { jsonExport } from './export-format-schema.ts';
import { isOwnContext } from './persona.ts';

const brokenJson: Bilingual = {
  fr: 'le JSON est abîmé ou coupé avant la fin',
  en: 'the JSON is broken or cut short',
};
const foreign: Bilingual = {
  fr: 'ce n’est ni du JSON ni du Markdown de Jarvis',
  en: 'it is neither JSON nor Markdown of Jarvis',
};

/** The largest file read, in UTF-16 units. */
export const maxExportLength = 64 * 1024 * 1024;

export interface ExportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Markdown holds the active branch of each conversation, JSON all of them. */
export function formatExport(
  conversations: readonly ConversationExport[],
  format: 'json' | 'markdown',
  { language, nowMs }: { language: Language; nowMs: number },
): ExportFile {
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const exported = conversations.map(withoutMemories);
  if (format === 'markdown') {
    return {
      fileName: `jarvis-${day}.md`,
      mediaType: 'text/markdown; charset=utf-8',
      text: formatMarkdown(exported, language),
    };
  }
  const content = { format: 'jarvis-export', version: 1, exportedAtMs: nowMs, conversations: exported };
  return {
    fileName: `jarvis-${day}.json`,
    mediaType: 'application/json; charset=utf-8',
    text: `${JSON.stringify(content, null, 1)}\n`,
  };
}

/** What was recalled for an answer stays here: a copy elsewhere could not be forgotten. Times are this machine's. */
const withoutMemories = (one: ConversationExport): ConversationExport => ({
  ...one,
  messages: one.messages.map(
    ({ memoryContext: _block, recalled: _memories, timeline: _times, images: _pictures, ...message }) =>
      message,
  ),
});

/** Throws `import.malformed` or `import.too-large`. What it returns is whole: every message after its parent. */
export function parseExport(text: string): readonly ConversationExport[] {
  if (text.length > maxExportLength) {
    const megabytes = (length: number) => Math.ceil(length / (1024 * 1024));
    throw new JarvisError('import.too-large', {
      size: megabytes(text.length),
      limit: megabytes(maxExportLength),
    });
  }
  const content = text.replace(/^\ufeff/, '').trimStart();
  const conversations = isMarkdownExport(content) ? parseMarkdown(content) : parseJson(content);
  return conversations.map(connect);
}

function parseJson(text: string): readonly ConversationExport[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw malformed(text.startsWith('{') ? brokenJson : foreign, error);
  }
  const parsed = jsonExport.safeParse(content);
  if (parsed.success) return parsed.data.conversations;
  throw malformed(wrongShape(parsed.error), parsed.error);
}

/** Checks that ids, parents and the head fit together. */
function connect({ conversation, messages, headMessageId }: ConversationExport): ConversationExport {
  const known = new Set<string>();
  for (const message of messages) {
    if (known.has(message.id))
      throw malformed({
        fr: `le message ${message.id} y est deux fois`,
        en: `message ${message.id} is there twice`,
      });
    if (message.parentId !== null && !known.has(message.parentId)) {
      throw malformed({
        fr: `le message ${message.id} ne suit pas le message ${message.parentId}`,
        en: `message ${message.id} does not follow message ${message.parentId}`,
      });
    }
    known.add(message.id);
  }
  if (headMessageId !== null && !known.has(headMessageId))
    throw malformed({ fr: `pas de message ${headMessageId}`, en: `no message ${headMessageId}` });
  return {
    conversation: { ...conversation, messageCount: messages.length },
    messages: messages.map(message => ({ ...withOwnContext(message), conversationId: conversation.id })),
    headMessageId,
  };
}

/**
 * The context goes into prompts and no window shows it: only one that this program would write itself is taken from
 * a file, so that nothing can be said to the model behind the user's back.
 */
function withOwnContext(message: Message): Message {
  const { promptContext: given, ...rest } = message;
  if (given === undefined || (rest.role === 'user' && isOwnContext(given, rest.createdAtMs))) return message;
  return rest;
}
