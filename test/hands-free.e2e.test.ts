/** Talking without holding a key, in a real Chromium: by a click, by the name, and all the time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { linkOf } from './core-client.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';
import { assetPath, haveAssets, readWav, wavBytes } from './test-assets.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const recognizer = 'models/stt/whisper-format-tiny-overfit';
const [frenchVoice, englishVoice] = ['models/tts/piper-format-fr', 'models/tts/piper-format-en'];
const canListen = haveAssets(recognizer, 'speech/commands/commands.json', frenchVoice, englishVoice);
const folder = mkdtempSync(join(tmpdir(), 'jarvis-hands-free-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A quiet room, in which the clip is said some seconds after the microphone was opened. */
function roomWith(clip: string, afterSeconds: number): string {
  const { samples, sampleRateHz } = readWav(assetPath(`speech/commands/${clip}`));
  const sound = new Int16Array(samples.length + sampleRateHz * (afterSeconds + 30));
  for (let i = 0; i < sound.length; i++) sound[i] = Math.round((Math.random() - 0.5) * 20);
  const from = afterSeconds * sampleRateHz;
  for (const [i, value] of samples.entries()) sound[from + i] = value;
  const path = join(folder, 'room.wav');
  writeFileSync(path, wavBytes(sound, sampleRateHz));
  return path;
}

describe.runIf(chromium !== undefined && canListen)('hands free', () => {
  let jarvis: JarvisProgram;
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await newDataDir();
    const voiceDirs = { fr: assetPath(frenchVoice), en: assetPath(englishVoice) };
    const speech = { recognizerDir: assetPath(recognizer), voiceDirs };
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ speech }));
    jarvis = await startJarvis({ dataDir });
  }, 60_000);
  afterEach(async () => {
    await jarvis.stop();
    await removeDataDir(dataDir);
  }, 60_000);

  async function inRoom(room: string, use: (window: WindowPage) => Promise<void>): Promise<void> {
    const browser = await launchBrowser(chromium ?? '', { microphone: room });
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await context.grantPermissions(['microphone'], { origin: new URL(jarvis.link).origin });
      const window = await WindowPage.openIn(context, await linkOf(dataDir));
      await use(window);
      expect(window.faults).toEqual([]);
    } finally {
      await browser.close();
    }
  }
  const stateOf = async (window: WindowPage): Promise<string | null> => {
    const line = window.page.getByTestId('voice-state');
    return (await line.count()) === 0 ? null : line.getAttribute('data-state');
  };
  const reaches = (window: WindowPage, state: string | null) =>
    eventually(async () => expect(await stateOf(window)).toBe(state), 30_000);

  async function chooseMode(window: WindowPage, label: RegExp, agrees?: boolean): Promise<void> {
    await window.enter('settings');
    await window.page.getByRole('radio', { name: label }).click();
    if (agrees === true) await window.page.getByTestId('consent-yes').click();
    if (agrees === false) await window.button('Pas maintenant').click();
    await window.enter('conversation');
  }
  const markedWord = (window: WindowPage): Promise<string> =>
    window.page.evaluate(() =>
      [...(CSS.highlights.get('spoken-word') ?? [])].map(range => range.toString()).join(),
    );

  test('one click: the end of the sentence ends it, and the words that are heard are marked', async () => {
    await inRoom(roomWith('fr/000-quelle-heure-est-il.wav', 2), async window => {
      await chooseMode(window, /Un clic/);
      await window.page.getByTestId('mic').click();
      await reaches(window, 'listening');
      await window.lastAnswer.waitFor();
      expect(await window.questions.locator('.said').innerText()).toContain('Quelle heure est-il ?');
      const marked = new Set<string>();
      await eventually(async () => {
        marked.add(await markedWord(window));
        expect(marked.size).toBeGreaterThan(1);
      });
      const said = await window.said();
      for (const word of marked) expect(said).toContain(word);
      await reaches(window, 'follow-up');
      await reaches(window, null);
      expect(await markedWord(window)).toBe('');
    });
  }, 90_000);

  test('the name: only after consent, always visible, with the words after it', async () => {
    await inRoom(roomWith('en/061-hey-jarvis-what-time-is-it.wav', 8), async window => {
      await chooseMode(window, /Dire « Jarvis »/, false);
      expect(await stateOf(window)).toBe(null);
      expect(await window.page.getByTestId('microphone-open').count()).toBe(0);
      await chooseMode(window, /Dire « Jarvis »/, true);
      await reaches(window, 'armed');
      await window.page.getByTestId('microphone-open').waitFor({ state: 'attached' });
      await window.page.getByTestId('not-me').waitFor({ timeout: 30_000 });
      await window.lastAnswer.waitFor();
      expect(await window.questions.locator('.said').innerText()).toContain('What time is it?');
      expect(await window.said()).toMatch(/^It(?:’s| is) \d+/);
      await reaches(window, 'armed');
    });
  }, 120_000);

  test('always: every sentence, until it is switched off', async () => {
    await inRoom(roomWith('fr/000-quelle-heure-est-il.wav', 4), async window => {
      await chooseMode(window, /Écoute permanente/, true);
      await reaches(window, 'listening');
      await window.lastAnswer.waitFor();
      expect(await window.questions.locator('.said').innerText()).toContain('Quelle heure est-il ?');
      await window.settled();
      await reaches(window, 'speaking');
      await window.page.getByTestId('mic').click();
      await reaches(window, 'paused');
      await window.page.getByTestId('mic').click();
      await reaches(window, 'listening');
    });
  }, 90_000);
});
