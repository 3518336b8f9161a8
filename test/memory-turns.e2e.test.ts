/** What was told on one day helps in another conversation and language; a crash loses none of it; private words are nowhere. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../src-main/domain/id.ts';
import type { Client } from '../src-preload/connect.ts';
import type { EventData } from '../src-preload/contract.ts';
import { clientOf } from './core-client.ts';
import { bytesIfThere, filesUnder } from './files-under.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';
import { eventually } from './window-page.ts';

let model: ScriptedServer;
let dataDir: string;
let jarvis: JarvisProgram;
let client: Client;

const start = async (): Promise<void> => {
  jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
  client = await clientOf(dataDir);
  await client.call('model.list', { refresh: true });
};

beforeAll(async () => {
  [model, dataDir] = await Promise.all([
    ScriptedServer.start({ protocol: 'ollama', answer: () => ({ text: 'Bien noté.' }) }),
    newDataDir(),
  ]);
  await start();
}, 60_000);
afterAll(async () => {
  client?.close();
  await jarvis?.stop();
  await model?.close();
  await removeDataDir(dataDir);
});

type Answer = EventData<'turn.ended'>['message'];

async function ask(text: string, conversationId: string): Promise<Answer> {
  const turnId = newId();
  const ended = Promise.withResolvers<Answer>();
  const off = client.on('turn.ended', ({ turnId: of, message }) => {
    if (of === turnId) ended.resolve(message);
  });
  await client.call('turn.ask', { turnId, conversationId, text, origin: 'typed' });
  const answer = await ended.promise;
  off();
  return answer;
}

/** The messages of the newest request that a model got. */
function prompt(): readonly { readonly role: string; readonly content: string }[] {
  const { messages } = model.requests.findLast(({ path }) => path === '/api/chat')?.body ?? {};
  return messages as readonly { role: string; content: string }[];
}

const known = async (query: string): Promise<readonly string[]> =>
  (await client.call('memory.search', { query, limit: 5 })).memories.map(({ text }) => text);

test('what was said in French stands, quoted, behind a question in English; the prefix stays', async () => {
  await ask('Ma sœur Anna est allergique aux noix.', newId());
  const system = prompt()[0];
  await eventually(async () =>
    expect(await known('Anna')).toContain('Ma sœur Anna est allergique aux noix.'),
  );

  const conversation = newId();
  const answer = await ask('What should I not bake for Anna?', conversation);
  const asked = prompt();
  expect(asked[0]).toEqual(system);
  const question = asked.at(-1)?.content ?? '';
  expect(question.startsWith('What should I not bake for Anna?')).toBe(true);
  expect(question).toMatch(
    /\[memory\](?:.|\n)*"Ma sœur Anna est allergique aux noix\."(?:.|\n)*\[\/memory\]$/,
  );

  const { answers } = await client.call('memory.recalled', { messageIds: [answer.id] });
  expect(answers[0]?.memories.map(({ text }) => text)).toContain('Ma sœur Anna est allergique aux noix.');

  await ask('Why is the sky blue?', conversation);
  // Byte for byte what the model read before, and then the new words.
  expect(prompt().slice(0, asked.length)).toEqual(asked);
}, 30_000);

test('a program killed right after an answer has perceived the words once it runs again', async () => {
  await ask('Mon chien s’appelle Rex.', newId());
  client.close();
  await jarvis.kill();
  await start();
  await eventually(async () => expect(await known('Rex')).toContain('Mon chien s’appelle Rex.'), 20_000);
}, 60_000);

test('private words are answered, and stand in no file, also after a kill', async () => {
  const { on } = await client.call('memory.private', { on: true });
  expect(on).toBe(true);
  await ask('Mon coffre secret est dans le pigeonnier.', newId());
  expect(prompt().at(-1)?.content).toContain('pigeonnier');
  client.close();
  await jarvis.kill();
  for (const form of [Buffer.from('pigeonnier'), Buffer.from('pigeonnier', 'utf16le')])
    expect(filesWith(form)).toEqual([]);
  await start();
  const { hits } = await client.call('conversation.search', { query: 'pigeonnier', limit: 5 });
  expect(hits).toEqual([]);
  expect(await known('pigeonnier')).not.toContain('Mon coffre secret est dans le pigeonnier.');
  expect((await client.call('app.snapshot', {})).memory.isPrivate).toBe(false);
}, 60_000);

const filesWith = (form: Buffer): readonly string[] =>
  filesUnder(dataDir).filter(name => bytesIfThere(join(dataDir, name)).includes(form));
