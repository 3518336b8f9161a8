/** Words that somebody wrote to do more than to be read: shown wherever words are shown, and nothing of them happens. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createChatText } from '../bench/chat-text.ts';
import { exportedChat } from '../bench/exported-chat.ts';
import { formatExport } from '../src-main/conversation/export-format.ts';
import { newId } from '../src-main/domain/id.ts';
import { importFile } from '../src-preload/import-file.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf } from './core-client.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { corpus, diagrams } from './hostile/corpus.ts';
import { type Deeds, foreignElements, linksOf, openWatched } from './hostile/watched-page.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';
import { eventually, type WindowPage } from './window-page.ts';

const chromium = findChromium();
const perConversation = 40;
const groups = Array.from({ length: Math.ceil(corpus.length / perConversation) }, (_, at) => ({
  title: `Recueil ${String(at).padStart(2, '0')}`,
  texts: corpus.slice(at * perConversation, (at + 1) * perConversation),
}));
/** No title holds a line's end, nor more than 200 characters. */
const titles = [...new Set(corpus.map(text => text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)))].filter(
  title => title !== '',
);
const fileNames = titles
  .slice(0, 80)
  .map(title => `${title.replaceAll(/[/\0\uD800]/g, '∕').slice(0, 60)}.txt`);

let browser: Browser;
let jarvis: JarvisProgram;
let model: ScriptedServer;
let window: WindowPage;
let deeds: Deeds;
let dataDir: string;
let documents: string;

/** Conversations of one's own words and as many answers, each pair the same text. */
function exported(title: string, texts: readonly string[], number: number) {
  const made = exportedChat(createChatText(number), {
    atMs: number * 60_000,
    messageCount: texts.length * 2,
  });
  const messages = made.messages.map((message, at) => ({ ...message, text: texts[at >> 1] ?? '' }));
  return { ...made, messages, conversation: { ...made.conversation, title } };
}

/** From the end to the beginning, so that everything is drawn once. */
async function readAll(): Promise<void> {
  const messages = window.page.getByTestId('messages');
  for (let step = 0; step < 400; step++) {
    const top = await messages.evaluate(frame => {
      // A text of 20,000 lines is high; each of its messages is passed even so.
      frame.scrollTop -= Math.max(frame.clientHeight, frame.scrollHeight / 150);
      return new Promise<number>(resolve =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(frame.scrollTop))),
      );
    });
    if (top <= 0) return;
  }
  throw new Error('the conversation has no beginning');
}

