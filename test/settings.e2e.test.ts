/** The settings as they are used: found, changed at once, taken back, recorded, taken out and brought in. */
import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { type JarvisProgram, removeDataDir, startJarvis } from './jarvis-program.ts';
import { noteSound, secondsHeard } from './played-sound.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();

describe.runIf(chromium !== undefined)('the settings', () => {
  let browser: Browser;
  let jarvis: JarvisProgram;
  let window: WindowPage;
  beforeAll(async () => {
    jarvis = await startJarvis();
    browser = await launchBrowser(chromium ?? '');
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark' });
    await context.grantPermissions(['microphone'], { origin: new URL(jarvis.link).origin });
    await noteSound(context);
    window = await WindowPage.openIn(context, jarvis.link);
    await window.enter('settings');
  }, 60_000);
  afterAll(async () => {
    expect(window?.faults).toEqual([]);
    await browser?.close();
    await jarvis?.stop();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  const setting = (name: string): Locator => window.page.getByTestId(`setting-${name}`);
  const theme = () => window.page.evaluate(() => document.documentElement.dataset.theme);
  const isTheme = (wanted: string) => eventually(async () => expect(await theme()).toBe(wanted));
  const search = (text: string) => window.page.getByTestId('settings-search').fill(text);

  test('one is found by another word for it, changed at once, and taken back by key and by button', async () => {
    await search('nuit');
    // The desktop program has another that is about the night.
    await eventually(async () => expect(await window.page.locator('.setting').count()).toBeLessThan(3));
    await setting('theme').getByRole('radio', { name: 'Clair' }).click();
    await isTheme('light');
    await window.page.keyboard.press('Control+Z');
    await isTheme('dark');
    await setting('theme').getByRole('radio', { name: 'Clair' }).click();
    await isTheme('light');
    await window.toasts.filter({ hasText: 'Thème' }).getByTestId('undo').click();
    await isTheme('dark');
    await search('');
  });

  test('its default is said, and one step away', async () => {
    expect(await setting('speechRate').innerText()).toMatch(/Par défaut\s: × 1/);
    const slider = setting('speechRate').getByRole('slider', { name: 'Vitesse de la voix' });
    await slider.fill('1.5');
    await eventually(async () => expect(await setting('speechRate').innerText()).toContain('1,5'));
    await window.page.getByTestId('reset-speechRate').click();
    await eventually(async () => expect(await slider.inputValue()).toBe('1'));
  });

  test('what cannot be is said, and changes nothing', async () => {
    const zone = setting('zone').getByRole('combobox', { name: 'Fuseau horaire' });
    await zone.fill('Mars/Olympus');
    await setting('zone').getByRole('alert').filter({ hasText: 'Mars/Olympus' }).waitFor();
    await zone.fill('Europe/Paris');
    await zone.press('Enter');
    await window.page.getByTestId('reset-zone').waitFor();
    await window.page.getByTestId('reset-zone').click();
    await eventually(async () => expect(await zone.inputValue()).toBe(''));
  });

  test('a voice is heard before it is chosen, and the microphone shows its level', async () => {
    const before = await secondsHeard(window.page);
    await window.page.getByTestId('listen-voice').first().click();
    await eventually(async () => expect(await secondsHeard(window.page)).toBeGreaterThan(before + 1));
    await window.page.getByTestId('test-microphone').click();
    await eventually(async () =>
      expect(await window.page.getByTestId('level-word').getAttribute('data-level')).not.toBe('none'),
    );
    await window.page.getByTestId('test-microphone').click();
    await eventually(async () => expect(await window.page.getByTestId('level-word').count()).toBe(0));
  });

  test('keys are recorded; the browser’s are refused, another command’s are taken over when pressed twice', async () => {
    await search('ouvrir la mémoire');
    const row = window.page.getByTestId('keys-room.memory');
    const record = () => row.getByRole('button', { name: /enregistrer d’autres touches/ }).click();
    await record();
    await window.page.getByTestId('recorder').press('Control+t');
    await row.getByRole('alert').filter({ hasText: 'le navigateur ou le bureau le garde' }).waitFor();
    await window.page.getByTestId('recorder').press('Control+3');
    await row.getByRole('alert').filter({ hasText: 'fait déjà' }).waitFor();
    await window.page.getByTestId('recorder').press('Escape');
    await eventually(async () => expect(await window.page.getByTestId('recorder').count()).toBe(0));
    await record();
    await window.page.getByTestId('recorder').press('F9');
    await eventually(async () => expect(await row.locator('kbd').allInnerTexts()).toEqual(['F9']));
    await window.enter('conversation');
    await window.page.keyboard.press('F9');
    await window.page.locator('[data-room="memory"]').waitFor();
    await window.enter('settings');
    await search('ouvrir la mémoire');
    await record();
    await window.page.getByTestId('recorder').press('Control+3');
    await window.page.getByTestId('recorder').press('Control+3');
    await window.page.keyboard.press('Control+3');
    await window.page.locator('[data-room="memory"]').waitFor();
    await window.enter('settings');
  });

  test('they are taken out to a file; a file is shown before it is taken, or refused with a reason', async () => {
    const download = window.page.waitForEvent('download');
    await window.page.getByRole('button', { name: 'Exporter les réglages', exact: true }).click();
    const path = await (await download).path();
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'jarvis-settings', settings: { theme: 'system' } });
    const give = (content: string) =>
      window.page
        .getByTestId('settings-file')
        .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(content) });

    await give(text.replace('"theme": "system"', '"theme": "light", "colour": "red"'));
    await window.page.getByRole('alert').filter({ hasText: 'colour' }).waitFor();
    expect(await theme()).toBe('dark');

    await give(text.replace('"theme": "system"', '"theme": "light"'));
    const preview = window.page.getByTestId('preview');
    expect(await preview.innerText()).toMatch(/Thème\s: Comme le système → Clair/);
    expect(await theme()).toBe('dark');
    await window.page.getByTestId('apply').click();
    await isTheme('light');
  });

  test('all go back to the beginning after a look at what that changes, and come back', async () => {
    await window.button('Remettre à zéro les réglages…').click();
    const preview = window.page.getByTestId('preview');
    expect(await preview.innerText()).toMatch(/Thème\s: Clair → Comme le système/);
    expect(await preview.innerText()).toMatch(/Touches\s: \d touches? à vous → d’origine/);
    await window.page.getByTestId('apply').click();
    await isTheme('dark');
    await window.toasts.filter({ hasText: 'Réglages d’origine' }).getByTestId('undo').click();
    await isTheme('light');
  });

  test('by keyboard alone: search, choose with the arrows, take back', async () => {
    await search('');
    await window.page.getByTestId('settings-search').focus();
    await window.page.keyboard.type('couleurs des voix');
    await eventually(async () => expect(await window.page.locator('.setting').count()).toBe(1));
    const accent = () => window.page.evaluate(() => document.documentElement.dataset.accent);
    const isRadio = () =>
      window.page.evaluate(() => document.activeElement?.getAttribute('type') === 'radio');
    for (let i = 0; i < 10 && !(await isRadio()); i++) await window.page.keyboard.press('Tab');
    await window.page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await accent()).toBe('lagune'));
    await window.page.keyboard.press('Control+Z');
    await eventually(async () => expect(await accent()).toBe('signal'));
  });
});
