/** A person is forgotten, by the running program, and no byte of the data folder holds a word or a vector of it any more. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaticTableEmbedder } from '../src-main/adapters/embedder/static-table.ts';
import { newId } from '../src-main/domain/id.ts';
import { embeddingTableFolder } from '../src-main/host/embedding-table-folder.ts';
import { embedEpisodes } from '../src-main/ports/embed-episodes.ts';
import type { Client } from '../src-preload/connect.ts';
import type { EventData } from '../src-preload/contract.ts';
import { type Needle, scanDataFolder, scanTable, vectorNeedle, wordNeedle } from './byte-scan.ts';
import { clientOf } from './core-client.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, runCommand, startJarvis } from './jarvis-program.ts';
import { eventually } from './window-page.ts';

/** Each of them stands in something that is said of Zélonia, and in nothing else. */
const secretTurns = [
  'Ma sœur Zélonia est allergique aux zwetschgues.',
  'Zélonia habite à Xyloville depuis mars.',
  'Ma sœur travaille chez Qwerkstoff comme vétérinaire.',
  'Souviens-toi que Zélonia déteste le vroumbissage.',
];
const words = ['Zélonia', 'zwetschgues', 'Xyloville', 'Qwerkstoff', 'vroumbissage', 'zwornemuche'];
const otherTurns = [
  'Mon chien s’appelle Rex et il a trois ans.',
  'J’habite à Lyon depuis deux ans.',
  'Mon frère Boris joue du violon à Brest.',
  'Je suis allergique au gluten.',
];

let model: ScriptedServer;
let dataDir: string;
let jarvis: JarvisProgram;
let client: Client;
let needles: readonly Needle[];
let backups: string;

async function start(): Promise<void> {
  jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
  client = await clientOf(dataDir);
  await client.call('model.list', { refresh: true });
}

beforeAll(async () => {
  model = await ScriptedServer.start({
    protocol: 'ollama',
    // It says again what it was told, with a word of its own.
    answer: ({ messages }) => {
      const asked = messages.findLast(({ role }) => role === 'user')?.content ?? '';
      return {
        text: `Je vois : ${asked.split('\n')[0]} ${asked.includes('Zélonia') ? 'Quel zwornemuche !' : ''}`,
      };
    },
  });
  dataDir = await newDataDir();
  writeFileSync(join(dataDir, 'settings.json'), '{"logLevel": "debug"}');
  const table = createStaticTableEmbedder(embeddingTableFolder);
  const vectors = await embedEpisodes(table, secretTurns.slice(0, 3));
  await table.close();
  needles = [
    ...words.map(wordNeedle),
    ...vectors.map(({ whole }, at) => vectorNeedle(`vector ${at + 1}`, whole)),
  ];
  await start();
}, 90_000);
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

const statistics = () => client.call('memory.statistics', {});

test('a day is told, consolidated, used and forgotten: nothing of it is left on any page, in any log, in any file', async () => {
  const conversation = newId();
  await ask('Bonjour', conversation);
  for (const [at, text] of secretTurns.entries()) {
    await ask(text, at === 0 ? newId() : conversation);
    await ask(otherTurns[at] ?? '', conversation);
  }
  await eventually(async () => expect((await statistics()).episodes).toBeGreaterThanOrEqual(7), 20_000);
  // A turn that has just ended may still end a night.
  await eventually(async () => {
    await client.call('memory.consolidate', {});
    expect((await statistics()).summaries).toBeGreaterThan(0);
  }, 20_000);
  const questions = newId();
  expect((await ask('Que ne dois-je pas cuisiner pour ma sœur ?', questions)).recalled).not.toEqual([]);
  await ask('Where does Zélonia live?', questions);
  await ask('Note que Zélonia passe samedi.', questions);
  await ask('Ajoute des zwetschgues à la liste de courses.', questions);
  await ask('Rappelle-moi demain à 9 heures d’appeler Zélonia.', questions);
  const [profile = ''] = readdirSync(join(dataDir, 'profiles'));
  backups = join(dataDir, 'profiles', profile, 'backups');
  const told = scanDataFolder(dataDir, needles);
  await stopAndCopy(profile);

  const before = scanDataFolder(dataDir, needles);
  await start();
  const { memories } = await client.call('memory.search', { query: 'Lyon', limit: 5 });
  expect(memories.length).toBeGreaterThan(0);
  const preview = await client.call('memory.previewForget', { about: 'ma sœur' });
  expect(preview.counts.notes).toBe(2);
  const receipt = await client.call('memory.forget', { token: preview.token });
  expect(receipt).toMatchObject({ episodes: preview.counts.episodes, facts: preview.counts.facts, notes: 2 });
  expect(receipt.copies).toEqual([expect.stringMatching(/^jarvis-.*schema1\.db$/)]);
  const more = await client.call('memory.previewForget', { about: 'zwetschgues' });
  expect(more.counts.notes).toBe(1);
  await client.call('memory.forget', { token: more.token });
  const running = scanDataFolder(dataDir, needles);
  client.close();
  await jarvis.stop();
  const after = scanDataFolder(dataDir, needles);
  console.log(
    scanTable(needles, {
      'told, running': told,
      'and stopped': before,
      'after, running': running,
      'after, stopped': after,
    }),
  );

  for (const { name } of needles) {
    const seen = before.filter(({ needle }) => needle === name).reduce((sum, { count }) => sum + count, 0);
    expect(seen, `${name} can be found`).toBeGreaterThan(0);
  }
  // What is encrypted shows nothing before either; the log is looked into as well.
  expect(before.filter(({ place }) => place === 'bytes')).toEqual([]);
  expect(told.filter(({ place }) => place === 'log')).not.toEqual([]);
  expect(running).toEqual([]);
  expect(after).toEqual([]);
}, 120_000);

