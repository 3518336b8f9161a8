/** What a user finds again: after a kill in mid-answer, a cut connection, a restart, a second start, and each way of ending. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../src-main/domain/id.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf, linkOf } from './core-client.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, runJarvis, startJarvis } from './jarvis-program.ts';
import { descendantsOf, isAlive } from './process-tree.ts';
import { testHost } from './test-host.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const words = (count: number): string => Array.from({ length: count }, (_, i) => `mot${i}`).join(' ');

let browser: Browser;
let model: ScriptedServer;
let dataDir: string;
let jarvis: JarvisProgram;
const start = async (): Promise<JarvisProgram> => {
  jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
  return jarvis;
};

beforeAll(async () => {
  [model, dataDir] = await Promise.all([ScriptedServer.start({ protocol: 'ollama' }), newDataDir()]);
  await start();
  if (chromium !== undefined) browser = await launchBrowser(chromium);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await jarvis?.stop();
  await model?.close();
  await removeDataDir(dataDir);
});

describe.runIf(chromium !== undefined)('in the window', () => {
  test('a killed program finds the part of the answer that came, marked, and goes on with it', async () => {
    model.answer = () => ({ text: words(800), tokensPerSecond: 40 });
    const before = await WindowPage.open(browser, jarvis.link);
    await before.send('Raconte un long voyage en bateau');
    // What is older than half a second must be there after the kill.
    await eventually(async () => expect(await before.said()).toContain('mot60'));
    await before.send('Et après ce voyage ?');
    await before.page.getByTestId('queued').waitFor();
    await jarvis.kill();
    // The desktop program takes its window along.
    if (testHost === 'web') await before.page.getByTestId('connection').waitFor();
    await before.close();

    await start();
    const window = await WindowPage.open(browser, jarvis.link);
    await window.openConversation('long voyage');
    await eventually(async () =>
      expect(await window.lastAnswer.getAttribute('data-status')).toBe('interrupted'),
    );
    const kept = await window.said();
    expect(words(800).startsWith(kept)).toBe(true);
    expect(kept).toContain('mot30');
    model.answer = () => ({ text: ' et enfin le port.' });
    await window.lastAnswer.getByRole('button', { name: 'Continuer', exact: true }).click();
    await eventually(async () => expect(await window.said()).toContain('et enfin le port.'));
    await eventually(async () =>
      expect(await window.lastAnswer.getAttribute('data-status')).toBe('complete'),
    );
    expect(await window.said()).toMatch(/^mot0 mot1 .* et enfin le port\.$/s);
    expect((await window.said()).startsWith(kept)).toBe(true);
    expect(await window.lastAnswer.getAttribute('data-status')).toBe('complete');
    expect(await window.answers.count()).toBe(1);
    // What waited in line was kept too, and is not sent behind the user's back.
    expect(await window.questions.count()).toBe(2);
    model.answer = () => ({ text: 'Un autre voyage.' });
    await window.questions.last().getByRole('button', { name: 'Répondre', exact: true }).click();
    await eventually(async () => expect(await window.said()).toBe('Un autre voyage.'));
    expect(window.faults).toEqual([]);
    await window.close();
  });

  test('a window whose connection is cut in mid-answer has the whole text in the end, once', async () => {
    model.answer = () => ({ text: words(200), tokensPerSecond: 60 });
    const context = await browser.newContext();
    await context.addInitScript(() => {
      const Native = globalThis.WebSocket;
      const sockets: WebSocket[] = [];
      Object.assign(globalThis, {
        cut: () => sockets.at(-1)?.close(),
        isBack: (times: number) => sockets.length > times && sockets.at(-1)?.readyState === Native.OPEN,
        WebSocket: class extends Native {
          constructor(...given: ConstructorParameters<typeof WebSocket>) {
            super(...given);
            sockets.push(this);
          }
        },
      });
    });
    const window = await WindowPage.openIn(context, await linkOf(dataDir));
    await window.send('Compte lentement, avec soin');
    for (const [times, seen] of [20, 60, 120].entries()) {
      await eventually(async () => expect(await window.said()).toContain(`mot${seen}`));
      await window.page.evaluate(() => Reflect.get(globalThis, 'cut')());
      await window.page.waitForFunction(after => Reflect.get(globalThis, 'isBack')(after), times + 1);
    }
    await window.settled();
    expect(await window.said()).toBe(words(200));
    expect(await window.answers.count()).toBe(1);
    expect(model.chats.at(-1)?.state).toBe('finished');
    expect(await window.page.getByTestId('connection').count()).toBe(0);
    await window.close();
  });

  test('a window left open tells that Jarvis ended, and that another run of it wants a new link', async () => {
    const own = await newDataDir();
    const first = await startJarvis({ dataDir: own });
    const window = await WindowPage.open(browser, first.link);
    await window.composer.fill('Un brouillon');
    const banner = window.page.getByTestId('connection');
    expect(await first.stop()).toBe(0);
    await banner.waitFor();
    const again = await startJarvis({ dataDir: own, args: ['--port', new URL(first.link).port] });
    await banner.filter({ hasText: 'Ouvrez le lien que « npm start » affiche' }).waitFor();
    expect(await window.composer.inputValue()).toBe('Un brouillon');
    await window.page.goto(again.link);
    await window.composer.waitFor();
    expect(await banner.count()).toBe(0);
    await window.close();
    await again.stop();
    await removeDataDir(own);
  });

  test('a timer survives a kill and rings in the window; what waits is still listed', async () => {
    const before = await WindowPage.open(browser, await linkOf(dataDir));
    expect(await before.ask('Mets un minuteur de 3 secondes')).toMatch(/3\s+secondes/);
    expect(await before.ask('Rappelle-moi dans 2 heures d’appeler Zoé')).toMatch(/Zoé/);
    await before.close();
    await jarvis.kill();
    await start();
    const window = await WindowPage.open(browser, jarvis.link);
    await window.page.getByTestId('ringing').waitFor();
    await window.page.getByTestId('ringing').getByRole('button', { name: 'C’est noté' }).click();
    await window.page.getByTestId('ringing').waitFor({ state: 'detached' });
    await window.enter('now');
    await eventually(async () =>
      expect(await window.page.getByTestId('timer').allInnerTexts()).toEqual([
        expect.stringContaining('Zoé'),
      ]),
    );
    await window.page.reload();
    // The window comes back in the room that it was left in.
    await window.page.getByTestId('page').waitFor();
    expect(await window.page.getByTestId('ringing').count()).toBe(0);
    expect(window.faults).toEqual([]);
    await window.close();
  });

  test('a second start gives a link into the window of the first and ends', async () => {
    const second = await runJarvis({ dataDir });
    expect(second).toMatchObject({ status: 0, stderr: '' });
    expect(second.stdout).toMatch(/^Jarvis tourne déjà/);
    const link = /http:\S+/.exec(second.stdout)?.[0] ?? '';
    expect(new URL(link).origin).toBe(new URL(jarvis.link).origin);
    const window = await WindowPage.open(browser, link);
    await window.conversation('long voyage').waitFor();
    await window.close();
  });
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s in mid-answer ends cleanly: no process stays, the database verifies',
  async signal => {
    model.answer = () => ({ text: words(800), tokensPerSecond: 40 });
    const client = await clientOf(dataDir);
    // The doctor tries every part, so the speech process runs as well.
    await client.call('doctor.run', {}, { limitMs: 60_000 });
    const conversationId = newId();
    const said: string[] = [];
    client.on('turn.delta', ({ text }) => said.push(text));
    await client.call('turn.ask', {
      turnId: newId(),
      conversationId,
      text: 'Un long récit',
      origin: 'typed',
    });
    await eventually(() => expect(said.length).toBeGreaterThan(5));
    const { pid = 0 } = jarvis.process;
    const family = descendantsOf(pid);
    expect(family.length).toBeGreaterThan(0);
    const asked = model.chats.at(-1);

    expect(await jarvis.stop(signal)).toBe(0);
    client.close();
    await eventually(() => expect([pid, ...family].filter(isAlive)).toEqual([]));
    expect(asked?.state).toBe('client-closed');

    await start();
    const again = await clientOf(dataDir);
    const { messages } = await again.call('conversation.open', { id: conversationId, limit: 10 });
    expect(messages.map(({ role, status }) => [role, status])).toEqual([
      ['user', 'complete'],
      ['assistant', expect.stringMatching(/^(?:stopped|interrupted)$/)],
    ]);
    expect(messages[1]?.text).toContain(said.join('').slice(0, 20));
    const { checks } = await again.call('doctor.run', {}, { limitMs: 60_000 });
    expect(checks.find(({ part }) => part === 'store')?.state).toBe('fine');
    again.close();
  },
);
