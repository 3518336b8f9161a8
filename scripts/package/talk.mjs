/** Starts a packaged program as a person would, asks it something in its window, loads its engines, and quits it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { run } from '../program.mjs';
import { PackageError } from './package-error.mjs';

/** A slow machine, busy with other work. */
const limitMs = 180_000;

/** Two questions that need no model, and what their answers look like. */
const questions = [
  ['quelle heure est-il ?', /Il est \d{1,2}\s?(?:h|:)/],
  ['combien font 15 % de 240 ?', /36/],
];

/** @returns what was seen. `home`: the person's folders. Throws `trial-failed`. */
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
    const answers = await converse(app, name);
    const folder = await app.evaluate(({ app: program }) => program.getAppPath());
    return [...answers, await loadEngines(folder, { name, node })];
  } finally {
    await app.close();
  }
}

/** Below the packaged program's own folder, where no other copy of an engine can be found by mistake. */
async function loadEngines(folder, { name, node }) {
  const program = fileURLToPath(new URL('load-engines.mjs', import.meta.url));
  const { status, output } = await run(node, [program, folder], { limitMs });
  if (status !== 0) throw new PackageError('trial-failed', { name, detail: output.trim() });
  return `engines load: ${output.trim().split('\n').join(', ')}`;
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
