/** A fork holds the same words twice: they are remembered once, and forgotten everywhere. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../domain/id.ts';
import type { Store } from './open-store.ts';
import { createStoreFixture, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
let store: Store;
beforeEach(() => {
  fixture = createStoreFixture();
  store = fixture.open();
});
afterEach(() => fixture.remove());

const atMs = Date.UTC(2026, 0, 1);
const none = { episodes: [], facts: [], summaries: [], messages: [] };
const rest = { titles: [], prompts: [], queuedTurns: [], notes: [], rebuilt: [] };

async function exchange(conversationId: string, text: string, reply: string) {
  const accepted = await store.memory.acceptTurn(
    {
      ...{ id: newId(), turnId: newId(), conversationId, parent: 'head', text, origin: 'typed' },
      createdAtMs: atMs,
    },
    { id: newId(), createdAtMs: atMs },
  );
  const answer = await store.memory.finishAnswer(accepted.answer.id, { text: reply, status: 'complete' });
  return { question: accepted.question, answer };
}
const fork = async (messageId: string) => {
  const { id } = await store.memory.forkConversation({
    id: newId(),
    messageId,
    title: 'f',
    createdAtMs: atMs,
  });
  return store.memory.openBranch(id);
};
const heard = async () => (await store.perception.unperceived(10)).map(({ question }) => question.text);

test('what was said once is perceived once, however often it is forked', async () => {
  const { question, answer } = await exchange('c1', 'I like figs', 'noted');
  const [copy] = await fork(answer.id);
  expect(await heard()).toEqual(['I like figs']);
  await store.perception.perceivedUpTo(question.id);
  expect(await heard()).toEqual([]);
  expect(await store.perception.turnOf(copy?.id ?? '')).toBeUndefined();
  await exchange(copy?.conversationId ?? '', 'and plums', 'noted');
  expect(await heard()).toEqual(['and plums']);
});

test('forgotten in one conversation, words are gone from its forks, and from the forks of these', async () => {
  const { question, answer } = await exchange('c1', 'I like figs', 'figs then');
  const copies = await fork(answer.id);
  const copiesOfCopies = await fork(copies.at(-1)?.id ?? '');
  const all = [question, answer, ...copies, ...copiesOfCopies].map(({ id }) => id).sort();
  for (const seed of [question.id, copies[0]?.id ?? '', copiesOfCopies[0]?.id ?? '']) {
    const bound = await store.eraser.boundTo({ ...none, messages: [seed] });
    expect([...bound.messages].sort()).toEqual(all);
  }
  const { messages } = await store.eraser.boundTo({ ...none, messages: [copies[0]?.id ?? ''] });
  await store.eraser.forget({ ...none, ...rest, messages });
  expect(await store.memory.search('figs', 10)).toEqual([]);
  for (const id of all) expect((await store.memory.getMessage(id)).text).toBe('');
});

test('pictures go with the words that are forgotten', async () => {
  const bytes = new TextEncoder().encode('a picture of figs');
  const asked = await store.memory.appendUserMessage({
    ...{ id: newId(), turnId: newId(), conversationId: 'c1', parent: 'head', text: 'what are these?' },
    ...{ origin: 'typed', createdAtMs: atMs, images: [{ mediaType: 'image/png', bytes }] },
  });
  const [copy] = await fork(asked.id);
  const { messages } = await store.eraser.boundTo({ ...none, messages: [asked.id] });
  await store.eraser.forget({ ...none, ...rest, messages });
  for (const id of [asked.id, copy?.id ?? '']) {
    expect(await store.memory.readImages(id)).toEqual([]);
    expect(await store.memory.getMessage(id)).not.toHaveProperty('images');
  }
});

test('a fork stays when the conversation it came from is deleted for good', async () => {
  const { answer } = await exchange('c1', 'I like figs', 'noted');
  const copies = await fork(answer.id);
  await store.memory.deleteConversation('c1', atMs);
  expect(await store.memory.purgeDeleted(atMs + 1)).toBe(1);
  expect((await store.memory.search('figs', 10)).map(hit => hit.messageId)).toEqual([copies[0]?.id]);
  expect(await store.memory.verify()).toEqual([]);
});
