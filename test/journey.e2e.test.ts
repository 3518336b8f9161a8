/** A user's whole journey in a real Chromium: without a model, with one that appears, and through everything one does with conversations. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, removeDataDir, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const words = (count: number, word = 'mot'): string =>
  Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ');

let browser: Browser;
let jarvis: JarvisProgram;
let ollamaPort: number;
let ollama: ScriptedServer | undefined;
let other: ScriptedServer;
let window: WindowPage;

/** One that stays free until it is wanted: the system gives higher ones to whoever asks for any. */
async function freePort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 10_000); ; port += 1) {
    const server = createServer();
    const isFree = await new Promise<boolean>(resolve => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise(resolve => server.close(resolve));
    return port;
  }
}

const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

describe.runIf(chromium !== undefined)('a journey through the window', () => {
  beforeAll(async () => {
    ollamaPort = await freePort();
    other = await ScriptedServer.start({
      protocol: 'openai',
      answer: () => ({ text: 'Réponse du second.' }),
    });
    [browser, jarvis] = await Promise.all([
      launchBrowser(chromium ?? ''),
      startJarvis({ env: { OLLAMA_HOST: `127.0.0.1:${ollamaPort}` } }),
    ]);
    window = await WindowPage.open(browser, jarvis.link);
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    await ollama?.close();
    await other?.close();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  test('the link opens one window, and says so when it is used again', async () => {
    expect(await window.page.title()).toBe('Jarvis');
    const stranger = await browser.newContext();
    const page = await stranger.newPage();
    const response = await page.goto(jarvis.link);
    expect(response?.status()).toBe(401);
    expect(await page.innerText('body')).toMatch(/Ce lien ne sert plus[\s\S]*This link no longer works/);
    expect((await page.goto(new URL('/', jarvis.link).href))?.status()).toBe(401);
    await stranger.close();
  });

  test('without a model skills answer in both languages, and anything else gets an honest sentence', async () => {
    await window.page.getByTestId('no-model').waitFor();
    expect(await window.ask('Combien font 15 % de 240 ?')).toContain('36');
    expect(await window.lastAnswer.getByTestId('answered-by').innerText()).toBe('Compétence intégrée');
    expect(await window.ask('what is twelve times twelve?')).toContain('144');
    expect(await window.lastAnswer.getAttribute('lang')).toBe('en');
    const today = () => new Intl.DateTimeFormat('en', { weekday: 'long' }).format(new Date());
    // Midnight may come while it is asked.
    const before = today();
    const day = await window.ask('what day is it today?');
    expect([before, today()].some(name => day.includes(name))).toBe(true);
    expect(await window.ask('ajoute du lait à la liste de courses')).toMatch(/lait/);
    await window.enter('now');
    await eventually(async () =>
      expect(await window.page.getByTestId('organizer').innerText()).toContain('lait'),
    );
    await window.enter('conversation');
    expect(await window.ask('Raconte-moi la vie d’un phare breton.')).toMatch(/modèle de langage.*Ollama/s);
    expect(await window.lastAnswer.getByTestId('answered-by').innerText()).toBe('Sans modèle');
  });

  test('Ollama started later is found by itself; its answer streams; Stop closes the connection for good', async () => {
    ollama = await ScriptedServer.start({ port: ollamaPort, protocol: 'ollama' });
    await eventually(async () =>
      expect(await window.modelButton.innerText()).toContain('storyteller:latest'),
    );
    ollama.answer = () => ({ text: words(900), tokensPerSecond: 60 });
    await window.newConversation();
    await window.send('Raconte une longue histoire de phare.');
    await eventually(async () => expect(await window.said()).toContain('mot10'));
    expect(await window.lastAnswer.getAttribute('data-status')).toBe('streaming');
    await window.page.getByTestId('stop').click();
    await window.settled();
    expect(await window.lastAnswer.getAttribute('data-status')).toBe('stopped');
    const kept = await window.said();
    const chat = ollama.chats.at(-1);
    await eventually(() => expect(chat?.state).toBe('client-closed'));
    const sent = chat?.tokensSent;
    expect(await window.ask('Combien font 6 fois 7 ?')).toContain('42');
    expect(await window.said(window.answers.first())).toBe(kept);
    expect(chat?.tokensSent).toBe(sent);
    expect(sent).toBeLessThan(900);
  });

  test('a message during an answer waits, is shown, can be taken back, and is answered after it', async () => {
    const server = ollama as ScriptedServer;
    server.answer = asked => ({
      text: asked.messages.at(-1)?.content.includes('longue') ? words(120, 'pas') : 'Voici la suite.',
      tokensPerSecond: 60,
    });
    await window.newConversation();
    await window.send('Encore une longue histoire, svp.');
    await eventually(async () => expect(await window.said()).toContain('pas2'));
    await window.send('Message à annuler');
    await window.send('Et après ?');
    const queued = window.page.getByTestId('queued');
    await eventually(async () => expect(await queued.count()).toBe(2));
    await queued.filter({ hasText: 'annuler' }).getByRole('button').click();
    await eventually(async () => expect(await window.answers.count()).toBe(2));
    await window.settled();
    expect(await window.said()).toBe('Voici la suite.');
    expect(await window.said(window.answers.first())).toBe(words(120, 'pas'));
    expect(await window.questions.count()).toBe(2);
    expect(await queued.count()).toBe(0);
  });

  test('edit and resend makes a branch that can be walked; answer again makes another; copy takes the text', async () => {
    const server = ollama as ScriptedServer;
    let count = 0;
    server.answer = asked => {
      const question = /profonde|changée/.exec(asked.messages.at(-1)?.content ?? '')?.[0];
      return { text: `Réponse ${++count} à : ${question}` };
    };
    await window.newConversation();
    await window.ask('Première question profonde');
    await window.page.getByTestId('edit').click();
    await window.page.getByTestId('edit-field').fill('Question toute changée');
    await window.page.getByTestId('edit-field').press('Enter');
    await eventually(async () => expect(await window.said()).toMatch(/^Réponse 2/));
    const walker = window.questions.getByTestId('branch-walker');
    expect(await walker.innerText()).toContain('2/2');
    await walker.getByRole('button', { name: 'Version précédente' }).click();
    await eventually(async () => expect(await window.said()).toBe('Réponse 1 à : profonde'));
    await walker.getByRole('button', { name: 'Version suivante' }).click();
    await eventually(async () => expect(await window.said()).toMatch(/^Réponse 2/));

    await window.page.getByTestId('regenerate').click();
    await eventually(async () => expect(await window.said()).toMatch(/^Réponse 3/));
    expect(await window.lastAnswer.getByTestId('branch-walker').innerText()).toContain('2/2');
    expect(await window.lastAnswer.getByTestId('answered-by').innerText()).toBe(
      'storyteller:latest · Ollama',
    );
    await window.lastAnswer.getByRole('button', { name: 'Copier ce message' }).click();
    await window.lastAnswer.getByRole('button', { name: 'Copié' }).waitFor();
    expect(await window.page.evaluate(() => navigator.clipboard.readText())).toBe(await window.said());
  });

  test('rename, search without accents or case, delete and undo', async () => {
    const server = ollama as ScriptedServer;
    server.answer = () => ({ text: 'Le **hérisson** ÉLÉGANT traverse la forêt.' });
    await window.newConversation();
    await window.ask('Parle du petit animal piquant');
    await window.conversationMenu('animal piquant', 'Renommer');
    await window.page.getByTestId('rename').fill('Bête à piques');
    await window.page.getByTestId('rename').press('Enter');
    await window.conversation('Bête à piques').waitFor();

    await window.newConversation();
    await window.page.getByTestId('search').fill('HERISSON elegant');
    const hit = window.page.getByTestId('search-hit');
    await hit.first().waitFor();
    expect(await hit.count()).toBe(1);
    expect((await hit.locator('mark').allInnerTexts()).join(' ')).toMatch(/hérisson.*ÉLÉGANT/);
    await hit.click();
    await window.page.locator('[data-testid=message-assistant][data-lit]').waitFor();
    expect(await window.said()).toContain('hérisson');
    await window.page.getByTestId('search').press('Escape');

    await window.conversationMenu('Bête à piques', 'Supprimer');
    await eventually(async () => expect(await window.conversation('Bête à piques').count()).toBe(0));
    await window.page.getByTestId('undo').click();
    await window.conversation('Bête à piques').waitFor();
    await eventually(async () => expect(await window.said()).toContain('hérisson'));
  });

  test('what is exported to JSON or Markdown can be imported again', async () => {
    const [markdown] = await Promise.all([
      window.page.waitForEvent('download'),
      window.conversationMenu('Bête à piques', 'Exporter en Markdown'),
    ]);
    expect(markdown.suggestedFilename()).toMatch(/\.md$/);
    const markdownText = await textOf(markdown);
    expect(markdownText).toContain('Le **hérisson** ÉLÉGANT traverse la forêt.');
    const [json] = await Promise.all([
      window.page.waitForEvent('download'),
      window.choose(window.page.getByTestId('main-menu'), 'Tout exporter en JSON'),
    ]);
    const jsonText = await textOf(json);
    expect(JSON.parse(jsonText)).toBeTypeOf('object');
    const before = await window.page.getByTestId('conversation-item').count();
    const bring = (name: string, text: string) =>
      window.page
        .getByTestId('import-file')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await bring('a.md', markdownText);
    await window.toasts.filter({ hasText: 'Importé : 1 conversation' }).waitFor();
    await bring('a.json', jsonText);
    await window.toasts.filter({ hasText: `Importé : ${before} conversations` }).waitFor();
    await eventually(async () =>
      expect(await window.page.getByTestId('conversation-item').count()).toBe(2 * before + 1),
    );
    const copies = window.conversation('Bête à piques').and(window.page.locator('[data-open=false]'));
    for (const nth of [0, 1]) {
      await copies.nth(nth).locator('.conversation-open').click();
      await eventually(async () =>
        expect(await window.said()).toBe('Le hérisson ÉLÉGANT traverse la forêt.'),
      );
      // Out of sight, a message has no inner text.
      expect(await window.questions.last().textContent()).toContain('Parle du petit animal piquant');
    }
  });

  test('with a second server the answer goes on when the first one stops, and says who spoke', async () => {
    await window.choose(window.modelButton, 'Ajouter un serveur…');
    await window.page.getByLabel('Adresse').fill(`${other.address}/v1`);
    await window.page.getByLabel('Nom').fill('Second');
    await window.page.locator('dialog').getByRole('button', { name: 'Ajouter', exact: true }).click();
    await eventually(async () => expect(await window.page.locator('dialog').count()).toBe(0));
    await ollama?.close();
    ollama = undefined;
    await window.newConversation();
    expect(await window.ask('Dis quelque chose de neuf.')).toBe('Réponse du second.');
    expect(await window.lastAnswer.getByTestId('answered-by').innerText()).toContain('Second');
    await other.close();
    await window.choose(window.modelButton, 'Chercher à nouveau');
    await eventually(async () => expect(await window.modelButton.innerText()).toContain('Aucun modèle'));
    other = await ScriptedServer.start({ protocol: 'openai' });
  });

  test('another profile has conversations of its own', async () => {
    await window.choose(window.page.getByTestId('profile-menu'), 'Ajouter un profil…');
    await window.page.getByLabel('Nom').fill('Ada');
    await window.page.locator('dialog').getByText('English').click();
    await window.page.locator('dialog').getByRole('button', { name: 'Ajouter', exact: true }).click();
    await window.page.getByText('Your conversations will be listed here.').waitFor();
    expect(await window.ask('what is 30 plus 3?')).toContain('33');
    const titles = await window.page.getByTestId('conversation-item').allInnerTexts();
    expect(titles).toHaveLength(1);
    await window.page.getByTestId('profile-menu').click();
    await window.page.getByRole('menuitemcheckbox').filter({ hasText: 'Français' }).click();
    await window.conversation('Bête à piques').first().waitFor();
    expect(await window.conversation('30 plus 3').count()).toBe(0);
    expect(window.faults).toEqual([]);
  });
});
