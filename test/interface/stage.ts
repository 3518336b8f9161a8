/** A program whose window is looked at: just installed, in use for months, or with ten thousand of everything. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '../../src-main/domain/language.ts';
import type { ProfilePreferences } from '../../src-main/domain/settings.ts';
import type { Client } from '../../src-preload/connect.ts';
import { watchWindow } from '../browser.ts';
import { clientOf, linkOf } from '../core-client.ts';
import { ScriptedServer } from '../fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, noOllama, removeDataDir, startJarvis } from '../jarvis-program.ts';
import { fillProfile } from './believable-profile.ts';
import { believable } from './believable-words.ts';
import { bringTenThousand } from './ten-thousand.ts';
import { WireGate } from './wire-gate.ts';

export type Contents = 'fresh' | 'used' | 'huge';

/** One page into the program, and what stands between them. */
export interface Window {
  readonly page: Page;
  readonly gate: WireGate;
  readonly faults: string[];
  /** The address of the window, without a room. */
  readonly home: string;
}

export interface Setting {
  readonly language?: Language;
  /** What the profile holds as today. */
  readonly todayMs?: number;
  /** For the program. */
  readonly env?: Readonly<Record<string, string>>;
}

export class Stage {
  readonly jarvis: JarvisProgram;
  readonly client: Client;
  private readonly model: ScriptedServer | undefined;
  private readonly documents: string;

  private constructor(
    jarvis: JarvisProgram,
    client: Client,
    { model, documents }: { model: ScriptedServer | undefined; documents: string },
  ) {
    this.jarvis = jarvis;
    this.client = client;
    this.model = model;
    this.documents = documents;
  }

  /** `fresh` has no model; the others have one that answers as `believable` says. */
  static async set(
    contents: Contents,
    { language = 'fr', todayMs = Date.now(), env = {} }: Setting = {},
  ): Promise<Stage> {
    const documents = await mkdtemp(join(tmpdir(), 'jarvis-documents-'));
    const model = contents === 'fresh' ? undefined : await startModel(language);
    const address = model === undefined ? noOllama : `127.0.0.1:${model.port}`;
    const jarvis = await startJarvis({ env: { ...env, OLLAMA_HOST: address } });
    const client = await clientOf(jarvis.dataDir);
    await client.call('model.list', { refresh: true });
    if (contents !== 'fresh') await fillProfile(client, { language, todayMs, documents });
    if (contents === 'huge') await bringTenThousand(client, todayMs);
    return new Stage(jarvis, client, { model, documents });
  }

  /** `nowMs`: where the page's clock stands still; absent: it goes as ever. */
  async open(browser: Browser, options: BrowserContextOptions = {}, nowMs?: number): Promise<Window> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      locale: 'fr',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    if (nowMs !== undefined) await context.clock.setFixedTime(nowMs);
    const gate = await WireGate.between(context);
    const { page, faults } = await watchWindow(context, await linkOf(this.jarvis.dataDir));
    await page.getByTestId('room-conversation').first().waitFor();
    return { page, gate, faults, home: new URL('/', page.url()).href };
  }

  /** As the settings would: every window follows at once. */
  async prefer(wanted: Partial<ProfilePreferences>): Promise<void> {
    const { preferences } = await this.client.call('app.snapshot', {});
    await this.client.call('preferences.set', { ...preferences, ...wanted });
  }

  async speak(language: Language): Promise<void> {
    const { profile } = await this.client.call('app.snapshot', {});
    await this.client.call('profile.change', { id: profile.id, name: profile.name, language });
  }

  async close(): Promise<void> {
    this.client.close();
    await this.jarvis.stop();
    await this.model?.close();
    await removeDataDir(this.jarvis.dataDir);
    await rm(this.documents, { recursive: true, force: true });
  }
}

/** Of a small model on a laptop. */
const pace = { firstTokenDelayMs: 90, tokensPerSecond: 60 };

async function startModel(language: Language): Promise<ScriptedServer> {
  const { asked } = believable[language];
  return ScriptedServer.start({
    protocol: 'ollama',
    answer: ({ messages, schema }) => {
      const question = messages.at(-1)?.content ?? '';
      const known = asked.find(([words]) => question.includes(words));
      return schema !== undefined ? { text: '{}' } : { text: known?.[1] ?? 'Oui.', ...pace };
    },
  });
}
