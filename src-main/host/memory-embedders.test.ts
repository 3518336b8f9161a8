/** Another model of meanings by choice: both answer while memories are made anew, a restart goes on, and one that is away is replaced. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EmbeddingServer } from '../../test/fixtures/model-servers/embedding-server.ts';
import { assetPath, haveAssets } from '../../test/test-assets.ts';
import { createStaticTableEmbedder } from '../adapters/embedder/static-table.ts';
import { newId } from '../domain/id.ts';
import { neutralAffect } from '../domain/memory.ts';
import type { ImportedMemory } from '../ports/memory-records.ts';
import { embeddingTableFolder } from './embedding-table-folder.ts';
import type { ProfileSession } from './profile-session.ts';
import { SessionFixture } from './session-fixture.ts';

const miniLm = 'models/embedding/all-MiniLM-L6-v2';
const table = 'jarvis-static-fr-en-1';
let fixture: SessionFixture;
let session: ProfileSession;

beforeEach(async () => {
  fixture = new SessionFixture();
  session = await fixture.open();
});
afterEach(() => fixture.remove());

const said = (count: number): ImportedMemory[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ kind: 'episode', recalls: 0, isConsolidated: false },
    episode: {
      ...{ id: newId(), place: { conversationId: `c${at % 7}` }, provenance: 'user', speaker: 'user' },
      ...{ atMs: at * 60_000, text: texts[at] ?? `My neighbour number ${at} paints boats at the harbour.` },
      ...{ language: 'en', affect: neutralAffect, salience: 0.5, entities: [] },
    },
  }));
const texts = [
  'The newborn keeps us awake until dawn.',
  'My sister Anna cannot eat any nuts.',
  'The bank raised the interest on our loan.',
];
async function* each(memories: readonly ImportedMemory[]) {
  yield* memories;
}
const counts = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await session.embedders.status()).models.map(one => [one.model, one.episodes]));
const patienceMs = 100_000;
async function until(condition: () => Promise<boolean>): Promise<void> {
  const untilMs = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > untilMs) throw new Error('it did not happen');
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
const restart = async (): Promise<void> => {
  await session.close();
  session = await fixture.open();
};
const settled = async (): Promise<void> =>
  until(async () => {
    const { isWorking, isOpening } = await session.embedders.status();
    return !isWorking && !isOpening;
  });
const found = async (words: string): Promise<readonly string[]> => {
  const { memories } = await session.brain.recall({
    ...{ text: words, language: 'en', nowMs: Date.now(), zone: 'Europe/Paris', purpose: 'search' },
  });
  return memories.map(({ text }) => text);
};
const remembered = async (count: number): Promise<void> => {
  await session.brain.importMemories(each(said(count)));
  expect(await counts()).toEqual({ [table]: count });
};

/** The table's own meanings under another name, and with other dimensions. */
async function startServer(gate: () => Promise<void> = async () => undefined): Promise<EmbeddingServer> {
  const builtIn = createStaticTableEmbedder(embeddingTableFolder);
  return EmbeddingServer.start(async given => {
    await gate();
    return (await builtIn.embed(given)).map(vector =>
      Float32Array.from({ length: 96 }, (_, j) => vector[j] ?? 0),
    );
  });
}
const ollama = 'ollama/all-minilm@0a0a0a0a0a0a';

test('a model of a server takes over, is replaced while it is away without losing what it made, and comes back', async () => {
  await remembered(80);
  let server = await startServer();
  const { address } = server;
  await session.embedders.use({ ollama: 'all-minilm', address });
  expect(session.preferences().memory.embedder).toEqual({ ollama: 'all-minilm', address });
  await until(async () => (await counts())[ollama] === 80);
  await settled();
  expect(await counts()).toEqual({ [ollama]: 80 });
  expect((await session.brain.statistics()).embedder).toBe(ollama);

  await server.stop();
  expect(await found('the newborn')).toContain(texts[0]);
  await fixture.ask('My parrot is called Coco and it is green.', 'n1');
  await until(async () => (await session.brain.statistics()).episodes === 81);
  await until(async () => (await counts())[table] === 81);
  await settled();
  expect(session.embedders.fault()).toMatchObject({ code: 'model.unreachable' });
  expect(await counts()).toMatchObject({ [ollama]: 80, [table]: 81 });
  expect(await found('the newborn')).toContain(texts[0]);

  server = await startServer();
  await session.embedders.use({ ollama: 'all-minilm', address: server.address });
  await until(async () => (await counts())[ollama] === 81);
  await settled();
  expect(await counts()).toEqual({ [ollama]: 81 });
  expect(session.embedders.fault()).toBeUndefined();
  await session.embedders.use('built-in');
  await until(async () => (await counts())[ollama] === undefined);
  expect(await counts()).toEqual({ [table]: 81 });
  expect(session.preferences().memory.embedder).toBeUndefined();
  await server.stop();
}, 120_000);

