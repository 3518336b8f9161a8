/** A file that is imported is read beside everything else, told of as it comes in, and can be given up at any moment. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStoreFixture, type StoreFixture } from '../adapters/store/store-fixture.ts';
import { Imports } from '../api/imports.ts';
import { formatExport } from '../conversation/export-format.ts';
import type { Message } from '../domain/conversation.ts';
import { newId } from '../domain/id.ts';
import type { ConversationExport, MemoryStore } from '../ports/memory-store.ts';
import { openExportReader } from './read-export.ts';

const messageCount = 3000;

let fixture: StoreFixture;
let memory: MemoryStore;
beforeEach(() => {
  fixture = createStoreFixture();
  memory = fixture.open().memory;
});
afterEach(() => fixture.remove());

function exported(): ConversationExport {
  const id = newId();
  const messages: Message[] = [];
  for (let number = 0; number < messageCount; number += 1)
    messages.push({
      id: newId(),
      conversationId: id,
      parentId: messages.at(-1)?.id ?? null,
      role: 'user',
      text: `number ${number}`,
      status: 'complete',
      createdAtMs: number,
      turnId: newId(),
    });
  return {
    conversation: { id, title: 'T', createdAtMs: 0, updatedAtMs: 1, messageCount },
    messages,
    headMessageId: messages.at(-1)?.id ?? null,
  };
}

const file = (list: readonly ConversationExport[], format: 'json' | 'markdown' = 'json') =>
  formatExport(list, format, { language: 'fr', nowMs: 0 }).text;

/** A clock on which a minute goes by between two looks, so that every step is told. */
function openImports(onProgress: (messages: number, totalMessages: number) => void): Imports {
  let nowMs = 0;
  return new Imports({
    clock: { monotonicMs: () => (nowMs += 60_000), after: () => () => undefined },
    progress: ({ messages, totalMessages }) => onProgress(messages, totalMessages),
    openReader: openExportReader,
  });
}

test.each(['json', 'markdown'] as const)(
  'a %s export comes back whole, and its progress is told',
  async format => {
    const list = [exported(), exported()];
    const told: number[] = [];
    const imports = openImports((messages, total) => {
      expect(total).toBe(2 * messageCount);
      told.push(messages);
    });
    const counts = await imports.run('i', file(list, format), memory);
    expect(counts).toEqual({ conversations: 2, messages: 2 * messageCount });
    expect(told.length).toBeGreaterThan(20);
    expect(told.at(-1)).toBe(2 * messageCount);
    const found: ConversationExport[] = [];
    for await (const one of memory.exportConversations(list.map(({ conversation }) => conversation.id)))
      found.push(one);
    expect(found).toEqual(list);
  },
);

test('cancelled while it comes in, it leaves nothing, and the same can be imported afterwards', async () => {
  const text = file([exported()]);
  const imports = openImports(messages => {
    if (messages > messageCount / 2) imports.cancel('i');
  });
  await expect(imports.run('i', text, memory)).rejects.toMatchObject({ code: 'import.cancelled' });
  expect(await memory.listConversations({ limit: 5 })).toEqual([]);
  expect(await memory.verify()).toEqual([]);
  const again = openImports(() => undefined);
  expect(await again.run('i', text, memory)).toEqual({ conversations: 1, messages: messageCount });
});

test('cancelled while it is read, nothing of it comes in', async () => {
  const imports = openImports(() => undefined);
  const running = imports.run('i', file([exported()]), memory);
  imports.cancel('i');
  await expect(running).rejects.toMatchObject({ code: 'import.cancelled' });
  expect(await memory.listConversations({ limit: 5 })).toEqual([]);
});

test('what is no export is refused with the place of the fault', async () => {
  const imports = openImports(() => undefined);
  await expect(imports.run('i', '{"format": 1}', memory)).rejects.toMatchObject({
    code: 'import.malformed',
    params: { detail: { fr: expect.any(String), en: expect.stringContaining('format') } },
  });
});

test('a file comes in pieces, each in its place', async () => {
  const imports = openImports(() => undefined);
  const text = file([exported()]);
  const half = Math.floor(text.length / 2);
  imports.add('i', 0, text.slice(0, half));
  expect(() => imports.add('i', 0, text.slice(0, half))).toThrow(
    expect.objectContaining({ code: 'input.invalid' }),
  );
  const running = imports.run('i', text.slice(half), memory);
  await expect(imports.run('i', '', memory)).rejects.toMatchObject({ code: 'input.invalid' });
  expect(await running).toMatchObject({ messages: messageCount });
  expect(await imports.run('i', text, memory)).toMatchObject({ messages: messageCount });
});

test('a file whose rest does not come is forgotten', async () => {
  let giveUp = (): void => undefined;
  const imports = new Imports({
    clock: {
      monotonicMs: () => 0,
      after: (_delayMs, action) => {
        giveUp = action;
        return () => undefined;
      },
    },
    progress: () => undefined,
    openReader: openExportReader,
  });
  const text = file([exported()]);
  imports.add('i', 0, text.slice(0, 100));
  giveUp();
  await expect(imports.run('i', text.slice(100), memory)).rejects.toMatchObject({ code: 'import.malformed' });
});

test('only so many are taken at once', () => {
  const imports = openImports(() => undefined);
  for (const id of ['a', 'b', 'c', 'd']) imports.add(id, 0, 'x');
  expect(() => imports.add('e', 0, 'x')).toThrow(expect.objectContaining({ code: 'input.rate' }));
  for (const id of ['a', 'b', 'c', 'd']) imports.cancel(id);
  imports.add('e', 0, 'x');
  imports.cancel('e');
});
