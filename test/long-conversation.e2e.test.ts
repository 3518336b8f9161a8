/** A conversation of many messages: found anywhere in it, read in any direction, and never all of it in the page. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChatText } from '../bench/chat-text.ts';
import { exportedChat } from '../bench/exported-chat.ts';
import { formatExport } from '../src-main/conversation/export-format.ts';
import { newId } from '../src-main/domain/id.ts';
import { importFile } from '../src-preload/import-file.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf } from './core-client.ts';
import { type JarvisProgram, removeDataDir, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const messageCount = 4000;
const needle = 'ornithorynque';

let browser: Browser;
let jarvis: JarvisProgram;
let window: WindowPage;

const messages = () => window.page.getByTestId('messages');
const drawn = () => window.page.locator('[data-message]').count();
/** The first message that begins in the view, and where, in pixels; of `id`, where that one is. */
const read = (id?: string) =>
  messages().evaluate((frame, wanted) => {
    const { top, bottom } = frame.getBoundingClientRect();
    const all = [...frame.querySelectorAll<HTMLElement>('[data-message]')].map(element => ({
      id: element.dataset.message ?? '',
      at: element.getBoundingClientRect().top,
    }));
    const isWanted = (one: { id: string; at: number }): boolean =>
      wanted === undefined ? one.at >= top && one.at < bottom : one.id === wanted;
    return all.find(isWanted) ?? { id: '', at: Number.NaN };
  }, id);
/** Once what came near has taken its height. */
async function settledRead(): Promise<{ id: string; at: number }> {
  let known = await read();
  await eventually(async () => {
    const before = known;
    known = await read();
    expect(known.id).not.toBe('');
    expect(known).toEqual(before);
  });
  return known;
}
const scrollTo = (share: number) =>
  messages().evaluate((frame, to) => {
    frame.scrollTop = (frame.scrollHeight - frame.clientHeight) * to;
  }, share);

describe.runIf(chromium !== undefined)('a long conversation', () => {
  beforeAll(async () => {
    jarvis = await startJarvis();
    const client = await clientOf(jarvis.dataDir);
    const made = exportedChat(createChatText(7), { atMs: 0, messageCount });
    const told = made.messages.map((message, at) => ({
      ...message,
      text: at === 60 ? `Un ${needle} dort.` : message.text,
    }));
    const list = [{ ...made, messages: told, conversation: { ...made.conversation, title: 'Longue' } }];
    await importFile(client, newId(), formatExport(list, 'json', { language: 'fr', nowMs: 0 }).text);
    client.close();
    browser = await launchBrowser(chromium ?? '');
    window = await WindowPage.open(browser, jarvis.link);
    await window.openConversation('Longue');
    await window.answers.last().waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  test('opens at its end', async () => {
    const rest = await messages().evaluate(
      frame => frame.scrollHeight - frame.scrollTop - frame.clientHeight,
    );
    expect(rest).toBeLessThan(5);
  });

  test('earlier messages come above what one reads, which stays where it is', async () => {
    await messages().evaluate(frame => {
      frame.scrollTop = 900;
    });
    const before = await settledRead();
    const height = await messages().evaluate(frame => frame.scrollHeight);
    await window.page
      .getByRole('button', { name: 'Afficher les messages précédents' })
      .evaluate(button => (button as HTMLElement).click());
    await eventually(async () =>
      expect(await messages().evaluate(frame => frame.scrollHeight)).toBeGreaterThan(height + 1000),
    );
    await eventually(async () => {
      const { at } = await read(before.id);
      expect(Math.abs(at - before.at)).toBeLessThan(2);
    });
  });

  test('what is searched is shown in its middle, though it is thousands of messages back', async () => {
    await window.page.getByTestId('search').fill(needle);
    await window.page.getByTestId('search-hit').first().click();
    const found = window.questions.filter({ hasText: needle });
    await eventually(async () => expect(await found.count()).toBe(1));
    await eventually(async () => {
      const box = await found.boundingBox();
      expect(box?.y).toBeGreaterThan(0);
      expect(box?.y).toBeLessThan(800);
    });
    expect(await drawn()).toBeLessThan(250);
  });

  test('wherever one scrolls there is text, and only what is near is in the page', async () => {
    for (const share of [0.5, 0.9, 0.2, 1, 0.6, 0]) {
      await scrollTo(share);
      await settledRead();
      expect(await drawn()).toBeLessThan(250);
    }
  });

  test('the message with the focus stays in the page, wherever it is scrolled to', async () => {
    await scrollTo(0.5);
    const { id } = await settledRead();
    await window.page.locator(`[data-message="${id}"]`).evaluate(element => (element as HTMLElement).focus());
    await scrollTo(1);
    await eventually(async () => expect(await window.page.locator(`[data-message="${id}"]`).count()).toBe(1));
    expect(await window.page.evaluate(() => (document.activeElement as HTMLElement).dataset.message)).toBe(
      id,
    );
    expect(window.faults).toEqual([]);
  });
});
