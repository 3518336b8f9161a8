/** Private turns leave no byte in the data folder, in what is measured or in the browser: before, during, after, and after a kill. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStaticTableEmbedder } from '../src-main/adapters/embedder/static-table.ts';
import { newId } from '../src-main/domain/id.ts';
import { embeddingTableFolder } from '../src-main/host/embedding-table-folder.ts';
import { embedEpisodes } from '../src-main/ports/embed-episodes.ts';
import type { Client } from '../src-preload/connect.ts';
import { findChromium, launchBrowser } from './browser.ts';
import {
  type Needle,
  type Sighting,
  scanDataFolder,
  scanTable,
  vectorNeedle,
  wordNeedle,
} from './byte-scan.ts';
import { clientOf } from './core-client.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';
import { testHost } from './test-host.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const secretTurns = [
  'Ma sœur Zélonia est allergique aux zwetschgues.',
  'Souviens-toi que Zélonia déteste le vroumbissage.',
  'Note que la clé est sous le pot de Xyloville.',
  'Ajoute des kwakelbeeren à la liste de courses.',
  'Mets un minuteur de 30 minutes pour le poulgrain.',
  'What do you know about Zélonia?',
];
const words = [
  'Zélonia',
  'zwetschgues',
  'vroumbissage',
  'Xyloville',
  'kwakelbeeren',
  'poulgrain',
  'zwornemuche',
];

let model: ScriptedServer;
let dataDir: string;
let jarvis: JarvisProgram;
let client: Client;
let needles: readonly Needle[];
const scans: Record<string, readonly Sighting[]> = {};

async function start(): Promise<void> {
  jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
  client = await clientOf(dataDir);
  await client.call('model.list', { refresh: true });
}

beforeAll(async () => {
  model = await ScriptedServer.start({
    protocol: 'ollama',
    answer: ({ messages }) => {
      const asked = messages.findLast(({ role }) => role === 'user')?.content ?? '';
      const word = asked.includes('Zélonia') ? 'zwornemuche' : 'soleil';
      return { text: `Quel ${word} ! `.repeat(20), tokensPerSecond: 200 };
    },
  });
  dataDir = await newDataDir();
  writeFileSync(join(dataDir, 'settings.json'), '{"logLevel": "debug", "metrics": {"port": 0}}');
  const table = createStaticTableEmbedder(embeddingTableFolder);
  const [vectors] = await embedEpisodes(table, secretTurns.slice(0, 1));
  await table.close();
  needles = [...words.map(wordNeedle), vectorNeedle('vector', vectors?.whole ?? new Float32Array(8))];
  await start();
}, 90_000);
afterAll(async () => {
  client?.close();
  await jarvis?.stop();
  await model?.close();
  await removeDataDir(dataDir);
});

async function ask(text: string, conversationId: string): Promise<void> {
  const turnId = newId();
  const ended = Promise.withResolvers<void>();
  const off = client.on('turn.ended', ({ turnId: of }) => {
    if (of === turnId) ended.resolve();
  });
  await client.call('turn.ask', { turnId, conversationId, text, origin: 'typed' });
  await ended.promise;
  off();
}

async function measured(): Promise<string> {
  const [address = ''] = /http:\S+\/metrics/.exec(jarvis.output()) ?? [];
  return (await fetch(address)).text();
}

test('private turns leave no byte, also when the program is killed in the middle of one', async () => {
  await ask('Mon chien s’appelle Rex.', newId());
  scans.before = scanDataFolder(dataDir, needles);
  await client.call('memory.private', { on: true });
  const conversation = newId();
  for (const text of secretTurns) await ask(text, conversation);
  await client.call('conversation.rename', { id: conversation, title: 'Chez Zélonia' });
  scans.during = scanDataFolder(dataDir, needles);
  // The web host alone serves what is measured.
  if (testHost === 'web') {
    const metrics = await measured();
    expect(metrics).toContain('jarvis_');
    for (const word of words) expect(metrics.toLowerCase()).not.toContain(word.toLowerCase());
  }

  const growing = Promise.withResolvers<void>();
  client.on('turn.delta', () => growing.resolve());
  await client.call('turn.ask', {
    ...{ turnId: newId(), conversationId: conversation, origin: 'typed' },
    text: 'Zélonia revient quand ?',
  });
  await growing.promise;
  client.close();
  await jarvis.kill();
  scans['after a kill'] = scanDataFolder(dataDir, needles);
  await start();
  await client.call('memory.private', { on: true });
  await ask(secretTurns[0] ?? '', newId());
  await client.call('memory.private', { on: false });
  await ask('Quel temps fait-il dehors ?', newId());
  const { memories } = await client.call('memory.search', { query: 'Zélonia zwetschgues', limit: 5 });
  expect(JSON.stringify(memories)).not.toMatch(/Zélonia|zwetschgues/);
  client.close();
  await jarvis.stop();
  scans['at the end'] = scanDataFolder(dataDir, needles);
  expect(scans).toMatchObject({ before: [], during: [], 'after a kill': [], 'at the end': [] });
}, 90_000);

test('the same words that are not private are found by the same scan', async () => {
  await start();
  const conversation = newId();
  for (const text of secretTurns) await ask(text, conversation);
  await eventually(async () =>
    expect((await client.call('memory.search', { query: 'Zélonia', limit: 5 })).memories).not.toEqual([]),
  );
  client.close();
  await jarvis.stop();
  scans['not private'] = scanDataFolder(dataDir, needles);
  console.log(scanTable(needles, scans));
  for (const { name } of needles)
    expect(
      scans['not private'].some(({ needle }) => needle === name),
      name,
    ).toBe(true);
}, 60_000);

describe.runIf(chromium !== undefined)('the window', () => {
  let browser: Browser;
  let own: JarvisProgram;
  beforeAll(async () => {
    [browser, own] = await Promise.all([
      launchBrowser(chromium ?? ''),
      startJarvis({ env: { OLLAMA_HOST: model.address } }),
    ]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await own?.stop();
    if (own !== undefined) await removeDataDir(own.dataDir);
  });

  test('keeps nothing of them in storage, address, history or title', async () => {
    const window = await WindowPage.open(browser, own.link);
    await eventually(async () => expect(await window.modelButton.innerText()).toContain('storyteller'));
    await window.choose(window.page.getByTestId('main-menu'), 'Passer en mode privé');
    await window.page.getByTestId('private-mark').waitFor();
    await window.ask('Ma sœur Zélonia est allergique aux zwetschgues.');
    await window.composer.fill('Zélonia encore');
    const keeps = () =>
      window.page.evaluate(async () =>
        JSON.stringify([
          { ...localStorage },
          { ...sessionStorage },
          await indexedDB.databases(),
          await caches.keys(),
          [location.href, document.title, history.state, document.cookie],
        ]),
      );
    expect(await keeps()).not.toMatch(/zelonia|zélonia|z%C3%A9lonia|zwetschgues/i);
    await window.page.getByTestId('private-banner').getByRole('button').click();
    await eventually(async () => expect(await window.page.innerText('body')).not.toContain('Zélonia'));
    expect(await keeps()).not.toMatch(/zelonia|zélonia|z%C3%A9lonia|zwetschgues/i);
  }, 60_000);
});
