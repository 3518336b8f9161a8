/** Ten thousand messages in one conversation, as many memories, and a very long list. */

import { formatExport } from '../../src-main/conversation/export-format.ts';
import type { Message } from '../../src-main/domain/conversation.ts';
import { newId } from '../../src-main/domain/id.ts';
import type { Client } from '../../src-preload/connect.ts';
import { importFile } from '../../src-preload/import-file.ts';
import { importMemories } from '../../src-preload/memory-file.ts';

export const hugeTitle = 'Dix mille messages';
const count = 10_000;
const perConversation = 100;
const listItems = 500;
const hourMs = 3_600_000;

export async function bringTenThousand(client: Client, todayMs: number): Promise<void> {
  const startMs = todayMs - count * hourMs;
  const id = newId();
  const messages: Message[] = [];
  for (let number = 0; number < count; number += 1)
    messages.push({
      id: newId(),
      conversationId: id,
      parentId: messages.at(-1)?.id ?? null,
      role: number % 2 === 0 ? 'user' : 'assistant',
      text: `Message ${number + 1} : le phare tourne, la mer monte, et le gardien note l’heure ${number % 24}.`,
      status: 'complete',
      createdAtMs: startMs + number * hourMs,
      turnId: messages.at(-1)?.turnId ?? newId(),
      language: 'fr',
    });
  const conversation = {
    id,
    title: hugeTitle,
    createdAtMs: startMs,
    updatedAtMs: todayMs - hourMs,
    messageCount: count,
  };
  const exported = { conversation, messages, headMessageId: messages.at(-1)?.id ?? null };
  const { text } = formatExport([exported], 'json', { language: 'fr', nowMs: todayMs });
  await importFile(client, newId(), text);
  await importMemories(client, newId(), toldPieces(startMs));
  // Each is a commit of its own; nobody has ten thousand things on a list.
  for (let number = 0; number < listItems; number += 1)
    await client.call('listItem.add', { id: newId(), list: 'shopping', text: `Article ${number + 1}` });
}

/** As another program's export: a list of conversations, each a chain of what the person said. */
async function* toldPieces(startMs: number): AsyncGenerator<string> {
  for (let from = 0; from < count; from += perConversation) {
    const mapping: Record<string, object> = {};
    for (let number = from; number < from + perConversation; number += 1) {
      const parts = [`Le jour ${number}, le phare ${number % 97} a été vu à ${number % 24} heures.`];
      mapping[`n${number}`] = {
        parent: number === from ? null : `n${number - 1}`,
        message: {
          author: { role: 'user' },
          create_time: (startMs + number * hourMs) / 1000,
          content: { content_type: 'text', parts },
        },
      };
    }
    const conversation = { id: `many-${from}`, current_node: `n${from + perConversation - 1}`, mapping };
    yield `${from === 0 ? '[' : ','}${JSON.stringify(conversation)}`;
  }
  yield ']';
}
