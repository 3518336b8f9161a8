/** A Chromium that keeps what it has cached, and a Jarvis that runs for it, with conversations of made-up words. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { formatExport } from '../../src-main/conversation/export-format.ts';
import { newId } from '../../src-main/domain/id.ts';
import { importFile } from '../../src-preload/import-file.ts';
import { browserArguments } from '../../test/browser.ts';
import { linkOf } from '../../test/core-client.ts';
import { createChatText } from '../chat-text.ts';
import { exportedChat } from '../exported-chat.ts';
import type { RunningCore } from '../running-core.ts';

export interface Cached {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** With a profile of its own on disk, as a person's browser has: only that keeps compiled scripts. */
export async function launchWithCache(executablePath: string): Promise<Cached> {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-bench-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...browserArguments],
    viewport: { width: 1280, height: 800 },
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A page with the window of this core in it, ready to type. */
export async function openWindow(context: BrowserContext, { program }: RunningCore): Promise<Page> {
  const page = await context.newPage();
  await page.goto(await linkOf(program.dataDir));
  await page.getByTestId('composer').waitFor();
  return page;
}

export interface Conversation {
  readonly title: string;
  readonly messageCount: number;
}

/** Brings conversations of these lengths into the core, and gives their titles in the same order. */
export async function bringConversations(
  { client }: RunningCore,
  conversations: readonly Conversation[],
): Promise<void> {
  const chat = createChatText(20_261_121);
  const atMs = Date.now() - 30 * 24 * 3_600_000;
  const list = conversations.map(({ title, messageCount }, number) => {
    const exported = exportedChat(chat, { atMs: atMs + number * 3_600_000, messageCount });
    return { ...exported, conversation: { ...exported.conversation, title } };
  });
  const { text } = formatExport(list, 'json', { language: 'en', nowMs: atMs });
  await importFile(client, newId(), text);
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
