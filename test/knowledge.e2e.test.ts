/** The person's documents over the built program: read after a kill, answered from without a model, and shown in a real Chromium. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDocx, makePdf } from '../native/document-process/document-fixture.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf } from './core-client.ts';
import { bytesIfThere, filesUnder } from './files-under.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, runCommand, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const patienceMs = 60_000;
const lease = makePdf([
  [
    { text: 'Bail', size: 20 },
    { text: 'Le loyer est de 750 euros par mois.', gap: 30 },
  ],
  [{ text: 'Le preavis pour quitter le logement est de trois mois.' }],
]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-documents-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const listed = async (dataDir: string) => {
  const client = await clientOf(dataDir);
  const list = await client.call('knowledge.list', { limit: 1000 });
  client.close();
  return list;
};

/** All files below a folder, as one text. */
const bytesOf = (path: string): string =>
  filesUnder(path)
    .map(name => bytesIfThere(join(path, name)).toString('latin1'))
    .join('\n');

describe('documents, without a language model', () => {
  test('are all read although the program is killed in the middle, and nothing of them lies in clear', async () => {
    const dataDir = await newDataDir();
    const documents = join(folder, 'many');
    mkdirSync(documents);
    const count = 120;
    for (let number = 0; number < count; number += 1) {
      const text = `Le dossier numéro ${number} concerne l’hippogriffe ${number}.`;
      if (number % 2 === 0) writeFileSync(join(documents, `${number}.txt`), text);
      else writeFileSync(join(documents, `${number}.docx`), makeDocx(['# Dossier', text]));
    }
    let jarvis = await startJarvis({ dataDir });
    try {
      const client = await clientOf(dataDir);
      await client.call('knowledge.add', { path: documents });
      client.close();
      for (const atLeast of [5, 40, 80]) {
        await eventually(
          async () => expect((await listed(dataDir)).status.indexed).toBeGreaterThanOrEqual(atLeast),
          patienceMs,
        );
        await jarvis.kill();
        jarvis = await startJarvis({ dataDir });
      }
      await eventually(async () => {
        const { status } = await listed(dataDir);
        expect(status).toMatchObject({ indexed: count, waiting: 0, failed: 0, passages: count });
      }, patienceMs);
      const { stdout } = await runCommand(dataDir, [
        'ask',
        'Que disent mes documents sur l’hippogriffe 77 ?',
      ]);
      expect(stdout.replaceAll('\u00a0', ' ')).toContain('77.docx');
      expect(stdout).toContain('Le dossier numéro 77 concerne l’hippogriffe 77.');
      expect(JSON.parse((await runCommand(dataDir, ['memory', 'stats', '--json'])).stdout)).toMatchObject({
        ...{ episodes: 0, facts: 0 },
      });
      expect(bytesOf(dataDir)).not.toContain('hippogriffe');
    } finally {
      await jarvis.stop();
      await removeDataDir(dataDir);
    }
  });
});

describe.runIf(chromium !== undefined)('documents in the window', () => {
  let browser: Browser;
  let jarvis: JarvisProgram;
  let ollama: ScriptedServer;
  let window: WindowPage;
  const room = () => window.page.getByRole('main', { name: 'Mémoire' });
  const openDocuments = async () => {
    await window.enter('memory');
    await room().getByText('Documents', { exact: true }).first().click();
  };
  const close = () => window.enter('conversation');

  beforeAll(async () => {
    ollama = await ScriptedServer.start({ protocol: 'ollama' });
    ollama.answer = () => ({ text: 'Trois mois.' });
    [browser, jarvis] = await Promise.all([
      launchBrowser(chromium ?? ''),
      startJarvis({ env: { OLLAMA_HOST: new URL(ollama.address).host } }),
    ]);
    window = await WindowPage.open(browser, jarvis.link);
    await eventually(async () => expect(await window.modelButton.innerText()).toContain('storyteller'));
  }, patienceMs);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    await ollama?.close();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  test('a folder is added by its path; each document shows its state, and why it was not read', async () => {
    const documents = join(folder, 'house');
    mkdirSync(documents);
    writeFileSync(join(documents, 'bail.pdf'), lease);
    writeFileSync(join(documents, 'broken.pdf'), '%PDF-1.7');
    await openDocuments();
    await room().getByLabel('Un fichier ou un dossier de cet ordinateur').fill(documents);
    await room().getByRole('button', { name: 'Ajouter', exact: true }).click();
    const row = (name: string) => room().getByTestId('knowledge-document').filter({ hasText: name });
    await row('bail.pdf').filter({ hasText: '2 passages' }).waitFor();
    await row('broken.pdf').filter({ hasText: 'Ce document est abîmé.' }).waitFor();
    expect(await room().getByTestId('knowledge-status').innerText()).toContain(
      '1 lus, 0 en attente, 1 non lus',
    );
    await close();
  });

  test('an answer stands on a passage, and a click shows it in its document', async () => {
    await window.ask('Selon mon bail, quel est le préavis pour quitter le logement ?');
    const chip = window.lastAnswer.getByTestId('used-passage').filter({ hasText: 'bail.pdf, page 2' });
    await chip.waitFor();
    expect(JSON.stringify(ollama.chats.at(-1)?.body)).toContain('bail.pdf, page 2');
    await chip.locator('summary').first().click();
    await chip.getByRole('button', { name: 'Voir le passage dans bail.pdf' }).click();
    const page = room().getByTestId('passage-page');
    await page.locator('mark').waitFor();
    expect(await page.locator('mark').innerText()).toContain('Le preavis pour quitter le logement');
    expect(await page.innerText()).toContain('Le loyer est de 750 euros par mois.');
    expect(await page.innerText()).toContain('bail.pdf, page 2');
    await close();
  });

  test('a file without a path is kept as text, and removed again', async () => {
    await openDocuments();
    await window.page.getByTestId('knowledge-file').setInputFiles({
      ...{ name: 'coffre.txt', mimeType: 'text/plain' },
      buffer: Buffer.from('Le mot du coffre est hippogriffe.'),
    });
    const row = room().getByTestId('knowledge-document').filter({ hasText: 'coffre.txt' });
    await row.filter({ hasText: 'lu' }).waitFor();
    const found = await runCommand(jarvis.dataDir, ['knowledge', 'search', 'mot du coffre']);
    expect(found.stdout).toContain('hippogriffe');
    await room().getByRole('button', { name: 'Retirer coffre.txt' }).click();
    // What cannot be undone says so first.
    await room().getByTestId('sure').getByText('effacé pour de bon').waitFor();
    await room().getByTestId('sure-yes').click();
    await eventually(async () => expect(await row.count()).toBe(0));
    const gone = await runCommand(jarvis.dataDir, ['knowledge', 'search', 'mot du coffre hippogriffe']);
    expect(gone.stdout).not.toContain('hippogriffe');
    await close();
    expect(window.faults).toEqual([]);
    expect(existsSync(join(folder, 'house', 'bail.pdf'))).toBe(true);
  });
});
