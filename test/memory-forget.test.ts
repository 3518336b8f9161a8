/** What forgetting reaches, and what it leaves: hidden and weak memories, histories, prompts, queues, days, and words that come meanwhile. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../src-main/adapters/store/open-store.ts';
import { createStoreFixture, type StoreFixture } from '../src-main/adapters/store/store-fixture.ts';
import { newId } from '../src-main/domain/id.ts';
import { type BrainStage, openBrainStage } from './brain-stage.ts';
import { scanFolder, wordNeedle } from './byte-scan.ts';

let fixture: StoreFixture;
let store: Store;
let stage: BrainStage;

beforeEach(() => {
  fixture = createStoreFixture();
  store = fixture.open();
  stage = openBrainStage(store);
});
afterEach(() => fixture.remove());

const night = () => stage.brain.consolidate(new AbortController().signal);

async function forget(about: string) {
  const preview = await stage.brain.previewForget(about);
  return { preview, receipt: await stage.brain.forget(preview.token) };
}

async function textsWith(word: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const texts of store.eraser.texts())
    for (const { kind, text } of texts) if (text.includes(word)) found.push(kind);
  return found;
}

test('memories that recall does not find are found: hidden, of a deleted conversation, and weak', async () => {
  const conversation = newId();
  await stage.say('Ma sœur Zélonia habite à Lyon.', conversation);
  const hidden = await stage.say('Ma sœur Zélonia est allergique aux noix.');
  const weak = await stage.say('L’anniversaire de ma sœur Zélonia est le 3 mai.');
  expect(await store.episodic.count()).toBe(3);
  await night();
  await store.memory.deleteConversation(conversation, 1);
  await stage.brain.setConversationHidden(conversation, true);
  await stage.brain.setMessagesHidden([hidden.id], true);
  await store.episodic.setCompressed([weak.id], true);
  const { receipt } = await forget('Zélonia');
  expect(receipt.episodes).toBe(3);
  expect(await textsWith('Zélonia')).toEqual([]);
  expect(await store.memory.verify()).toEqual([]);
});

test('a value that was corrected goes with its history, and by its old words too', async () => {
  await stage.say('J’habite à Xyloville.');
  await night();
  const [fact] = await stage.brain.facts({ about: 'Xyloville', limit: 5 });
  await stage.brain.correct(fact?.id ?? '', 'Lyon');
  const { preview } = await forget('Xyloville');
  expect(preview.facts.map(({ value }) => value)).toEqual(['Lyon']);
  expect(await textsWith('Xyloville')).toEqual([]);
  expect(await stage.brain.nights(10)).toEqual([]);
});

test('a fact that something else says as well stays; what said it and goes does not come back in a day', async () => {
  await stage.say('Zélonia et moi habitons à Lyon.');
  await stage.say('J’habite à Lyon.');
  await stage.say('Mon chien s’appelle Rex.');
  await stage.say('Je suis allergique aux noix.');
  await night();
  const before = await store.semantic.summaries({ limit: 10 });
  expect(before.some(({ text }) => text.includes('Zélonia'))).toBe(true);
  await forget('Zélonia');
  const facts = await stage.brain.facts({ limit: 20 });
  expect(facts.map(({ value }) => value)).toEqual(expect.arrayContaining(['Lyon', 'Rex', 'noix']));
  const after = await store.semantic.summaries({ limit: 10 });
  const day = after.find(({ about }) => about.kind === 'day');
  expect(day?.text).toContain('Rex');
  expect(JSON.stringify(after)).not.toContain('Zélonia');
  expect(await night()).toBeUndefined();
});

test('the words in prompts, queues, titles, timers and lists; nothing else of these', async () => {
  const conversation = newId();
  const question = await stage.say('Quel temps fait-il ?', conversation);
  // A crash before the end of an answer leaves this without the names of the memories.
  await store.memory.setMemoryContext(question.id, '[memory] "Zélonia aime le jazz." [/memory]');
  await store.memory.enqueueTurn({
    ...{
      turnId: newId(),
      conversationId: conversation,
      text: 'Et Zélonia ?',
      origin: 'typed',
      queuedAtMs: 1,
    },
  });
  await store.memory.renameConversation(conversation, 'Chez Zélonia');
  const timer = { setAtMs: 1, dueAtMs: 2, kind: 'reminder' as const };
  await store.organizer.addTimer({ ...timer, id: newId(), label: 'Appeler Zélonia' });
  await store.organizer.addTimer({ ...timer, id: newId(), label: 'Appeler Boris' });
  await store.organizer.addListItems([
    { id: newId(), list: 'courses', text: 'fleurs pour Zélonia', createdAtMs: 1 },
    { id: newId(), list: 'courses', text: 'lait', createdAtMs: 1 },
  ]);
  const { preview, receipt } = await forget('zelonia');
  expect(preview.notes.map(({ kind }) => kind).sort()).toEqual(['list-item', 'timer']);
  expect(receipt).toMatchObject({ notes: 2, messages: 1 });
  expect(await textsWith('Zélonia')).toEqual([]);
  expect((await store.memory.getMessage(question.id)).text).toBe('Quel temps fait-il ?');
  expect((await store.organizer.listTimers()).map(({ label }) => label)).toEqual(['Appeler Boris']);
  expect((await store.organizer.listItems('courses')).map(({ text }) => text)).toEqual(['lait']);
});

test('words that are on their way into memory while they are forgotten do not come back', async () => {
  const createdAtMs = stage.clock.nowMs;
  const { question } = await store.memory.acceptTurn(
    {
      ...{
        id: newId(),
        turnId: newId(),
        conversationId: newId(),
        parent: 'head',
        origin: 'typed',
        createdAtMs,
      },
      text: 'Ma sœur Zélonia habite à Lyon.',
    },
    { id: newId(), createdAtMs },
  );
  const { token } = await stage.brain.previewForget('Zélonia');
  const [, verdict] = await Promise.all([
    stage.brain.forget(token),
    stage.brain.perceive({ question, provenance: 'user' }),
  ]);
  expect(verdict.store).toBe(false);
  expect(await textsWith('Zélonia')).toEqual([]);
});

test('an answer that still grows when its question is forgotten is not kept', async () => {
  const createdAtMs = stage.clock.nowMs;
  const { answer } = await store.memory.acceptTurn(
    {
      ...{
        id: newId(),
        turnId: newId(),
        conversationId: newId(),
        parent: 'head',
        origin: 'typed',
        createdAtMs,
      },
      text: 'Que fait Zélonia ?',
    },
    { id: newId(), createdAtMs },
  );
  await store.memory.saveAnswer(answer.id, 'Zélonia');
  await forget('Zélonia');
  const answeredBy = { kind: 'model', backendId: 'b', backendLabel: 'B', model: 'm' } as const;
  await store.memory.finishAnswer(answer.id, { text: 'Zélonia dort.', status: 'complete', answeredBy });
  expect(await textsWith('Zélonia')).toEqual([]);
  expect(await store.memory.verify()).toEqual([]);
});

test('a night that is planned meanwhile makes nothing of it again', async () => {
  for (let number = 0; number < 30; number += 1)
    await stage.say(`Zélonia a ${number} chats et habite à Lyon.`);
  await stage.say('Mon chien s’appelle Rex.');
  const dreaming = night();
  const { token } = await stage.brain.previewForget('Zélonia').catch(() => ({ token: '' }));
  // Whatever the night did in between is seen before it is ordered.
  await stage.brain.forget(token).catch(() => undefined);
  await dreaming;
  await forget('Zélonia');
  expect(await textsWith('Zélonia')).toEqual([]);
  await night();
  expect(await textsWith('Zélonia')).toEqual([]);
  expect((await stage.brain.facts({ limit: 9 })).map(({ value }) => value)).toContain('Rex');
});

describe('an order', () => {
  test('holds once, for what was shown', async () => {
    await stage.say('Ma sœur Zélonia habite à Lyon.');
    const { token } = await stage.brain.previewForget('Zélonia');
    await stage.say('Zélonia aime le jazz.');
    await expect(stage.brain.forget(token)).rejects.toMatchObject({ code: 'memory.changed' });
    await expect(stage.brain.forget(token)).rejects.toMatchObject({ code: 'memory.changed' });
    expect(await store.episodic.count()).toBe(2);
    await forget('Zélonia');
    expect(await store.episodic.count()).toBe(0);
  });

  test('of everything leaves what is no memory, and not a byte of what was', async () => {
    await stage.say('Ma sœur Zélonia est allergique aux zwetschgues.');
    await stage.say('Quelle heure est-il ?');
    await store.organizer.addNote({ id: newId(), text: 'Acheter du pain', createdAtMs: 1 });
    await night();
    const { receipt } = await forget('');
    expect(receipt).toMatchObject({ episodes: 1, notes: 0 });
    expect(await stage.brain.statistics()).toMatchObject({ episodes: 0, facts: 0, summaries: 0 });
    expect((await store.organizer.listNotes()).map(({ text }) => text)).toEqual(['Acheter du pain']);
    store.close();
    const needles = [wordNeedle('Zélonia'), wordNeedle('zwetschgues')];
    expect(scanFolder(fixture.folder, needles, [fixture.options.key])).toEqual([]);
  });

  test('of one memory takes what it says, whoever said it again, and leaves the others', async () => {
    const first = await stage.say('Je suis allergique aux noix.');
    await stage.say('J’habite à Lyon.');
    await stage.say('Je te rappelle que je suis allergique aux noix.');
    await night();
    await forget(first.id);
    expect((await stage.brain.facts({ past: true, limit: 9 })).map(({ value }) => value)).toEqual(['Lyon']);
    expect(await store.episodic.count()).toBe(1);
  });
});
