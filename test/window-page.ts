/** What a user does and sees in the window, as the end-to-end tests say it. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { watchWindow } from './browser.ts';

/** Long enough for two busy cores; every wait ends as soon as its condition holds. */
const patienceMs = 20_000;

/** Tries `check` again until it holds; its last failure is the test's. */
export const eventually = (check: () => void | Promise<void>, timeout = patienceMs): Promise<void> =>
  vi.waitFor(check, { timeout, interval: 30 });

export class WindowPage {
  readonly page: Page;
  /** Page errors and requests that are none of the window's business. */
  readonly faults: string[];

  private constructor(page: Page, faults: string[]) {
    this.page = page;
    this.faults = faults;
    page.setDefaultTimeout(patienceMs);
  }

  static async open(browser: Browser, link: string): Promise<WindowPage> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      acceptDownloads: true,
    });
    return WindowPage.openIn(context, link);
  }

  static async openIn(context: BrowserContext, link: string): Promise<WindowPage> {
    const { page, faults } = await watchWindow(context, link);
    const opened = new WindowPage(page, faults);
    // A new profile is welcomed where the test wants it so.
    await opened.composer.or(page.getByTestId('welcome')).waitFor();
    return opened;
  }

  get composer(): Locator {
    return this.page.getByTestId('composer');
  }
  get questions(): Locator {
    return this.page.getByTestId('message-user');
  }
  get answers(): Locator {
    return this.page.getByTestId('message-assistant');
  }
  get lastAnswer(): Locator {
    return this.answers.last();
  }
  get modelButton(): Locator {
    return this.page.getByTestId('model-menu');
  }
  get toasts(): Locator {
    return this.page.getByTestId('toast');
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }
  conversation(title: string): Locator {
    return this.page.getByTestId('conversation-item').filter({ hasText: title });
  }

  async send(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Sends and waits for the whole answer; its text. */
  async ask(text: string): Promise<string> {
    const before = await this.answers.count();
    await this.send(text);
    await eventually(async () => expect(await this.answers.count()).toBeGreaterThan(before));
    await this.settled();
    return this.said();
  }

  /** Waits until the last answer is over, however it ended. */
  async settled(): Promise<void> {
    await eventually(async () =>
      expect(await this.lastAnswer.getAttribute('data-status')).not.toBe('streaming'),
    );
  }

  /** The Markdown of the last answer as it is drawn, without what stands under it. */
  async said(answer: Locator = this.lastAnswer): Promise<string> {
    // Not innerText: that is empty for what the page leaves undrawn because it is out of sight.
    return ((await answer.locator('.markdown').textContent()) ?? '').trim();
  }

  /** Walks to a room of the window. */
  async enter(room: 'conversation' | 'memory' | 'now' | 'system' | 'settings'): Promise<void> {
    await this.page.getByTestId(`room-${room}`).click();
  }

  async newConversation(): Promise<void> {
    await this.page.getByTestId('new-conversation').click();
  }

  async openConversation(title: string): Promise<void> {
    await this.conversation(title).first().locator('.conversation-open').click();
  }

  /** Opens a menu and takes one of its lines. */
  async choose(menu: Locator, line: string | RegExp): Promise<void> {
    await menu.click();
    await this.page.getByRole('menuitem', { name: line }).click();
  }

  async conversationMenu(title: string, line: string): Promise<void> {
    const item = this.conversation(title);
    await item.hover();
    await this.choose(item.getByRole('button').last(), line);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
