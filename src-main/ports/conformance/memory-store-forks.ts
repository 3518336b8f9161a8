/** Pinned conversations, forked ones, and what was measured of answers: a part of the suite of the memory-store port. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { BranchMessage } from '../../domain/conversation.ts';
import { newId } from '../../domain/id.ts';
import type { TurnTimeline } from '../../domain/turn-timeline.ts';
import type { MemoryStore } from '../memory-store.ts';

export function testForksOf(
  subject: () => { readonly store: MemoryStore; readonly reopen: () => Promise<MemoryStore> },
): void {
  let store: MemoryStore;
  let nowMs: number;
  beforeEach(() => {
    store = subject().store;
    nowMs = 1_767_225_600_000;
  });
  const tick = () => (nowMs += 1000);

  async function exchange(conversationId: string, question: string, answer: string): Promise<BranchMessage> {
    const asked = await store.appendUserMessage({
      ...{ id: newId(), turnId: newId(), conversationId, parent: 'head', text: question },
      ...{ origin: 'typed', createdAtMs: tick(), memoryContext: 'known' },
    });
    const begun = { id: newId(), turnId: asked.turnId, parentId: asked.id, createdAtMs: tick() };
    return store.addAnswer(begun, { text: answer, status: 'complete', timeline: measured });
  }
  const texts = async (id: string) => (await store.openBranch(id)).map(({ text }) => text);
  const fork = (messageId: string, id = newId()) =>
    store.forkConversation({ id, messageId, title: 'Fork', createdAtMs: tick() });

  describe('pins', () => {
    test('stand in the order in which they were set, and stay where the program is started again', async () => {
      const [a, b, c] = [newId(), newId(), newId()];
      for (const id of [a, b, c]) await exchange(id, `about ${id}`, 'yes');
      await store.pinConversation(c, 20);
      await store.pinConversation(a, 30);
      expect(await store.pinConversation(c, 40)).toMatchObject({ id: c, pinnedAtMs: 20 });
      store = await subject().reopen();
      expect((await store.pinnedConversations()).map(({ id }) => id)).toEqual([c, a]);
      expect((await store.getConversation(b)).pinnedAtMs).toBeUndefined();
    });

    test('are taken off, and go with a deleted conversation until it is brought back', async () => {
      const id = newId();
      await exchange(id, 'a', 'b');
      await store.pinConversation(id, 1);
      await store.deleteConversation(id, 2);
      expect(await store.pinnedConversations()).toEqual([]);
      await expect(store.pinConversation(id, 3)).rejects.toMatchObject({ code: 'input.not-found' });
      expect((await store.restoreConversation(id)).pinnedAtMs).toBe(1);
      expect((await store.pinConversation(id, undefined)).pinnedAtMs).toBeUndefined();
      expect(await store.pinnedConversations()).toEqual([]);
    });
  });

  describe('a fork', () => {
    test('has the branch up to its message, and both go on apart', async () => {
      const id = newId();
      const first = await exchange(id, 'one', 'un');
      await exchange(id, 'two', 'deux');
      const forked = await fork(first.id);
      expect(forked).toMatchObject({ title: 'Fork', messageCount: 2 });
      await exchange(forked.id, 'three', 'trois');
      store = await subject().reopen();
      expect(await texts(id)).toEqual(['one', 'un', 'two', 'deux']);
      expect(await texts(forked.id)).toEqual(['one', 'un', 'three', 'trois']);
    });

    test('keeps all that is known of its messages but their ids', async () => {
      const answer = await exchange(newId(), 'one', 'un');
      const forked = await fork(answer.id);
      const [question, copy] = await store.openBranch(forked.id);
      expect(copy).toMatchObject({ text: 'un', status: 'complete', timeline: measured });
      expect(question).toMatchObject({ memoryContext: 'known', origin: 'typed' });
      expect(copy?.id).not.toBe(answer.id);
      expect(copy?.turnId).not.toBe(answer.turnId);
      expect(copy?.turnId).toBe(question?.turnId);
      expect(copy?.parentId).toBe(question?.id);
    });

    test('leaves other branches out, may begin on one that is not shown, and is found by its words', async () => {
      const id = newId();
      const old = await exchange(id, 'pomme', 'apple');
      await store.appendUserMessage({
        ...{ id: newId(), turnId: newId(), conversationId: id, parent: { id: null }, text: 'poire' },
        ...{ origin: 'typed', createdAtMs: tick() },
      });
      const forked = await fork(old.id);
      expect(await texts(forked.id)).toEqual(['pomme', 'apple']);
      const found = (await store.search('apple', 10)).map(hit => hit.conversationId);
      expect(found.sort()).toEqual([id, forked.id].sort());
    });

    test('of a growing answer takes the words so far, and nobody goes on with them', async () => {
      const id = newId();
      const asked = await store.appendUserMessage({
        ...{ id: newId(), turnId: newId(), conversationId: id, parent: 'head', text: 'tell' },
        ...{ origin: 'typed', createdAtMs: tick() },
      });
      const answer = { id: newId(), turnId: asked.turnId, parentId: asked.id, createdAtMs: tick() };
      await store.beginAnswer(answer);
      await store.saveAnswer(answer.id, 'Once');
      const forked = await fork(answer.id);
      expect((await store.openBranch(forked.id)).at(-1)).toMatchObject({
        text: 'Once',
        status: 'interrupted',
      });
      expect((await store.getMessage(answer.id)).status).toBe('streaming');
    });

    test('made twice is one; of what is not there, none', async () => {
      const answer = await exchange(newId(), 'one', 'un');
      const id = newId();
      await fork(answer.id, id);
      expect(await fork(answer.id, id)).toMatchObject({ id, messageCount: 2 });
      expect(await texts(id)).toEqual(['one', 'un']);
      await expect(fork(newId())).rejects.toMatchObject({ code: 'input.not-found' });
      await expect(fork(answer.id, answer.conversationId)).rejects.toMatchObject({ code: 'input.invalid' });
      expect(await store.listConversations({ limit: 10 })).toHaveLength(2);
    });
  });

  describe('pictures', () => {
    const png = { mediaType: 'image/png', bytes: Uint8Array.of(0x89, 0x50, 1, 2, 3) } as const;
    const jpeg = { mediaType: 'image/jpeg', bytes: new Uint8Array(70_000).fill(7) } as const;
    const withImages = (conversationId: string) =>
      store.appendUserMessage({
        ...{ id: newId(), turnId: newId(), conversationId, parent: 'head', text: 'what is this?' },
        ...{ origin: 'typed', createdAtMs: tick(), images: [png, jpeg] },
      });
    const bytesOf = async (id: string) => (await store.readImages(id)).map(({ bytes }) => [...bytes]);

    test('come back as they were, and their message tells of them', async () => {
      const asked = await withImages(newId());
      const told = [
        { mediaType: 'image/png', byteLength: 5 },
        { mediaType: 'image/jpeg', byteLength: 70_000 },
      ];
      expect(asked.images).toEqual(told);
      store = await subject().reopen();
      expect((await store.getMessage(asked.id)).images).toEqual(told);
      expect(await bytesOf(asked.id)).toEqual([[...png.bytes], [...jpeg.bytes]]);
      expect((await store.openBranch(asked.conversationId))[0]?.images).toEqual(told);
    });

    test('are added to words that waited in line; other words have none', async () => {
      const plain = await exchange(newId(), 'one', 'un');
      expect(plain.images).toBeUndefined();
      expect(await store.readImages(plain.id)).toEqual([]);
      const [question] = await store.openBranch(plain.conversationId);
      const shown = await store.attachImages(question?.id ?? '', [png]);
      expect(shown.images).toEqual([{ mediaType: 'image/png', byteLength: 5 }]);
      await expect(store.readImages(newId())).rejects.toMatchObject({ code: 'input.not-found' });
    });

    test('are copied into a fork, where they stay when the conversation they came from goes for good', async () => {
      const id = newId();
      const asked = await withImages(id);
      const [copy] = await store.openBranch((await fork(asked.id)).id);
      await store.deleteConversation(id, tick());
      await store.purgeDeleted(tick());
      expect(await bytesOf(copy?.id ?? '')).toEqual([[...png.bytes], [...jpeg.bytes]]);
      expect(await store.verify()).toEqual([]);
    });
  });

  describe('what was measured', () => {
    test('is kept, replaced and cut with its answer, and goes when the answer is written on', async () => {
      const answer = await exchange(newId(), 'one', 'un deux');
      await store.setTimeline(answer.id, { ...measured, firstSoundMs: 420 });
      store = await subject().reopen();
      expect((await store.getMessage(answer.id)).timeline).toEqual({ ...measured, firstSoundMs: 420 });
      const cut = await store.cutAnswer(answer.id, 2);
      expect(cut).toMatchObject({ text: 'un', notices: ['cut-by-speech'], timeline: { firstSoundMs: 420 } });
      const reopened = await store.reopenAnswer(answer.id);
      expect(reopened.timeline).toBeUndefined();
      expect(reopened.notices).toBeUndefined();
    });
  });
}

const measured: TurnTimeline = {
  zero: 'asked',
  recall: { fromMs: 0, toMs: 9 },
  firstWordMs: 210,
  wholeMs: 1400,
  tokensPerSecond: 41.2,
};