/** The program is stopped, and a copy of its database lies where one is made before an upgrade. */
async function stopAndCopy(profile: string): Promise<void> {
  client.close();
  await jarvis.stop();
  mkdirSync(backups, { recursive: true });
  const database = readFileSync(join(dataDir, 'profiles', profile, 'jarvis.db'));
  writeFileSync(join(backups, 'jarvis-20260101T000000000Z-schema1.db'), database);
}

test('everything else is still known, and the receipts hold numbers alone', async () => {
  await start();
  const { memories } = await client.call('memory.search', { query: 'Boris violon', limit: 5 });
  expect(memories.map(({ text }) => text)).toContain('Mon frère Boris joue du violon à Brest.');
  expect((await ask('Où habite ma sœur ?', newId())).text).not.toMatch(/Xyloville/);
  const { receipts } = await client.call('memory.receipts', { limit: 10 });
  expect(receipts).toHaveLength(2);
  for (const word of words) expect(JSON.stringify(receipts)).not.toContain(word);
  const { facts } = await client.call('memory.facts', { limit: 50, past: true });
  expect(facts.map(({ value }) => value)).toEqual(expect.arrayContaining(['Lyon', 'Rex']));
  const doctor = await client.call('memory.statistics', {});
  expect(doctor.summaries).toBeGreaterThan(0);
}, 60_000);

test('by word, in the conversation itself: the order that says what to forget goes as well', async () => {
  const [told, noted] = ['Mon cousin Wlodzimir vit à Krzyzopol.', 'Note que Wlodzimir arrive lundi.'];
  const mine = ['Wlodzimir', 'Krzyzopol'].map(wordNeedle);
  for (const order of [
    'Oublie tout ce que tu sais sur Wlodzimir',
    'Forget everything about my cousin Wlodzimir',
  ]) {
    const conversation = newId();
    await ask(told, conversation);
    await ask(noted, conversation);
    await eventually(async () =>
      expect((await client.call('memory.search', { query: 'Wlodzimir', limit: 3 })).memories).not.toEqual([]),
    );
    await client.call('memory.consolidate', {});
    expect(scanDataFolder(dataDir, mine)).not.toEqual([]);
    const answer = await ask(order, newId());
    expect(answer.text).toMatch(/oublié|Forgotten/);
    expect(scanDataFolder(dataDir, mine)).toEqual([]);
    const { conversations } = await client.call('conversation.list', { limit: 50 });
    expect(conversations.map(({ title }) => title).join()).not.toContain('Wlodzimir');
  }
  client.close();
  await jarvis.stop();
  expect(scanDataFolder(dataDir, mine)).toEqual([]);
  await start();
}, 90_000);

test('on the command line, of one memory, and what changed since is not forgotten by mistake', async () => {
  await ask('Mon voisin Grzegorz joue du trombone à Zwolle.', newId());
  await eventually(async () =>
    expect((await client.call('memory.search', { query: 'Grzegorz', limit: 3 })).memories).not.toEqual([]),
  );
  const { token } = await client.call('memory.previewForget', { about: 'Grzegorz' });
  await ask('Grzegorz déménage à Zwolle.', newId());
  await expect(client.call('memory.forget', { token })).rejects.toThrow('memory.changed');
  const { status, stdout } = await runCommand(dataDir, ['memory', 'forget', 'Grzegorz', '--yes', '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ episodes: expect.any(Number), copies: [] });
  expect(scanDataFolder(dataDir, [wordNeedle('Grzegorz'), wordNeedle('Zwolle')])).toEqual([]);
  const receipts = await runCommand(dataDir, ['memory', 'receipts', '--json']);
  expect(receipts.stdout.trim().split('\n').length).toBeGreaterThanOrEqual(3);
  expect(receipts.stdout).not.toContain('Grzegorz');
}, 60_000);
