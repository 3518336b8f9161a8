/** Starts a packaged program as a person would, asks it something in its window, and quits it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { PackageError } from './package-error.mjs';

const limitMs = 90_000;

/** Two questions that need no model, and what their answers look like. */
const questions = [
  ['quelle heure est-il ?', /Il est \d{1,2}\s?(?:h|:)/],
  ['combien font 15 % de 240 ?', /36/],
];

/** @returns the answers. `home`: the person's folders. Throws `trial-failed`. */
export async function talk(binary, { name, home, display, node }) {
  mkdirSync(home, { recursive: true });
  const app = await _electron.launch({
    executablePath: binary,
    args: ['--data-dir', join(home, 'jarvis'), '--no-welcome'],
    timeout: limitMs,
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      DISPLAY: display,
      LANG: 'fr_FR.UTF-8',
      LC_ALL: '',
      // No other program of the machine takes part.
      OLLAMA_HOST: '127.0.0.1:9',
      JARVIS_SECRETS: 'file',
      STAND_IN_NODE: node,
    },
  });
  try {
    return await converse(app, name);
  } finally {
    await app.close();
  }
}

async function converse(app, name) {
  const page = await app.firstWindow();
  const answers = [];
  try {
    await page.getByTestId('composer').waitFor({ timeout: limitMs });
    for (const [question, wanted] of questions) {
      await page.getByTestId('composer').fill(question);
      await page.keyboard.press('Enter');
      const answer = page.getByText(wanted).last();
      await answer.waitFor({ timeout: limitMs });
      answers.push(`${question} → ${(await answer.innerText()).trim().split('\n')[0]}`);
    }
    return answers;
  } catch (error) {
    const seen = await page
      .locator('body')
      .innerText()
      .catch(() => '');
    throw new PackageError('trial-failed', { name, detail: `${error.message}\n${seen.slice(0, 600)}` });
  }
}
