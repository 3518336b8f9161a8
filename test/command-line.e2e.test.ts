/** The command line beside the running program: one core, one writer, and what it does is seen in the window at once. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import {
  type JarvisProgram,
  type JarvisRun,
  newDataDir,
  removeDataDir,
  runCommand,
  startJarvis,
} from './jarvis-program.ts';
import { assetPath, haveAssets } from './test-assets.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();

describe.runIf(chromium !== undefined)('the command line while the window is open', () => {
  let browser: Browser;
  let jarvis: JarvisProgram;
  let model: ScriptedServer;
  let window: WindowPage;
  let dataDir: string;

  beforeAll(async () => {
    model = await ScriptedServer.start({ protocol: 'ollama', answer: () => ({ text: 'Volontiers.' }) });
    dataDir = await newDataDir();
    [browser, jarvis] = await Promise.all([
      launchBrowser(chromium ?? ''),
      startJarvis({ dataDir, env: { OLLAMA_HOST: model.address, JARVIS_MODEL_THREADS: '1' } }),
    ]);
    window = await WindowPage.open(browser, jarvis.link);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    await model?.close();
    await removeDataDir(dataDir);
  });

  const run = (args: readonly string[], input = ''): Promise<JarvisRun> =>
    runCommand(dataDir, args, { input });

  test('a question asked in the terminal is answered by the same core and stands in the window', async () => {
    const answer = await run(['ask', 'Un conseil de lecture ?']);
    expect(answer).toEqual({ status: 0, stdout: 'Volontiers.\n', stderr: '' });
    await window.openConversation('conseil de lecture');
    await eventually(async () => expect(await window.said()).toBe('Volontiers.'));
    // Not yet painted, a message has no inner text.
    expect(await window.questions.textContent()).toContain('depuis le terminal');
    const id = await window.page.locator('[data-testid=message-user]').getAttribute('data-message');
    expect(id).toBeTruthy();

    await run(['ask', 'ajoute du beurre à la liste de courses']);
    await window.enter('now');
    await eventually(async () =>
      expect(await window.page.getByTestId('organizer').innerText()).toContain('beurre'),
    );
    await window.enter('conversation');
    expect((await run(['ask', '--json'], 'Résume ceci : le beurre est bon')).stdout).toContain('Volontiers.');
    expect(model.chats.at(-1)?.body.model).toBe('storyteller:latest');
  });

  test('Ctrl-C in the terminal stops the answer at the server; a kill of the terminal leaves the program well', async () => {
    model.answer = () => ({ text: 'mot '.repeat(800), tokensPerSecond: 40 });
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const ended = await runCommand(dataDir, ['ask', `Un récit sans fin, ${signal}`], {
        onStart: child => child.stdout?.once('data', () => child.kill(signal)),
      });
      expect(ended.stdout).toMatch(/^mot/);
      expect(ended.status).not.toBe(0);
      await window.openConversation(`sans fin, ${signal}`);
      if (signal === 'SIGINT') {
        await eventually(() => expect(model.chats.at(-1)?.state).toBe('client-closed'));
        await eventually(async () =>
          expect(await window.lastAnswer.getAttribute('data-status')).toBe('stopped'),
        );
      } else {
        // Nobody said stop: the window can.
        await eventually(async () => expect(await window.said()).toMatch(/^mot/));
        await window.page.getByTestId('stop').click();
        await window.settled();
      }
      await eventually(() => expect(model.generating).toBe(0));
    }
    model.answer = () => ({ text: 'Volontiers.' });
  });

  test('what is exported goes into another Jarvis, and what is imported shows up', async () => {
    const { stdout, status } = await run(['export', '--all']);
    expect(status).toBe(0);
    const other = await newDataDir();
    expect(await runCommand(other, ['import', '-'], { input: stdout })).toMatchObject({
      status: 0,
      // A slow one tells how far it is.
      stderr: expect.stringMatching(/^(?:\d+ % \(\d+\/\d+\)\n)*$/),
      stdout: expect.stringMatching(/^Conversations reprises : \d+ ;/),
    });
    await removeDataDir(other);
    const items = window.page.getByTestId('conversation-item');
    const before = await items.count();
    expect((await run(['import', '-'], stdout)).status).toBe(0);
    await eventually(async () => expect(await items.count()).toBe(2 * before));
  });

  test('a model file that is added answers; a model that is chosen is shown', async context => {
    if (!haveAssets('models/llm/stories260K.gguf')) return context.skip();
    expect(await run(['model', 'add', assetPath('models/llm/stories260K.gguf')])).toMatchObject({
      status: 0,
    });
    const list = await run(['model', 'list']);
    expect(list.stdout).toMatch(/storyteller:latest[\s\S]*stories260K/);
    const embedded = /^\S*stories260K\S*$/m.exec(list.stdout.replace(/\s+/g, '\n'))?.[0] ?? '';
    expect((await run(['model', 'use', embedded])).status).toBe(0);
    await eventually(async () => expect(await window.modelButton.innerText()).toContain('stories260K'));
    await window.newConversation();
    await window.send('Once upon a time there was a little girl');
    await eventually(async () => expect((await window.said()).length).toBeGreaterThan(10));
    await window.page.keyboard.press('Escape');
    await window.settled();
    expect(await window.lastAnswer.getByTestId('answered-by').innerText()).toContain('stories260K');
    expect((await run(['model', 'use', 'storyteller:latest'])).status).toBe(0);
    await eventually(async () => expect(await window.modelButton.innerText()).toContain('storyteller'));
  });

  test('a profile that is added and used in the terminal is the window’s; its key opens its database alone', async () => {
    expect((await run(['profile', 'add', 'Ada'])).status).toBe(0);
    expect((await run(['profile', 'use', 'Ada'])).status).toBe(0);
    await eventually(async () =>
      expect(await window.page.getByTestId('profile-menu').innerText()).toContain('Ada'),
    );
    expect(await window.page.getByTestId('conversation-item').count()).toBe(0);
    await run(['ask', 'Combien font 5 plus 6 ?']);
    await window.conversation('5 plus 6').waitFor();
    expect(JSON.parse((await run(['export', '--all'])).stdout).conversations).toHaveLength(1);
    expect(window.faults).toEqual([]);

    expect(await jarvis.stop()).toBe(0);
    const path = join(dataDir, 'secrets.json');
    const original = readFileSync(path, 'utf8');
    const { version, secrets } = JSON.parse(original);
    const [[first, firstKey], [second, secondKey]] = Object.entries(secrets).filter(([name]) =>
      name.startsWith('profile:'),
    ) as [[string, string], [string, string]];
    writeFileSync(path, JSON.stringify({ version, secrets: { [first]: secondKey, [second]: firstKey } }));
    expect(await run(['export', '--all'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^store\.wrong-key: /),
    });
    writeFileSync(path, original);
    expect(JSON.parse((await run(['export', '--all'])).stdout).conversations).toHaveLength(1);
  });

  test('after a kill the address that is left leads nowhere, and the command line starts the core itself', async () => {
    jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
    await jarvis.kill();
    expect((await run(['ask', 'Combien font 9 fois 9 ?'])).stdout).toContain('81');
    const doctor = await run(['doctor', '--json']);
    const { checks } = JSON.parse(doctor.stdout);
    expect(checks.find(({ part }: { part: string }) => part === 'store').state).toBe('fine');
    rmSync(join(dataDir, 'instance.json'), { force: true });
    expect((await run(['ask', 'Combien font 8 fois 8 ?'])).stdout).toContain('64');
  });
});
