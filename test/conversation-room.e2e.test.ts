/** The conversation room in a real Chromium: the turn in time, pins, forks, reading aloud, and every turn by keys. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { asFields, asList } from './fixtures/model-servers/any-json.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, removeDataDir, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const answer =
  'Premier paragraphe, pour commencer.\n\nDeuxième paragraphe, qui se lit aussi.\n\nTroisième et fin.';

let browser: Browser;
let jarvis: JarvisProgram;
let model: ScriptedServer;
let window: WindowPage;

const panel = () => window.page.getByTestId('side-panel');
const focusedText = () => window.page.evaluate(() => document.activeElement?.textContent ?? '');
/** The words under the mark of what is being heard. */
const heardWord = () =>
  window.page.evaluate(() => {
    const marks = (CSS as unknown as { highlights: Map<string, Iterable<Range>> }).highlights;
    return [...(marks.get('spoken-word') ?? [])].map(range => range.toString()).join();
  });

const seeing = (name: string, capabilities: string[]) => ({
  ...{ name, capabilities, contextTokens: 8192 },
  ...{ sizeBytes: 2_000_000_000, parameterCount: 3_200_000_000 },
});
const pastePicture = (width: number, height: number) =>
  window.composer.evaluate(
    async (field, [w = 1, h = 1]) => {
      const canvas = new OffscreenCanvas(w, h);
      canvas.getContext('2d')?.fillRect(0, 0, w / 2, h / 2);
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([await canvas.convertToBlob()], 'vue.png', { type: 'image/png' }));
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [width, height],
  );