test('a server that falls silent holds up no question', async () => {
  await remembered(20);
  let isSilent = false;
  const server = await startServer(() => (isSilent ? new Promise(() => undefined) : Promise.resolve()));
  await session.embedders.use({ ollama: 'all-minilm', address: server.address });
  await until(async () => (await counts())[ollama] === 20);
  await settled();
  isSilent = true;
  const startedMs = performance.now();
  expect(await found('Which nuts can my sister Anna not eat?')).toContain(texts[1]);
  // The server would never answer.
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  const answer = await fixture.ask('Remember that my parrot is called Coco', 'n2');
  expect(answer.status).toBe('complete');
  expect(await found('Which colour are the nuts of Anna?')).toContain(texts[1]);
  await server.stop();
}, 60_000);

test('what cannot be used is refused, and everything stays as it was; a choice that is not there is told', async () => {
  await remembered(3);
  const wide = await EmbeddingServer.start(async given => given.map(() => new Float32Array(1024).fill(1)));
  const { address } = wide;
  const use = (model: string) => session.embedders.use({ ollama: model, address });
  await expect(use('all-minilm')).rejects.toMatchObject({
    code: 'model.embedding-dimensions',
    params: { found: 1024, expected: 384 },
  });
  await expect(use('nobody')).rejects.toMatchObject({ code: 'model.not-found' });
  await wide.stop();
  await expect(use('all-minilm')).rejects.toMatchObject({ code: 'model.unreachable' });
  await expect(session.embedders.use({ onnx: '/nowhere/model' })).rejects.toMatchObject({
    code: 'model.weights-missing',
  });
  expect(await session.embedders.status()).toMatchObject({ choice: 'built-in', model: table });
  const { memory, ...rest } = session.preferences();
  await session.setPreferences({ ...rest, memory: { ...memory, embedder: { onnx: '/nowhere/model' } } });
  const status = await session.embedders.examine();
  expect(status).toMatchObject({ model: table, fault: { code: 'model.weights-missing' } });
  expect(await found('the newborn')).toContain(texts[0]);
  expect(await counts()).toEqual({ [table]: 3 });
}, 60_000);

if (haveAssets(miniLm)) {
  test('200 memories pass from the table to a sentence model, with a restart in the middle, and are found all the time', async () => {
    const asked = 'The infant does not let us sleep at night.';
    await remembered(200);
    await session.embedders.use({ onnx: assetPath(miniLm) });
    const { model } = await session.embedders.status();
    expect(model).toMatch(/^all-MiniLM-L6-v2@[0-9a-f]{12}$/);
    await until(async () => ((await counts())[model] ?? 0) > 0);
    expect((await counts())[table]).toBe(200);
    await until(async () => (await found(asked)).includes(texts[0] ?? ''));
    await restart();
    const before = (await counts())[model] ?? 0;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(200);
    await until(async () => ((await counts())[model] ?? 0) > before);
    await until(async () => (await found(asked)).slice(0, 5).includes(texts[0] ?? ''));
    await fixture.ask('My daughter Zoe plays the cello in an orchestra.', 'n1');
    await until(async () => (await counts())[model] === 201);
    await until(async () => !(table in (await counts())));
    expect(await counts()).toEqual({ [model]: 201 });
    await until(async () => (await found(asked))[0] === texts[0]);
    await until(async () =>
      (await found('Who in my family is a musician?')).includes(
        'My daughter Zoe plays the cello in an orchestra.',
      ),
    );
  }, 240_000);
}
