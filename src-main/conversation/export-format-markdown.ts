/** Conversations as Markdown that a person reads and Jarvis reads back. */
import * as z from 'zod/mini';
import type { Message } from '../domain/conversation.ts';
import { newId } from '../domain/id.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { ConversationExport } from '../ports/memory-store.ts';
import { malformed, wrongShape } from './export-format-faults.ts';
import { conversation, messageParts } from './export-format-schema.ts';

/*
 * The parts stand between comments that carry a boundary, as in MIME: a random word of this one file that occurs in
 * none of its texts. Whatever a message holds, headings, fences or comments like these, it cannot end itself or
 * begin another.
 */
const firstLine = /^<!-- jarvis-export 1 ([0-9a-f-]{36}) -->/;
/** Without it a file that was cut between two messages would look whole. */
const lastLine = (boundary: string): string => `<!-- ${boundary} end of export -->`;
const names: Readonly<Record<Language, Readonly<Record<Message['role'], string>>>> = {
  fr: { user: 'Vous', assistant: 'Jarvis' },
  en: { user: 'You', assistant: 'Jarvis' },
};
/** What Markdown files lose on their way: carriage returns, NUL, and what UTF-8 cannot hold. */
const isFragile = (text: string): boolean => !text.isWellFormed() || /[\r\0]/.test(text);

const messageComment = z.object({ ...messageParts, text: z.exactOptional(z.string()) });

const cutShort: Bilingual = { fr: 'il est coupé avant la fin', en: 'it is cut short' };

export const isMarkdownExport = (text: string): boolean => firstLine.test(text);

export function formatMarkdown(conversations: readonly ConversationExport[], language: Language): string {
  const shown = conversations.map(one => ({ ...one, messages: activeBranch(one) }));
  const boundary = unusedWord(JSON.stringify(shown));
  const parts = [`<!-- jarvis-export 1 ${boundary} -->`];
  for (const { conversation: about, messages } of shown) {
    parts.push(comment(boundary, 'conversation', about), `# ${oneLine(about.title)}`);
    for (const message of messages) parts.push(...formatMessage(message, boundary, language));
  }
  parts.push(lastLine(boundary));
  return `${parts.join('\n\n')}\n`;
}

function formatMessage(message: Message, boundary: string, language: Language): readonly string[] {
  const { conversationId: _conversation, parentId: _parent, text, ...about } = message;
  const time = new Date(message.createdAtMs).toISOString().slice(0, 16).replace('T', ' ');
  return [
    comment(boundary, 'message', isFragile(text) ? { ...about, text } : about),
    `**${names[language][message.role]}** · ${time} UTC`,
    text,
    `<!-- ${boundary} end -->`,
  ];
}

/** `<` and `>` are written so that nothing in the JSON ends the comment. */
function comment(boundary: string, kind: string, content: unknown): string {
  const json = JSON.stringify(content).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
  return `<!-- ${boundary} ${kind} ${json} -->`;
}

function activeBranch({ messages, headMessageId }: ConversationExport): readonly Message[] {
  const byId = new Map(messages.map(message => [message.id, message]));
  const branch: Message[] = [];
  for (let id = headMessageId; id !== null; ) {
    const message = byId.get(id);
    if (message === undefined) break;
    branch.push(message);
    id = message.parentId;
  }
  return branch.reverse();
}

function unusedWord(content: string): string {
  for (;;) {
    const candidate = newId();
    if (!content.includes(candidate)) return candidate;
  }
}

const oneLine = (title: string): string =>
  title
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();

/** Throws `import.malformed`. Text outside the comments' parts is for people and is not read. */
export function parseMarkdown(text: string): readonly ConversationExport[] {
  const boundary = firstLine.exec(text)?.[1];
  if (boundary === undefined)
    throw malformed({ fr: 'la première ligne manque', en: 'the first line is missing' });
  if (!text.trimEnd().endsWith(lastLine(boundary))) throw malformed(cutShort);
  const found: { about: z.output<typeof conversation>; messages: Message[] }[] = [];
  for (const part of partsOf(text, boundary)) {
    if (part.kind === 'conversation') {
      found.push({ about: parse(conversation, part.json), messages: [] });
    } else {
      const current = found.at(-1);
      if (current === undefined)
        throw malformed({
          fr: 'un message précède sa conversation',
          en: 'a message stands before its conversation',
        });
      current.messages.push(messageOf(part, current.about.id, current.messages.at(-1)?.id ?? null));
    }
  }
  return found.map(({ about, messages }) => ({
    conversation: about,
    messages,
    headMessageId: messages.at(-1)?.id ?? null,
  }));
}

interface Part {
  readonly kind: 'conversation' | 'message';
  readonly json: string;
  readonly body: string;
}

function* partsOf(text: string, boundary: string): Generator<Part> {
  const opening = new RegExp(`<!-- ${boundary} (conversation|message) ([^\\n<>]*) -->`, 'g');
  const ending = `<!-- ${boundary} end -->`;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const kind = match[1] === 'message' ? 'message' : 'conversation';
    const end = kind === 'message' ? text.indexOf(ending, opening.lastIndex) : opening.lastIndex;
    if (end < 0) throw malformed(cutShort);
    yield { kind, json: match[2] ?? '', body: text.slice(opening.lastIndex, end) };
    opening.lastIndex = kind === 'message' ? end + ending.length : end;
  }
}

/** The body is an empty line, the line with name and time, an empty line, the text, an empty line. */
const bodyShape = /^\r?\n\r?\n[^\n]*\n\r?\n([\s\S]*?)\r?\n\r?\n$/;

function messageOf(part: Part, conversationId: string, parentId: string | null): Message {
  const { text: exact, ...about } = parse(messageComment, part.json);
  const body = bodyShape.exec(part.body)?.[1];
  if (body === undefined)
    throw malformed({
      fr: `le message ${about.id} a perdu sa forme`,
      en: `message ${about.id} has lost its shape`,
    });
  // A text with carriage returns is kept in the comment: those found here came on the way.
  return { ...about, conversationId, parentId, text: exact ?? body.replaceAll('\r\n', '\n') };
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, json: string): z.output<Schema> {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (error) {
    throw malformed({ fr: 'un commentaire de Jarvis est abîmé', en: 'a comment of Jarvis is broken' }, error);
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw malformed(wrongShape(parsed.error), parsed.error);
}
