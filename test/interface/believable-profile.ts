/** Fills a profile as months of use would, through the program's own commands. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatExport } from '../../src-main/conversation/export-format.ts';
import type { Message } from '../../src-main/domain/conversation.ts';
import { newId } from '../../src-main/domain/id.ts';
import type { Language } from '../../src-main/domain/language.ts';
import type { ConversationExport } from '../../src-main/ports/memory-store.ts';
import type { Client } from '../../src-preload/connect.ts';
import { importFile } from '../../src-preload/import-file.ts';
import { importMemories } from '../../src-preload/memory-file.ts';
import { believable, type PastTalk } from './believable-words.ts';

const dayMs = 24 * 3_600_000;
const betweenMs = 40_000;
const patienceMs = 30_000;

export interface Filling {
  readonly language: Language;
  /** Some time of the day on which the profile is looked at. */
  readonly todayMs: number;
  /** Where the person's documents lie, for as long as the profile is used. */
  readonly documents: string;
}

export async function fillProfile(client: Client, filling: Filling): Promise<void> {
  const { language, todayMs, documents } = filling;
  const words = believable[language];
  const { profile } = await client.call('app.snapshot', {});
  await client.call('profile.change', { id: profile.id, name: words.name, language });
  await importMemories(client, newId(), inOnePiece(toldBefore(words.told, todayMs)));
  await writeFile(join(documents, words.document.name), words.document.text);
  await client.call('knowledge.add', { path: documents });
  await documentsRead(client);
  const conversationId = newId();
  for (const order of words.orders) await ask(client, conversationId, order);
  await client.call('conversation.delete', { id: conversationId });
  await factsKnown(client);
  const list = words.past.map(talk => exported(talk, language, todayMs));
  const { text } = formatExport(list, 'json', { language, nowMs: todayMs });
  await importFile(client, newId(), text);
  const talk = newId();
  for (const [question] of words.asked) await ask(client, talk, question);
}

async function documentsRead(client: Client): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (performance.now() < endMs) {
    const { status } = await client.call('knowledge.list', { limit: 1 });
    if (status.indexed > 0 && status.waiting === 0) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('the documents were not read in time');
}

/** Of all that was told: a night that a turn has broken off goes on with the next one. */
async function factsKnown(client: Client): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (performance.now() < endMs) {
    const { night } = await client.call('memory.consolidate', {});
    const { facts } = await client.call('memory.statistics', {});
    if (night === undefined && facts > 0) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('what was told became no facts in time');
}

async function* inOnePiece(text: string): AsyncGenerator<string> {
  yield text;
}

/** Until the answer is whole. */
async function ask(client: Client, conversationId: string, text: string): Promise<void> {
  const turnId = newId();
  const ended = new Promise<void>(resolve => {
    const stop = client.on('turn.ended', turn => {
      if (turn.turnId !== turnId) return;
      stop();
      resolve();
    });
  });
  await client.call('turn.ask', { turnId, conversationId, text, origin: 'typed' });
  await ended;
}

/** As an export of another program holds it, so that each sentence keeps its own day. */
function toldBefore(told: readonly (readonly [number, string])[], todayMs: number): string {
  return JSON.stringify(
    told.map(([daysAgo, text], at) => {
      const seconds = (todayMs - daysAgo * dayMs) / 1000 + at * 60;
      const message = {
        author: { role: 'user' },
        create_time: seconds,
        content: { content_type: 'text', parts: [text] },
      };
      return {
        id: `told-${at}`,
        title: text,
        create_time: seconds,
        current_node: 'a',
        mapping: { root: { parent: null, message: null }, a: { parent: 'root', message } },
      };
    }),
  );
}

function exported(
  { title, daysAgo, at, said }: PastTalk,
  language: Language,
  todayMs: number,
): ConversationExport {
  const day = new Date(todayMs - daysAgo * dayMs);
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const startMs = day.setHours(hour, minute, 0, 0);
  const id = newId();
  const messages: Message[] = [];
  let turnId = '';
  for (const [number, text] of said.entries()) {
    const isUser = number % 2 === 0;
    if (isUser) turnId = newId();
    messages.push({
      id: newId(),
      conversationId: id,
      parentId: messages.at(-1)?.id ?? null,
      role: isUser ? 'user' : 'assistant',
      text,
      status: 'complete',
      createdAtMs: startMs + number * betweenMs,
      turnId,
      language,
      ...(isUser ? { origin: 'typed' as const } : { answeredBy: answeredBy() }),
    });
  }
  return {
    conversation: {
      id,
      title,
      createdAtMs: startMs,
      updatedAtMs: startMs + said.length * betweenMs,
      messageCount: said.length,
    },
    messages,
    headMessageId: messages.at(-1)?.id ?? null,
  };
}

const answeredBy = () =>
  ({ kind: 'model', backendId: 'ollama', backendLabel: 'Ollama', model: 'storyteller:latest' }) as const;
