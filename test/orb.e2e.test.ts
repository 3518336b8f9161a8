/** The core of the window in a real Chromium: eight states that can be reached and told apart, and no frame where nobody looks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../src-preload/connect.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf, linkOf } from './core-client.ts';
import type { AskedChat, ScriptedAnswer } from './fixtures/model-servers/scripted-answer.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';
import { assetPath, haveAssets, readWav, wavBytes } from './test-assets.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const recognizer = 'models/stt/whisper-format-tiny-overfit';
const [frenchVoice, englishVoice] = ['models/tts/piper-format-fr', 'models/tts/piper-format-en'];
const clip = 'speech/commands/fr/055-pourquoi-le-ciel-est-il-bleu.wav';
const canTalk = haveAssets(recognizer, clip, frenchVoice, englishVoice);
const folder = mkdtempSync(join(tmpdir(), 'jarvis-orb-'));

/** A quiet room in which the clip is said again and again. */
function room(): string {
  const { samples, sampleRateHz } = readWav(assetPath(clip));
  const each = samples.length + sampleRateHz;
  const sound = new Int16Array(each * 20);
  for (let i = 0; i < 20; i++) sound.set(samples, i * each);
  const path = join(folder, 'room.wav');
  writeFileSync(path, wavBytes(sound, sampleRateHz));
  return path;
}

/** Counts what is drawn, and lets the test say whether the page is seen. */
async function watchFrames(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const drawn = { count: 0, hidden: false };
    Object.assign(globalThis, { drawn });
    const { drawElements } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.drawElements = function (...given) {
      drawn.count++;
      drawElements.apply(this, given);
    };
    Object.defineProperty(document, 'hidden', { get: () => drawn.hidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (drawn.hidden ? 'hidden' : 'visible') });
  });
}

const framesIn = (page: Page, ms: number): Promise<number> =>
  page.evaluate(async wait => {
    const drawn = Reflect.get(globalThis, 'drawn') as { count: number };
    const before = drawn.count;
    await new Promise(resolve => setTimeout(resolve, wait));
    return drawn.count - before;
  }, ms);

/** After the last way from one shape to another, however long a busy machine takes for it. */
const comesToRest = (page: Page): Promise<void> =>
  eventually(async () => expect(await framesIn(page, 1_000)).toBe(0));