describe.runIf(chromium !== undefined)('hostile words', () => {
  beforeAll(async () => {
    model = await ScriptedServer.start({
      answer: () => ({ text: corpus.slice(0, 120).join('\n\n'), tokensPerSecond: 1500 }),
    });
    dataDir = await newDataDir();
    jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
    const client = await clientOf(dataDir);
    const list = [
      ...titles.map((title, at) => exported(title, ['bonjour'], at)),
      ...groups.map(({ title, texts }, at) => exported(title, texts, titles.length + at)),
    ];
    await importFile(client, newId(), formatExport(list, 'json', { language: 'fr', nowMs: 0 }).text);
    documents = `${dataDir}-documents`;
    mkdirSync(documents);
    for (const name of fileNames) writeFileSync(join(documents, name), `Un document ${name}.`);
    await client.call('knowledge.add', { path: documents });
    client.close();
    browser = await launchBrowser(chromium ?? '');
    ({ window, deeds } = await openWatched(browser, jarvis.link));
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    await model?.close();
    if (dataDir !== undefined) await removeDataDir(dataDir);
    if (documents !== undefined) await removeDataDir(documents);
  });
  afterEach(() => {
    expect(deeds.all).toEqual([]);
    expect(window.faults).toEqual([]);
  });

  test('there are at least two hundred of them', () => {
    expect(new Set(corpus).size).toBeGreaterThanOrEqual(200);
  });

  describe.each(groups)('$title', ({ title, texts }) => {
    test('is shown as questions and answers', async () => {
      await window.openConversation(title);
      await window.answers.last().waitFor();
      const seen = new Set<string>();
      const messages = window.page.getByTestId('messages');
      await readAll();
      const first = window.questions.first().locator('.said');
      await eventually(async () =>
        expect(await first.textContent()).toContain((texts[0] ?? '').slice(0, 100)),
      );
      await messages.evaluate(frame => {
        frame.scrollTop = frame.scrollHeight;
      });
      for (const { href, rel, target } of await linksOf(window.page)) {
        seen.add(new URL(href).protocol);
        expect({ rel, target }).toEqual({ rel: 'noopener noreferrer', target: '_blank' });
      }
      expect([...seen].filter(protocol => !['http:', 'https:', 'mailto:'].includes(protocol))).toEqual([]);
      expect(await foreignElements(window.page)).toEqual([]);
      // The page lives: what is typed arrives.
      await window.composer.fill('toujours là');
      expect(await window.composer.inputValue()).toBe('toujours là');
      await window.composer.fill('');
    });
  });

  test('diagrams are drawn on request, as images, or said to be impossible', async () => {
    const client = await clientOf(dataDir);
    const texts = diagrams.map(text => `\`\`\`mermaid\n${text}\n\`\`\``);
    const list = [exported('Schémas', [texts.join('\n\n')], 1000)];
    await importFile(client, newId(), formatExport(list, 'json', { language: 'fr', nowMs: 0 }).text);
    client.close();
    await window.openConversation('Schémas');
    const answer = window.answers.last();
    const blocks = answer.locator('.diagram');
    await eventually(async () => expect(await blocks.count()).toBe(diagrams.length));
    for (let at = 0; at < diagrams.length; at++) {
      const block = blocks.nth(at);
      await block.getByRole('button', { name: 'Dessiner le schéma' }).click();
      await block.locator('img, .remark').waitFor();
    }
    expect(await answer.locator('.diagram img').count()).toBeGreaterThan(diagrams.length / 2);
    // A picture that could not be read would have no width.
    const widths = await answer
      .locator('.diagram img')
      .evaluateAll(images =>
        Promise.all(
          (images as HTMLImageElement[]).map(image => image.decode().then(() => image.naturalWidth)),
        ),
      );
    expect(widths.filter(width => width === 0)).toEqual([]);
    expect(await window.page.locator('.diagram svg:not(.icon), .diagram-stage').count()).toBe(0);
  }, 240_000);

  test('are shown as titles of conversations', async () => {
    const more = window.page.getByTestId('more-conversations');
    const items = window.page.getByTestId('conversation-item');
    while ((await more.count()) > 0) {
      const before = await items.count();
      await more.click();
      await eventually(async () => expect(await items.count()).toBeGreaterThan(before));
    }
    expect(await items.count()).toBeGreaterThanOrEqual(titles.length);
    expect(await items.locator('img, script, style, a, iframe').count()).toBe(0);
  });

  test('are shown as names of documents', async () => {
    await window.enter('memory');
    await window.page.getByText('Documents', { exact: true }).first().click();
    const room = window.page.locator('[data-room=memory]');
    await eventually(async () => expect(await room.innerText()).toContain('hostile()'));
    expect(await room.locator('img, script, style, a, iframe').count()).toBe(0);
    await window.enter('conversation');
  });

  test('are shown while they stream in', async () => {
    await window.newConversation();
    await window.send('Écris tout ce que tu sais.');
    await eventually(async () =>
      expect(await window.answers.last().getAttribute('data-status')).toBe('complete'),
    );
    expect(await foreignElements(window.page)).toEqual([]);
  });

  test('a link says where it leads, and opens there without knowing from where', async () => {
    await window.openConversation(
      groups.find(({ texts }) => texts.some(text => text.startsWith('[https://bank')))?.title ?? '',
    );
    const link = window.answers.locator('a[data-host="evil.example"]').first();
    await readAll();
    await link.scrollIntoViewIfNeeded();
    const [opened] = await Promise.all([window.page.context().waitForEvent('page'), link.click()]);
    expect(await opened.evaluate(() => globalThis.opener === null)).toBe(true);
    await opened.close();
    expect(deeds.all.splice(0)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^request to https:\/\/(?:.*@)?evil\.example\//)]),
    );
  });
});
