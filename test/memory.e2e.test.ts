/** The memory in a real Chromium: an answer shows what it remembered, and a person asks why, corrects it, and makes it forget. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, removeDataDir, runCommand, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const told = 'Ma sœur Anna est allergique aux noix.';
const hostile = '<img src=x onerror="document.title=1"> Boris habite à Brest.';
const id = (n: number) => `01a1ffac-0000-7000-8000-00000000000${n}`;
const atMs = Date.UTC(2026, 2, 2, 9, 30);
const fact = {
  ...{ id: id(3), subject: 'Boris', relation: 'lives_in', value: 'Brest', language: 'fr', confidence: 0.9 },
  ...{ timesSaid: 1, firstSaidMs: atMs, lastSaidMs: atMs, proposedBy: 'rules', sourceEpisodeIds: [id(1)] },
};
const memoryFile = [
  { kind: 'header', format: 'jarvis-memory', version: 1 },
  {
    kind: 'episode',
    episode: {
      ...{ id: id(1), place: { conversationId: id(9) }, provenance: 'user', speaker: 'user', atMs },
      ...{ text: hostile, language: 'fr', salience: 0.5, entities: ['boris'] },
      affect: { valence: 0, arousal: 0.2, dominance: 0.5, emotion: 'neutral' },
    },
    recalls: 0,
    isConsolidated: true,
  },
  { kind: 'fact', fact, history: [{ atMs, change: { kind: 'learned', fact } }] },
  { kind: 'end', episodes: 1, facts: 1, summaries: 0 },
];

let browser: Browser;
let jarvis: JarvisProgram;
let ollama: ScriptedServer;
let window: WindowPage;

const room = () => window.page.getByRole('main', { name: 'Mémoire' });
const showPart = (name: RegExp) => room().getByRole('navigation').getByRole('button', { name }).click();
const hit = (text: string | RegExp) => window.page.getByTestId('memory').filter({ hasText: text }).first();
const card = () => room().getByTestId('memory-why');
const statistics = async () =>
  JSON.parse((await runCommand(jarvis.dataDir, ['memory', 'stats', '--json'])).stdout) as {
    episodes: number;
  };

describe.runIf(chromium !== undefined)('the memory in the window', () => {
  beforeAll(async () => {
    ollama = await ScriptedServer.start({ protocol: 'ollama' });
    ollama.answer = () => ({ text: 'Évitez les noix.' });
    [browser, jarvis] = await Promise.all([
      launchBrowser(chromium ?? ''),
      startJarvis({ env: { OLLAMA_HOST: new URL(ollama.address).host } }),
    ]);
    window = await WindowPage.open(browser, jarvis.link);
    await eventually(async () => expect(await window.modelButton.innerText()).toContain('storyteller'));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    await ollama?.close();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  test('an answer shows the memory it was given with: sentence, day, score, and the parts of the score', async () => {
    await window.newConversation();
    await window.ask(told);
    await eventually(async () => expect((await statistics()).episodes).toBe(1));
    expect(await window.page.getByTestId('used-memory').count()).toBe(0);
    await window.newConversation();
    await window.ask('Que ne dois-je pas cuisiner pour Anna ?');
    const chip = window.lastAnswer.getByTestId('used-memory').filter({ hasText: told });
    await chip.waitFor();
    expect(await chip.locator('summary').first().innerText()).toMatch(/\d\d:\d\d · \d,\d\d/);
    await chip.locator('summary').first().click();
    await chip.getByText(/^Score/).click();
    for (const part of ['Mots', 'Sens', 'Moment', 'Liens', 'Émotion']) {
      expect(await chip.getByText(part, { exact: true }).isVisible()).toBe(true);
    }
    // What was recalled went to the model.
    expect(JSON.stringify(ollama.chats.at(-1)?.body)).toContain('allergique aux noix');
  });

  test('why: the sentence, its day and the way there', async () => {
    await window.lastAnswer
      .getByRole('button', { name: /^Pourquoi savez-vous/ })
      .first()
      .click();
    expect(await card().getByTestId('memory-source').innerText()).toContain(told);
    expect(await card().innerText()).toMatch(/Force\s+\d+\s%/);
    // The answer that was given with it is its first use.
    expect(await card().getByTestId('memory-uses').innerText()).toContain('Que ne dois-je pas cuisiner');
    await card()
      .getByRole('button', { name: /^Ouvrir la conversation/ })
      .click();
    await eventually(async () => expect(await room().count()).toBe(0));
    await eventually(async () =>
      expect(await window.questions.filter({ hasText: told }).getAttribute('data-lit')).not.toBeNull(),
    );
  });

  test('a memory is brought in, found while one types, and shown as the words that it is', async () => {
    await window.enter('memory');
    await showPart(/^Réglages/);
    const buffer = Buffer.from(memoryFile.map(line => `${JSON.stringify(line)}\n`).join(''));
    await window.page
      .getByTestId('memory-file')
      .setInputFiles({ name: 'memory.jsonl', mimeType: 'application/jsonl', buffer });
    await room().getByText('2 repris, 0 déjà connus, 0 laissés de côté.').waitFor();
    await showPart(/^Explorer/);
    await window.page.getByTestId('memory-search').pressSequentially('où habite Boris');
    await hit(hostile).waitFor();
    expect(await room().locator('img').count()).toBe(0);
  });

  test('a fact is corrected in place, and its history keeps what it was', async () => {
    // From the field the arrows walk through what was found, and Enter opens it: what is known comes first.
    await hit('Boris vit à Brest').waitFor();
    await window.page.getByTestId('memory-search').press('ArrowDown');
    await window.page.getByTestId('memory-search').press('Enter');
    await card().getByRole('heading', { name: 'Boris vit à Brest' }).waitFor();
    await card()
      .getByRole('button', { name: /^Corriger/ })
      .click();
    await card().getByLabel('Ce qui est juste').fill('Quimper');
    await card().getByRole('button', { name: 'Enregistrer' }).click();
    await eventually(async () =>
      expect(await window.page.getByTestId('memory-history').innerText()).toMatch(/Brest → .*Quimper/),
    );
    await window.page.keyboard.press('Escape');
    await eventually(async () => expect(await card().count()).toBe(0));
  });

  test('a night lists each change; one is undone and made again, the others stand', async () => {
    await showPart(/^Nuits/);
    await room().getByRole('button', { name: 'Consolider maintenant' }).click();
    const change = window.page.getByTestId('change').filter({ hasText: 'est allergique à noix' });
    await change.getByRole('button', { name: /^Annuler/ }).click();
    await eventually(async () => expect(await change.getAttribute('data-state')).toBe('undone'));
    await showPart(/^Explorer/);
    await window.page.getByTestId('memory-search').fill('');
    const filters = window.page.getByTestId('memory-filters');
    await filters.getByRole('button', { name: /^Anna/ }).click();
    await hit('Votre sœur s’appelle Anna').waitFor();
    expect(await hit(/^Anna est allergique aux noix/).count()).toBe(0);
    await showPart(/^Nuits/);
    await change.getByRole('button', { name: /^Juste/ }).click();
    await eventually(async () => expect(await change.getAttribute('data-state')).toBe('accepted'));
    await showPart(/^Explorer/);
    await hit(/^Anna est allergique aux noix/).waitFor();
  });

  test('forgetting shows everything that would go, and leaves nothing of it but a receipt', async () => {
    await window.page.getByTestId('memory-search').fill('Anna');
    await room()
      .getByRole('button', { name: /^Oublier tout sur/ })
      .click();
    const forgetting = room().getByTestId('forget');
    await forgetting.getByTestId('forget-yes').waitFor();
    expect(await forgetting.innerText()).toContain(told);
    expect(await forgetting.innerText()).not.toContain('Boris');
    await forgetting.getByRole('button', { name: 'Garder' }).click();
    expect(await statistics()).toMatchObject({ episodes: expect.any(Number) });
    await hit(told).waitFor();

    await room()
      .getByRole('button', { name: /^Oublier tout sur/ })
      .click();
    await forgetting.getByTestId('forget-yes').click();
    const receipt = await forgetting.getByTestId('receipt').innerText();
    expect(receipt).toMatch(/Souvenirs\s+\d[\s\S]*Messages\s+\d[\s\S]*Reçu [0-9a-f-]{36}/);
    await window.enter('conversation');
    await eventually(async () => expect(await window.page.innerText('body')).not.toContain('Anna'));
    expect(await window.questions.first().innerText()).toContain('Oublié.');
    const { stdout } = await runCommand(jarvis.dataDir, ['memory', 'export']);
    expect(stdout).toContain('Boris');
    expect(stdout).not.toMatch(/Anna|noix/);
    await window.newConversation();
    await window.ask('Que ne dois-je pas cuisiner pour ma sœur ?');
    expect(JSON.stringify(ollama.chats.at(-1)?.body)).not.toMatch(/Anna|noix/);
  });

  test('private mode can be seen, and leaves no word in the window, the browser or the memory', async () => {
    const kept = () => window.page.evaluate(() => JSON.stringify(localStorage));
    await window.choose(window.page.getByTestId('main-menu'), 'Passer en mode privé');
    await window.page.getByTestId('private-mark').waitFor();
    expect(await window.page.getByTestId('private-banner').innerText()).toContain('rien de ceci n’est gardé');
    expect(await window.page.getByTestId('conversation-item').count()).toBe(0);
    await window.ask('Je vais quitter mon travail chez Zéphyrine.');
    await window.composer.fill('Zéphyrine encore');
    // A reload shows it again: it is the program that is in private mode.
    await window.page.reload();
    await window.page.getByTestId('private-mark').waitFor();
    expect(await kept()).not.toContain('Zéphyrine');
    await window.page.getByTestId('private-banner').getByRole('button').click();
    await eventually(async () => expect(await window.page.getByTestId('private-mark').count()).toBe(0));
    await eventually(async () => expect(await window.page.innerText('body')).not.toContain('Zéphyrine'));
    expect(await kept()).not.toContain('Zéphyrine');
    for (const args of [
      ['memory', 'export'],
      ['export', '--all'],
      ['memory', 'search', 'Zéphyrine', '--json'],
    ]) {
      const { status, stdout } = await runCommand(jarvis.dataDir, args);
      expect(status).toBe(0);
      expect(stdout).not.toContain('Zéphyrine');
    }
  });

  test('nothing went wrong in the page, and nothing left the machine', () => {
    expect(window.faults).toEqual([]);
  });
});
