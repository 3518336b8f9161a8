/** Over the real store and the built-in table: what was said comes back by words, meaning, time, kind of thing and neighbours. */
import { afterEach, expect, test } from 'vitest';
import { createStaticTableEmbedder } from '../../adapters/embedder/static-table.ts';
import { createStoreFixture } from '../../adapters/store/store-fixture.ts';
import { newId } from '../../domain/id.ts';
import type { Language } from '../../domain/language.ts';
import { neutralAffect } from '../../domain/memory.ts';
import { embedEpisodes } from '../../ports/embed-episodes.ts';
import { planRecall } from '../prefrontal-working-memory/plan-recall.ts';
import { HippocampusEpisodicMemory, type RecallOptions } from './hippocampus.ts';

const nowMs = Date.UTC(2026, 2, 20, 12);
const dayMs = 86_400_000;
const folder = new URL('../../../models/embedding/jarvis-static-fr-en', import.meta.url).pathname;
const embedder = createStaticTableEmbedder(folder);
const chatter = [
  'The bus was late again this morning.',
  'We repainted the kitchen in light grey.',
  'Il a plu toute la journée, le jardin est trempé.',
  'My laptop needs a new battery.',
  'Le plombier passe jeudi pour la fuite.',
  'I finished the report for the board.',
  'The neighbours have a new dog.',
  'On a mangé des crêpes chez Léa.',
];

let cleanUp: () => void = () => undefined;
afterEach(() => cleanUp());

interface Said {
  readonly text: string;
  readonly daysAgo?: number;
  readonly salience?: number;
  readonly conversation?: string;
}

async function remembering(said: readonly Said[]) {
  const fixture = createStoreFixture();
  cleanUp = () => fixture.remove();
  const { episodic: store } = fixture.open();
  const all: readonly Said[] = [...chatter.map(text => ({ text, daysAgo: 40 })), ...said];
  const vectors = await embedEpisodes(
    embedder,
    all.map(({ text }) => text),
  );
  for (const [at, { text, daysAgo = 30, salience = 0.5, conversation }] of all.entries()) {
    const episode = {
      id: newId(),
      place: { conversationId: conversation ?? newId() },
      provenance: 'user' as const,
      speaker: 'user',
      atMs: nowMs - daysAgo * dayMs,
      text,
      language: 'en' as const,
      affect: neutralAffect,
      salience,
      entities: [],
    };
    await store.add(episode, vectors[at] as (typeof vectors)[number]);
  }
  const hippocampus = new HippocampusEpisodicMemory({ store, embedder, wordEmbedder: embedder });
  return async (text: string, language: Language = 'en', options: RecallOptions = {}) => {
    const plan = planRecall({ text, language, nowMs, zone: 'Europe/Paris' });
    if (plan === undefined) throw new Error(`nothing is asked by ${text}`);
    return hippocampus.recall(plan, options);
  };
}
const texts = (memories: readonly { readonly text: string }[]) => memories.map(({ text }) => text);

test('what was said in French is found by a question in English', async () => {
  const recall = await remembering([{ text: 'Ma sœur Anna est allergique aux noix.' }]);
  expect(texts(await recall('what should I not bake for Anna?'))[0]).toContain('allergique');
});

test('other words for the same thing find it too', async () => {
  const recall = await remembering([{ text: 'I take violin lessons with Mrs Brun.' }]);
  expect(texts(await recall('which instruments do I play?'))[0]).toContain('violin');
});

test('the day that is asked about comes first', async () => {
  const recall = await remembering([
    { text: 'I went to the dentist and had a filling.', daysAgo: 90 },
    { text: 'I went to the dentist for a check.', daysAgo: 1 },
    { text: 'I went to the dentist with my son.', daysAgo: 200 },
  ]);
  expect(texts(await recall('why did I go to the dentist yesterday?'))[0]).toContain('a check');
});

test('an answer is found by the question that stood before it', async () => {
  const conversation = newId();
  const recall = await remembering([
    { text: 'What was the name of the hotel in Lisbon?', conversation },
    { text: 'It was called the Blue Anchor.', conversation },
  ]);
  expect(texts(await recall('what was the hotel in Lisbon called?')).slice(0, 2)).toContain(
    'It was called the Blue Anchor.',
  );
});

test('the parts of a score sum up to it, and none is below zero', async () => {
  const recall = await remembering([{ text: 'My brother Tom lives in Nantes since May.' }]);
  for (const { score, parts } of await recall('where does my brother live?', 'en', { withSalience: true })) {
    const values = Object.values(parts);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(score, 9);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThan(1);
  }
});

test('what is told brings to mind what it follows from, without a word in common', async () => {
  const recall = await remembering([{ text: 'Nora was born on the 3rd.' }]);
  expect(texts(await recall("I'm exhausted these days", 'en', { limit: 3 }))).toContain(
    'Nora was born on the 3rd.',
  );
  expect(texts(await recall('Je suis épuisé en ce moment', 'fr', { limit: 3 }))).toContain(
    'Nora was born on the 3rd.',
  );
});