const hide = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate(wanted => {
    Object.assign(Reflect.get(globalThis, 'drawn') as object, { hidden: wanted });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

const orbOf = ({ page }: WindowPage) => page.getByTestId('orb');
const reaches = (window: WindowPage, shape: string): Promise<void> =>
  eventually(async () => expect(await orbOf(window).getAttribute('data-shape')).toBe(shape), 30_000);
const isPaintedBy = (window: WindowPage, painter: 'webgl' | 'svg'): Promise<void> =>
  eventually(async () => expect(await orbOf(window).getAttribute('data-painter')).toBe(painter));

/** Share of the core's picture that is unlike another, 0 to 1. */
function unlike(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  let different = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const far = [0, 1, 2].some(k => Math.abs((a.data[i + k] ?? 0) - (b.data[i + k] ?? 0)) > 24);
    if (far) different++;
  }
  return different / (a.width * a.height);
}

describe.runIf(chromium !== undefined && canTalk)('the core', () => {
  let browser: Browser;
  let jarvis: JarvisProgram;
  let dataDir: string;
  let model: ScriptedServer;
  let client: Client;
  const answerOf = ({ messages }: AskedChat): ScriptedAnswer => {
    const asked = messages.at(-1)?.content ?? '';
    if (asked.includes('casse')) return { text: '', refusal: { status: 500, error: 'broken' } };
    return { text: 'Parce que la lumière du soleil se disperse dans l’air.', firstTokenDelayMs: 2_500 };
  };

  beforeAll(async () => {
    dataDir = await newDataDir();
    const voiceDirs = { fr: assetPath(frenchVoice), en: assetPath(englishVoice) };
    const speech = { recognizerDir: assetPath(recognizer), voiceDirs };
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ speech }));
    model = await ScriptedServer.start({ protocol: 'ollama', answer: answerOf });
    [browser, jarvis] = await Promise.all([
      launchBrowser(chromium ?? '', { microphone: room() }),
      startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } }),
    ]);
    client = await clientOf(dataDir);
    await client.call('model.list', { refresh: true });
  }, 60_000);
  afterAll(async () => {
    client?.close();
    await browser?.close();
    await jarvis?.stop();
    await model?.close();
    await removeDataDir(dataDir);
    rmSync(folder, { recursive: true });
  });

  async function open(
    options: Parameters<Browser['newContext']>[0] = {},
    from = browser,
  ): Promise<WindowPage> {
    const context = await from.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    await context.grantPermissions(['microphone'], { origin: new URL(jarvis.link).origin });
    await watchFrames(context);
    const window = await WindowPage.openIn(context, await linkOf(dataDir));
    await window.newConversation();
    return window;
  }

  test('eight states are reached, drawn, and unlike each other', async () => {
    const window = await open();
    const { page } = window;
    const pictures = new Map<string, Buffer>();
    const picture = async (shape: string): Promise<void> => {
      await reaches(window, shape);
      // The way from one shape to the next takes 160 ms; a still machine may take two.
      await page.waitForTimeout(400);
      pictures.set(shape, await orbOf(window).screenshot({ animations: 'allow' }));
    };
    await isPaintedBy(window, 'webgl');
    await picture('idle');

    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.down('Space');
    await picture('listening');
    await eventually(async () =>
      expect(await page.getByTestId('voice-state').getAttribute('data-state')).toBe('listening'),
    );
    await page.waitForTimeout(2_500);
    await page.keyboard.up('Space');
    await picture('thinking');
    await picture('speaking');
    await page.getByTestId('being-said').waitFor();
    await page.keyboard.press('Escape');
    await reaches(window, 'idle');

    const { preferences } = await client.call('app.snapshot', {});
    const voice = { ...preferences.voice, mode: 'hotword' as const };
    await client.call('preferences.set', { ...preferences, voice });
    await picture('armed');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
      dispatchEvent(new Event('offline'));
    });
    await picture('offline');
    await client.call('memory.private', { on: true });
    await picture('private');
    await client.call('memory.private', { on: false });
    await client.call('preferences.set', preferences);
    await window.send('Il casse');
    await picture('error');
    await page.getByTestId('mend').waitFor();

    expect(pictures.size).toBe(8);
    const shapes = [...pictures];
    for (const [i, [one, a]] of shapes.entries())
      for (const [other, b] of shapes.slice(i + 1))
        expect(unlike(a, b), `${one} and ${other}`).toBeGreaterThan(0.01);

    // Whoever puts the fault away has peace; the message keeps its remark.
    await page.getByTestId('trouble').getByRole('button').last().click();
    await reaches(window, 'offline');
    expect(window.faults).toEqual([]);
    await window.close();
  });

  test('no frame is drawn while hidden, nor at rest, nor for one who wants no motion', async () => {
    const window = await open();
    const { page } = window;
    await isPaintedBy(window, 'webgl');
    await comesToRest(page);
    await window.send('Pourquoi ?');
    await reaches(window, 'thinking');
    expect(await framesIn(page, 500)).toBeGreaterThan(0);
    await hide(page, true);
    expect(await framesIn(page, 500)).toBe(0);
    await hide(page, false);
    expect(await framesIn(page, 500)).toBeGreaterThan(0);
    await window.settled();

    await page.emulateMedia({ reducedMotion: 'reduce' });
    await window.send('Et encore ?');
    await reaches(window, 'thinking');
    await comesToRest(page);
    await window.settled();
    expect(window.faults).toEqual([]);
    await window.close();
  });

  test('a lost context is replaced at once, and taken back when it returns', async () => {
    const window = await open();
    const { page } = window;
    await isPaintedBy(window, 'webgl');
    await page.evaluate(() => {
      const context = document.querySelector<HTMLCanvasElement>('.orb > canvas')?.getContext('webgl2');
      const losing = context?.getExtension('WEBGL_lose_context');
      Object.assign(globalThis, { losing });
      losing?.loseContext();
    });
    await isPaintedBy(window, 'svg');
    expect(await orbOf(window).locator('svg path').count()).toBeGreaterThan(1);
    expect(await orbOf(window).locator('svg').isVisible()).toBe(true);
    await page.evaluate(() => (Reflect.get(globalThis, 'losing') as WEBGL_lose_context).restoreContext());
    await isPaintedBy(window, 'webgl');
    await window.send('Pourquoi ?');
    await reaches(window, 'thinking');
    expect(await framesIn(page, 500)).toBeGreaterThan(0);
    await window.settled();
    await window.close();
  });

  test('another room takes the context with it, and another theme other colours', async () => {
    const window = await open();
    const { page } = window;
    await isPaintedBy(window, 'webgl');
    const before = await orbOf(window).screenshot();
    const { preferences } = await client.call('app.snapshot', {});
    const isDark = await page.evaluate(() => document.documentElement.dataset.theme === 'dark');
    await client.call('preferences.set', { ...preferences, theme: isDark ? 'light' : 'dark' });
    await eventually(async () =>
      expect(unlike(before, await orbOf(window).screenshot())).toBeGreaterThan(0.3),
    );
    const canvas = await page.locator('.orb > canvas').elementHandle();
    await window.enter('settings');
    const isLost = () =>
      canvas?.evaluate(one => (one as HTMLCanvasElement).getContext('webgl2')?.isContextLost() ?? true);
    await eventually(async () => expect(await isLost()).toBe(true));
    await window.enter('conversation');
    await isPaintedBy(window, 'webgl');
    await client.call('preferences.set', preferences);
    expect(window.faults).toEqual([]);
    await window.close();
  });

  test('without WebGL the same shapes are drawn, and nothing is loaded for it', async () => {
    const plain = await launchBrowser(chromium ?? '', { noWebgl: true });
    try {
      const window = await open({}, plain);
      const loaded: string[] = [];
      window.page.on('request', request => loaded.push(request.url()));
      await window.page.waitForTimeout(2_000);
      await isPaintedBy(window, 'svg');
      const idle = await orbOf(window).screenshot();
      await window.send('Pourquoi ?');
      await reaches(window, 'thinking');
      await window.page.waitForTimeout(300);
      expect(unlike(idle, await orbOf(window).screenshot())).toBeGreaterThan(0.01);
      expect(loaded.filter(url => url.includes('webgl-painter'))).toEqual([]);
      await window.settled();
      expect(window.faults).toEqual([]);
    } finally {
      await plain.close();
    }
  });
});