describe.runIf(chromium !== undefined)('the conversation room', () => {
  beforeAll(async () => {
    model = await ScriptedServer.start({
      protocol: 'ollama',
      models: [seeing('voyant:latest', ['completion', 'vision']), seeing('aveugle:latest', ['completion'])],
      answer: () => ({ text: answer, tokensPerSecond: 50, firstTokenDelayMs: 150 }),
    });
    [browser, jarvis] = await Promise.all([
      launchBrowser(chromium ?? ''),
      startJarvis({ env: { OLLAMA_HOST: model.address.replace('http://', '') } }),
    ]);
    window = await WindowPage.open(browser, jarvis.link);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    await model?.close();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  test('tells of an answer how long it took, as it was measured, also after a reload', async () => {
    await window.ask('Raconte en trois paragraphes');
    const figure = panel().getByTestId('turn-figure');
    await eventually(async () => expect(await figure.count()).toBe(1));
    const firstWordMs = Number((await figure.innerText()).replace(/\D/g, ''));
    // The model waits for 150 ms before its first word.
    expect(firstWordMs).toBeGreaterThanOrEqual(150);
    expect(await panel().innerText()).toMatch(/ms avant le premier mot/);
    expect(await panel().innerText()).toMatch(/Réponse entière\s: [\d\s,]+ (?:ms|s) · \d+(?:,\d)? jetons\/s/);
    await window.page.reload();
    await window.composer.waitFor();
    await eventually(async () =>
      expect(Number((await figure.innerText()).replace(/\D/g, ''))).toBe(firstWordMs),
    );
  });

  test('unfolds the times under the answer, and folds them again', async () => {
    await window.lastAnswer.hover();
    const button = window.lastAnswer.getByTestId('show-times');
    await button.click();
    expect(await window.lastAnswer.getByTestId('turn-times').isVisible()).toBe(true);
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await button.click();
    expect(await window.lastAnswer.getByTestId('turn-times').count()).toBe(0);
  });

  test('walks from turn to turn, and does what the letters say only there', async () => {
    await window.composer.press('Alt+ArrowUp');
    await eventually(async () => expect(await focusedText()).toContain('Troisième et fin.'));
    await window.page.keyboard.press('Alt+ArrowUp');
    await eventually(async () => expect(await focusedText()).toContain('Raconte en trois paragraphes'));
    await window.page.keyboard.press('e');
    await window.page.getByTestId('edit-field').waitFor();
    await window.page.keyboard.press('Escape');
    await window.composer.fill('');
    await window.composer.pressSequentially('cerld');
    expect(await window.composer.inputValue()).toBe('cerld');
    await window.composer.fill('');
  });

  test('reads an answer aloud from the chosen paragraph, marks its words, and stops', async () => {
    await window.lastAnswer.locator('.markdown > p').nth(1).selectText();
    await window.lastAnswer.hover();
    await window.lastAnswer.getByTestId('read-aloud').click();
    const stop = window.lastAnswer.getByTestId('stop-reading');
    await stop.waitFor();
    await eventually(async () => expect(await heardWord()).toMatch(/Deuxième|paragraphe/));
    await stop.click();
    await window.lastAnswer.getByTestId('read-aloud').waitFor();
    await eventually(async () => expect(await heardWord()).toBe(''));
    expect(await window.lastAnswer.getAttribute('data-status')).toBe('complete');
  });

  test('goes on in a fork, and leaves the conversation it came from as it was', async () => {
    await window.ask('Et encore ?');
    const first = window.answers.first();
    await first.hover();
    await first.getByTestId('fork').click();
    await eventually(async () => expect(await window.questions.count()).toBe(1));
    expect(await window.answers.count()).toBe(1);
    await window.ask('Une autre suite');
    expect(await window.questions.allInnerTexts()).toHaveLength(2);
    await window.page
      .getByTestId('conversation-item')
      .filter({ hasText: /^(?!.*suite\))/ })
      .first()
      .locator('.conversation-open')
      .click();
    await eventually(async () => expect(await window.questions.last().innerText()).toContain('Et encore ?'));
  });

  test('keeps pinned conversations above all others, also after a reload', async () => {
    await window.newConversation();
    await window.ask('Le plus récent de tous');
    await window.conversationMenu('(suite)', 'Épingler');
    const pinned = window.page.getByTestId('pinned');
    await eventually(async () => expect(await pinned.innerText()).toContain('(suite)'));
    await window.page.reload();
    await window.composer.waitFor();
    const items = window.page.getByTestId('conversation-item');
    await eventually(async () => expect(await items.first().innerText()).toContain('(suite)'));
    await window.conversationMenu('(suite)', 'Détacher');
    await eventually(async () => expect(await pinned.count()).toBe(0));
    expect(await items.first().innerText()).toContain('Le plus récent');
  });

  test('opens the panel as a drawer where the window is not wide', async () => {
    await window.page.setViewportSize({ width: 1000, height: 800 });
    await eventually(async () => expect(await panel().isVisible()).toBe(false));
    await window.page.keyboard.press('Control+.');
    await eventually(async () => expect(await panel().isVisible()).toBe(true));
    await window.page.keyboard.press('Control+.');
    await eventually(async () => expect(await panel().isVisible()).toBe(false));
    await window.page.setViewportSize({ width: 1280, height: 800 });
  });

  test('calls actions with a slash, and leaves a path alone', async () => {
    const list = window.page.getByTestId('slash-list');
    await window.composer.fill('/minut');
    await eventually(async () => expect(await list.innerText()).toContain('Mettre un minuteur'));
    await window.composer.press('Enter');
    expect(await window.composer.inputValue()).toBe('Mets un minuteur de ');
    await window.composer.fill('/réglages');
    await list.waitFor();
    await window.composer.press('Escape');
    expect(await list.count()).toBe(0);
    await window.composer.fill('');
    await window.composer.fill('/régl');
    await eventually(async () =>
      expect(await list.getByRole('option').first().innerText()).toContain('Réglages'),
    );
    await window.composer.press('Enter');
    await eventually(async () => expect(window.page.url()).toContain('settings'));
    await window.enter('conversation');
    await window.composer.fill('/etc/hosts');
    expect(await list.count()).toBe(0);
    await window.composer.fill('');
  });

  test('pictures go with the words to a model that sees, stay with them, and a blind model is told of before', async () => {
    await window.newConversation();
    await pastePicture(3000, 1500);
    const waiting = window.page.getByTestId('attachments');
    await waiting.getByRole('img').waitFor();
    expect(await window.page.getByTestId('blind-model').count()).toBe(0);
    await window.ask('Que voit-on ?');
    expect(await waiting.count()).toBe(0);
    const shown = window.questions.last().getByTestId('message-image');
    await shown.waitFor();
    // Larger ones are made as small as models see them.
    expect(
      await shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]),
    ).toEqual([2048, 1024]);
    const asked = asFields(asList(model.requests.at(-1)?.body.messages).at(-1));
    expect(asList(asked.images)).toHaveLength(1);
    expect(
      Buffer.from(String(asList(asked.images)[0]), 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    await window.page.reload();
    await shown.waitFor();

    await window.modelButton.click();
    await window.page.getByRole('menuitemcheckbox').filter({ hasText: 'aveugle' }).click();
    await pastePicture(10, 10);
    await eventually(async () =>
      expect(await window.page.getByTestId('blind-model').innerText()).toContain('aveugle'),
    );
    await waiting.getByRole('button').click();
    expect(await waiting.count()).toBe(0);
  });

  test('the page had no fault', () => {
    expect(window.faults).toEqual([]);
  });
});