test('an order to tell of something finds that thing first', async () => {
  const recall = await remembering([
    { text: 'We spent a week in Lyon and ate too much.' },
    { text: 'We spent a week in Porto by the sea.' },
  ]);
  expect(texts(await recall('tell me about my week in Lyon'))[0]).toContain('Lyon');
  expect(texts(await recall('parle-moi de ma semaine à Lyon', 'fr'))[0]).toContain('Lyon');
});

test('what means more breaks a tie, and never outweighs the matter', async () => {
  const recall = await remembering([
    { text: 'The garage code is 4521.', salience: 0 },
    { text: 'The garage code is 4512.', salience: 1 },
    { text: 'We had a wonderful wedding.', salience: 1 },
  ]);
  const found = texts(await recall('what is the garage code?', 'en', { withSalience: true }));
  expect(found.slice(0, 2)).toEqual(['The garage code is 4512.', 'The garage code is 4521.']);
});

test('no more than was asked for, and nothing from an empty memory', async () => {
  const recall = await remembering([]);
  expect(await recall('where is the dog?', 'en', { limit: 3 })).toHaveLength(3);
  const fixture = createStoreFixture();
  try {
    const hippocampus = new HippocampusEpisodicMemory({ store: fixture.open().episodic, embedder });
    const plan = planRecall({ text: 'where is the dog?', language: 'en', nowMs, zone: 'UTC' });
    expect(plan && (await hippocampus.recall(plan))).toEqual([]);
  } finally {
    fixture.remove();
  }
});

test('an aborted recall ends with an AbortError', async () => {
  const recall = await remembering([]);
  const aborted = AbortSignal.abort();
  await expect(recall('where is the dog?', 'en', { signal: aborted })).rejects.toThrow(/abort/i);
});

test('what was read ahead is not made again for a question, and the answer is the same', async () => {
  const fixture = createStoreFixture();
  cleanUp = () => fixture.remove();
  const { episodic: store } = fixture.open();
  const vectors = await embedEpisodes(embedder, chatter);
  for (const [at, text] of chatter.entries()) {
    const said = { provenance: 'user', speaker: 'user', language: 'en', affect: neutralAffect } as const;
    const rest = { place: { conversationId: newId() }, salience: 0.5, entities: [], atMs: nowMs - dayMs };
    await store.add({ id: newId(), text, ...said, ...rest }, vectors[at] as (typeof vectors)[number]);
  }
  const asked: string[] = [];
  const wordEmbedder: typeof embedder = {
    ...embedder,
    embed: (words, signal) => {
      asked.push(...words);
      return embedder.embed(words, signal);
    },
  };
  const [ahead, late] = [0, 1].map(() => new HippocampusEpisodicMemory({ store, embedder, wordEmbedder }));
  if (ahead === undefined || late === undefined) throw new Error('two of them');
  const plan = planRecall({ text: 'where is the dog?', language: 'en', nowMs, zone: 'UTC' });
  if (plan === undefined) throw new Error('nothing is asked');
  await expect(ahead.prepare(AbortSignal.abort())).rejects.toThrow(/abort/i);
  await ahead.prepare();
  expect(asked).toContain('kitchen');
  asked.length = 0;
  const found = await ahead.recall(plan);
  expect(asked).toEqual([]);
  expect(found).toEqual(await late.recall(plan));
  ahead.letGo();
  asked.length = 0;
  expect(await ahead.recall(plan)).toEqual(found);
  expect(asked).toContain('kitchen');
});

test('what was read ahead and is hidden or gone since does not come back', async () => {
  const fixture = createStoreFixture();
  cleanUp = () => fixture.remove();
  const { episodic: store } = fixture.open();
  const conversationId = newId();
  const said = ['My dog is called Rex.', 'He barks at the postman.', 'My dog eats fish.'];
  const vectors = await embedEpisodes(embedder, said);
  const ids = said.map(() => newId());
  for (const [at, text] of said.entries()) {
    const who = { provenance: 'user', speaker: 'user', language: 'en', affect: neutralAffect } as const;
    const rest = { place: { conversationId }, salience: 0.5, entities: [], atMs: nowMs - dayMs };
    const episode = { id: ids[at] as string, text, ...who, ...rest };
    await store.add(episode, vectors[at] as (typeof vectors)[number]);
  }
  const hippocampus = new HippocampusEpisodicMemory({ store, embedder, wordEmbedder: embedder });
  const plan = planRecall({ text: 'what is my dog called?', language: 'en', nowMs, zone: 'UTC' });
  if (plan === undefined) throw new Error('nothing is asked');
  await hippocampus.prepare();
  const found = async () => texts(await hippocampus.recall(plan)).toSorted();
  expect(await found()).toEqual(said.toSorted());
  await store.setHidden({ ids: [ids[1] as string] }, true);
  expect(await found()).toEqual([said[2], said[0]]);
  await store.setHidden({ ids: [ids[1] as string] }, false);
  expect(await found()).toEqual(said.toSorted());
  await store.remove([ids[0] as string]);
  expect(await found()).toEqual([said[1], said[2]]);
});

test('while it recalls, others have their turn', async () => {
  const recall = await remembering([]);
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await recall('where is the dog?');
  isOver = true;
  expect(turns).toBeGreaterThan(2);
});
