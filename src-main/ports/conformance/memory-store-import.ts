/** The part of the memory-store suite about an import on its way: nobody sees it, nobody waits for it, it ends whole or not at all. */
import { expect, test } from 'vitest';
import type { Message } from '../../domain/conversation.ts';
import { newId } from '../../domain/id.ts';
import { importParts } from '../import-parts.ts';
import type { ConversationExport, ImportPart, MemoryStore } from '../memory-store.ts';

const conversations = 3;
const messagesEach = 250;

/** To be called in a `describe`; `subject` is what a `beforeEach` opened. */
export function testImportOf(
  subject: () => { readonly store: MemoryStore; readonly reopen: () => Promise<MemoryStore> },
): void {
  const exported = (messageCount: number): ConversationExport => {
    const id = newId();
    const messages: Message[] = [];
    for (let number = 0; number < messageCount; number += 1) {
      messages.push({
        id: newId(),
        conversationId: id,
        parentId: messages.at(-1)?.id ?? null,
        role: number % 2 === 0 ? 'user' : 'assistant',
        text: `hippopotame ${number}`,
        status: 'complete',
        createdAtMs: number,
        turnId: newId(),
      });
    }
    return {
      conversation: { id, title: 'Zoo', createdAtMs: 0, updatedAtMs: 1, messageCount },
      messages,
      headMessageId: messages.at(-1)?.id ?? null,
    };
  };
  const zoo = () => Array.from({ length: conversations }, () => exported(messagesEach));

  /** Calls `action` when half of the parts are handed over. */
  async function* interrupted(
    list: readonly ConversationExport[],
    action: () => Promise<void> | void,
  ): AsyncGenerator<ImportPart> {
    const parts = [...importParts(list)];
    for (const [at, part] of parts.entries()) {
      if (at === Math.floor(parts.length / 2)) await action();
      yield part;
    }
  }

  const expectNothing = async (store: MemoryStore) => {
    expect(await store.listConversations({ limit: 50 })).toEqual([]);
    expect(await store.search('hippopotame', 10)).toEqual([]);
    expect(await store.verify()).toEqual([]);
  };

  test('nothing of it is seen before the end, and everything after it', async () => {
    const { store } = subject();
    const list = zoo();
    const counts: number[] = [];
    const done = await store.importConversations(
      interrupted(list, async () => {
        await expectNothing(store);
        const id = list[0]?.conversation.id ?? '';
        await expect(store.getConversation(id)).rejects.toMatchObject({ code: 'input.not-found' });
        await expect(store.restoreConversation(id)).rejects.toMatchObject({ code: 'input.not-found' });
      }),
      { progress: messages => counts.push(messages) },
    );
    expect(done).toEqual({ conversations, messages: conversations * messagesEach });
    expect(counts.at(-1)).toBe(conversations * messagesEach);
    expect(counts).toEqual([...counts].sort((x, y) => x - y));
    expect(await store.listConversations({ limit: 50 })).toHaveLength(conversations);
    expect(await store.search('hippopotame', 1)).toHaveLength(1);
    expect(await store.verify()).toEqual([]);
  });

  test('a turn is taken and answered meanwhile', async () => {
    const { store } = subject();
    const words = { id: newId(), turnId: newId(), conversationId: newId(), text: 'Bonjour' };
    let importing = true;
    const done = store.importConversations(importParts(zoo())).then(() => {
      importing = false;
    });
    const taken = await store.acceptTurn(
      { ...words, parent: 'head', origin: 'typed', createdAtMs: 1 },
      { id: newId(), createdAtMs: 2 },
    );
    await store.finishAnswer(taken.answer.id, { text: 'Bonjour !', status: 'complete' });
    expect(importing).toBe(true);
    await done;
    const reopened = await subject().reopen();
    const texts = (await reopened.openBranch(words.conversationId)).map(({ text }) => text);
    expect(texts).toEqual(['Bonjour', 'Bonjour !']);
    expect(await reopened.listConversations({ limit: 50 })).toHaveLength(conversations + 1);
  });

  test('a purge in the middle leaves what is being brought in alone', async () => {
    const { store } = subject();
    let purged: Promise<number> | undefined;
    const parts = interrupted(zoo(), () => {
      purged ??= store.purgeDeleted(1);
    });
    await store.importConversations(parts);
    expect(await purged).toBe(0);
    expect(await store.listConversations({ limit: 50 })).toHaveLength(zoo().length);
    expect(await store.purgeDeleted(1)).toBe(0);
  });

  test('cancelled in the middle, it leaves nothing', async () => {
    const { store } = subject();
    const cancel = new AbortController();
    const parts = interrupted(zoo(), () => cancel.abort());
    await expect(store.importConversations(parts, { signal: cancel.signal })).rejects.toMatchObject({
      code: 'import.cancelled',
    });
    await expectNothing(store);
    expect(await store.purgeDeleted(Number.MAX_SAFE_INTEGER)).toBe(0);
  });

  test('a fault in the last message leaves nothing', async () => {
    const { store } = subject();
    const list = zoo();
    const last = list.at(-1);
    if (last === undefined) throw new Error('nothing to import');
    const orphan = { ...exported(1).messages[0], parentId: newId() } as Message;
    const broken = [...list.slice(0, -1), { ...last, messages: [...last.messages, orphan] }];
    await expect(store.importConversations(importParts(broken))).rejects.toMatchObject({
      code: 'import.malformed',
    });
    await expectNothing(store);
  });

  test('closed in the middle, it leaves nothing that the next start does not remove', async () => {
    const list = zoo();
    let reopened: MemoryStore | undefined;
    const parts = interrupted(list, async () => {
      reopened = await subject().reopen();
    });
    await expect(subject().store.importConversations(parts)).rejects.toMatchObject({
      code: 'host.stopping',
    });
    if (reopened === undefined) throw new Error('not opened again');
    await expectNothing(reopened);
    // The same file again: what is left of the first attempt does not come back with it.
    await reopened.importConversations(importParts(list));
    expect(await reopened.listConversations({ limit: 50 })).toHaveLength(conversations);
    expect(await reopened.purgeDeleted(0)).toBeGreaterThan(0);
    expect(await reopened.purgeDeleted(0)).toBe(0);
    expect(await reopened.verify()).toEqual([]);
    expect(await reopened.listConversations({ limit: 50 })).toHaveLength(conversations);
  });

  test('two imports of the same at once both come in whole', async () => {
    const { store } = subject();
    const list = zoo();
    await Promise.all([
      store.importConversations(importParts(list)),
      store.importConversations(importParts(list)),
    ]);
    const found = await store.listConversations({ limit: 50 });
    expect(found.map(({ messageCount }) => messageCount)).toEqual(
      Array(2 * conversations).fill(messagesEach),
    );
    expect(await store.verify()).toEqual([]);
  });
}
