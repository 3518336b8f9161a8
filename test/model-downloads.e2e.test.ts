/** Models in the real program: fetched by a click, kept over a kill, spoken and listened with at once. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf } from './core-client.ts';
import { type FileServer, startFileServer } from './fixtures/file-server.ts';
import { type TestModel, writeCatalogue } from './fixtures/model-catalogue.ts';
import { type JarvisProgram, newDataDir, removeDataDir, runCommand, startJarvis } from './jarvis-program.ts';
import { assetPath, haveAssets } from './test-assets.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const assets = ['models/stt/whisper-format-tiny-overfit', 'models/tts/piper-format-fr'] as const;
const hasAssets = haveAssets(...assets);

let server: FileServer;
let dataDir: string;
let env: Readonly<Record<string, string>>;
let jarvis: JarvisProgram | undefined;
beforeEach(async () => {
  server = await startFileServer();
  dataDir = await newDataDir();
  env = { JARVIS_CATALOGUE: join(dataDir, 'catalogue.json') };
});
afterEach(async () => {
  await jarvis?.stop();
  jarvis = undefined;
  await server.close();
  await removeDataDir(dataDir);
});

const offer = (...models: readonly TestModel[]): void =>
  writeCatalogue(join(dataDir, 'catalogue.json'), server, models);
const start = async (): Promise<JarvisProgram> => {
  jarvis = await startJarvis({ dataDir, env });
  return jarvis;
};
const large: TestModel = {
  id: 'large',
  files: { 'x-encoder.onnx': randomBytes(3_000_000), 'x-decoder.onnx': randomBytes(1_000_000) },
};
const slow = { ...large, behaviour: { bytesPerSecond: 1_500_000 } };
const filesOf = (folder: string, keep: RegExp): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(name => keep.test(name))
      .map(name => [name, readFileSync(join(folder, name))]),
  );

describe('a download', () => {
  it('goes on by itself after a kill, from where it was, and ends whole', async () => {
    offer(slow);
    const first = await start();
    const client = await clientOf(dataDir);
    await client.call('catalogue.download', { ids: ['large'] });
    await eventually(async () => {
      const { models } = await client.call('catalogue.get', {});
      expect(models[0]?.doneBytes).toBeGreaterThan(800_000);
    });
    client.close();
    await first.kill();
    const before = server.requests.length;
    await start();
    const again = await clientOf(dataDir);
    await eventually(async () => {
      const { models } = await again.call('catalogue.get', {});
      expect(models[0]).toMatchObject({ state: 'installed', isInUse: true });
    });
    again.close();
    expect(server.requests.slice(before).some(({ range }) => /^bytes=\d{5,}-$/.test(range ?? ''))).toBe(true);
    for (const [name, content] of Object.entries(large.files)) {
      const found = readFileSync(join(dataDir, 'models', 'speech', 'large', name));
      expect(found.equals(content)).toBe(true);
    }
  });

  it('is ordered at the running program by the command line, which only watches', async () => {
    offer(large);
    await start();
    const { stdout, status } = await runCommand(dataDir, ['model', 'get', 'ready', '--lang', 'en'], { env });
    expect(status).toBe(0);
    expect(stdout).toContain('Installed: large');
  });

  it('never begins without an order, whatever the start finds', async () => {
    offer(large);
    await start();
    const client = await clientOf(dataDir);
    await client.call('app.snapshot', {});
    await client.call('catalogue.get', {});
    await client.call('doctor.run', {});
    client.close();
    expect(server.requests).toEqual([]);
  });
});

describe.skipIf(!hasAssets)('a recogniser and a voice in the engines’ own formats', () => {
  it('listen and speak at once, from official Piper files too', async () => {
    const [stt, tts] = assets;
    offer(
      { id: 'whisper', files: filesOf(assetPath(stt), /\.onnx$|tokens\.txt$/) },
      {
        id: 'voice-fr',
        files: filesOf(assetPath(tts), /^fr.*\.onnx(\.json)?$/),
        change: { purpose: 'voice', engine: 'piper', languages: ['fr'], prepare: 'piper' },
      },
    );
    await start();
    const client = await clientOf(dataDir);
    await client.call('catalogue.getReady', {});
    await eventually(async () => {
      const { speech } = await client.call('app.snapshot', {});
      expect(speech).toMatchObject({ canListen: true, voices: { fr: 'piper' } });
    });
    expect(existsSync(join(dataDir, 'models', 'speech', 'voice-fr', 'tokens.txt'))).toBe(true);
    const { checks } = await client.call('doctor.run', {});
    client.close();
    const parts = checks.filter(({ part }) => /speech/.test(part));
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter(({ state }) => state === 'broken')).toEqual([]);
  });
});

describe.skipIf(chromium === undefined)('the window', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
  });
  afterAll(async () => browser.close());

  it('gets ready by one click, shows how far it is, pauses, goes on, and deletes', async () => {
    offer(slow);
    const { link } = await start();
    const window = await WindowPage.open(browser, link);
    await window.choose(window.page.getByTestId('main-menu'), /^(Modèles|Models)/);
    const model = window.page.getByTestId('model-large');
    await window.page.getByRole('button', { name: /^(Tout installer|Get ready)$/ }).click();
    await eventually(async () => expect(await model.getAttribute('data-state')).toBe('downloading'));
    await eventually(async () =>
      expect(await model.textContent()).toMatch(/[1-9][\d,.]* M[oB] (sur|of) 4 M/),
    );
    await model.getByRole('button', { name: /^(Suspendre|Pause)/ }).click();
    await eventually(async () => expect(await model.getAttribute('data-state')).toBe('paused'));
    await model.getByRole('button', { name: /^(Continuer|Go on)/ }).click();
    await eventually(async () => expect(await model.getAttribute('data-state')).toBe('installed'));
    await eventually(async () =>
      expect(await window.page.getByTestId('models-ready').textContent()).toMatch(/installé|installed/),
    );
    await model.getByRole('button', { name: /^(Supprimer|Delete)/ }).click();
    await model.getByTestId('sure-yes').click();
    await eventually(async () => expect(await model.getAttribute('data-state')).toBe('absent'));
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it('tells in place why a model could not be fetched, and what is no model', async () => {
    offer({ ...large, behaviour: { status: 404 } });
    const { link } = await start();
    const window = await WindowPage.open(browser, link);
    await window.choose(window.page.getByTestId('main-menu'), /^(Modèles|Models)/);
    const model = window.page.getByTestId('model-large');
    await model.getByRole('button', { name: /^(Télécharger|Download)/ }).click();
    await eventually(async () => expect(await model.getByRole('alert').textContent()).toContain('HTTP 404'));
    const empty = join(dataDir, 'empty');
    mkdirSync(empty);
    await window.page.getByLabel(/^(Installer depuis|Install from)/).fill(empty);
    await window.page.keyboard.press('Enter');
    await eventually(async () =>
      expect(await window.page.getByTestId('models').textContent()).toContain(empty),
    );
    await window.close();
  });
});
