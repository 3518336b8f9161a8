/** What memory keeps beside messages: up to where words were perceived, and what was recalled for them; and a store without a file. */
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../domain/conversation.ts';
import { newId } from '../../domain/id.ts';
import type { UsedMemory } from '../../domain/memory.ts';
import type { Store } from './open-store.ts';
import { openVolatileStore } from './open-volatile-store.ts';
import { createStoreFixture, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
let store: Store;
let nowMs = Date.UTC(2026, 0, 1);

beforeEach(() => {
  fixture = createStoreFixture();
  store = fixture.open();
});
afterEach(() => fixture.remove());

const parts = { words: 1, meaning: 0, time: 0, association: 0, affect: 0 };
const used = (id: string): UsedMemory => ({ id, kind: 'episode', score: 1, parts });

async function turn(
  text: string,
  answer: string,
  given: { conversationId?: string; block?: string; recalled?: readonly UsedMemory[] } = {},
): Promise<{ question: Message; answer: Message }> {
  const { conversationId = 'c1', block, recalled } = given;
  nowMs += 1000;
  const accepted = await store.memory.acceptTurn(
    {
      ...{ id: newId(), turnId: newId(), conversationId, parent: 'head', text, origin: 'typed' },
      createdAtMs: nowMs,
      ...(block !== undefined && { memoryContext: block }),
    },
    { id: newId(), createdAtMs: nowMs },
  );
  const ended = await store.memory.finishAnswer(accepted.answer.id, {
    ...{ text: answer, status: 'complete' },
    ...(recalled && { recalled }),
  });
  return { question: accepted.question, answer: ended };
}

const waiting = async (limit = 10) =>
  (await store.perception.unperceived(limit)).map(({ question, answer }) => [question.text, answer?.text]);

test('words wait in their order until they were perceived, also after a restart; deleted ones do not', async () => {
  const first = await turn('one', 'eins');
  const second = await turn('two', 'zwei', { conversationId: 'c2' });
  await turn('three', 'drei');
  expect(await waiting()).toEqual([
    ['one', 'eins'],
    ['two', 'zwei'],
    ['three', 'drei'],
  ]);
  expect(await waiting(1)).toEqual([['one', 'eins']]);
  await store.perception.perceivedUpTo(first.question.id);
  await store.perception.perceivedUpTo('unknown');
  store.close();
  store = fixture.open();
  expect(await waiting()).toEqual([
    ['two', 'zwei'],
    ['three', 'drei'],
  ]);
  await store.memory.deleteConversation('c2', nowMs);
  expect(await waiting()).toEqual([['three', 'drei']]);
  expect(await store.perception.deletedConversations()).toEqual([{ id: 'c2', deletedAtMs: nowMs }]);
  expect((await store.perception.turnOf(second.question.id))?.answer?.text).toBe('zwei');
  expect(await store.perception.turnOf(second.answer.id)).toBeUndefined();
});

test('what was recalled stays with the answer, also when it is gone on with, and goes when it is forgotten', async () => {
  const { question, answer } = await turn('cake?', 'no nuts', {
    block: '[memory] nuts [/memory]',
    recalled: [used('e1'), used('e2')],
  });
  await turn('hello', 'hi', { recalled: [used('e3')], block: '[memory] other [/memory]' });
  await store.memory.reopenAnswer(answer.id);
  await store.memory.finishAnswer(answer.id, { text: 'no nuts at all', status: 'complete' });
  expect((await store.memory.getMessage(answer.id)).recalled).toEqual([used('e1'), used('e2')]);
  expect((await store.memory.getMessage(question.id)).memoryContext).toBe('[memory] nuts [/memory]');

  expect(await store.perception.scrubRecalled(['e1', 'elsewhere'])).toBe(1);
  expect((await store.memory.getMessage(answer.id)).recalled).toEqual([used('e2')]);
  expect(await store.memory.getMessage(question.id)).not.toHaveProperty('memoryContext');
  const contexts = (await store.memory.openBranch('c1')).map(({ memoryContext }) => memoryContext);
  expect(contexts).toContain('[memory] other [/memory]');
});

test('a volatile store keeps turns while it is open, and makes no file', async () => {
  const before = readdirSync(fixture.folder, { recursive: true });
  const volatile = openVolatileStore(fixture.options);
  await volatile.memory.appendUserMessage({
    ...{ id: newId(), turnId: newId(), conversationId: 'p1', parent: 'head', text: 'zibeline' },
    ...{ origin: 'typed', createdAtMs: nowMs },
  });
  expect(await volatile.memory.search('zibeline', 5)).toHaveLength(1);
  await volatile.organizer.addNote({ id: newId(), text: 'secret', createdAtMs: nowMs });
  expect(await volatile.organizer.listNotes()).toHaveLength(1);
  volatile.close();
  expect(readdirSync(fixture.folder, { recursive: true })).toEqual(before);
  expect(await store.memory.search('zibeline', 5)).toEqual([]);
});
