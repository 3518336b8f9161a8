/** Whatever a model server does wrong, the window ends in a clear card with a way on, and nothing is lost. */
import type { Socket } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ErrorCode, errorCodes } from '../src-main/domain/error-codes.ts';
import type { Client } from '../src-preload/connect.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf } from './core-client.ts';
import { type ServerFault, startMisbehavingServer } from './fixtures/model-servers/misbehaving-server.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, removeDataDir, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();

/** The card's text as a pattern, with anything where names and numbers are filled in. */
function cardOf(code: ErrorCode): RegExp {
  const escaped = errorCodes[code].message.fr.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/\{\w+\}/g, '.*'));
}

const faults: readonly (readonly [ServerFault, ErrorCode, text: string])[] = [
  ['error-midstream', 'model.crashed', 'Once'],
  ['closes-early', 'model.cut', 'Once'],
  ['html-error-page', 'model.unreachable', ''],
  ['html-with-200', 'model.bad-answer', ''],
  ['ten-megabyte-line', 'model.bad-answer', ''],
  ['unknown-model', 'model.not-found', ''],
  ['busy', 'model.busy', ''],
  ['unauthorized', 'model.unauthorized', ''],
  ['redirect-elsewhere', 'model.redirected', ''],
  ['not-http', 'model.bad-answer', ''],
  ['empty-answer', 'model.empty-answer', ''],
];

describe.runIf(chromium !== undefined)('a model server that fails', () => {
  let browser: Browser;
  let jarvis: JarvisProgram;
  let client: Client;
  let window: WindowPage;

  beforeAll(async () => {
    [browser, jarvis] = await Promise.all([launchBrowser(chromium ?? ''), startJarvis()]);
    window = await WindowPage.open(browser, jarvis.link);
    client = await clientOf(jarvis.dataDir);
  }, 60_000);
  afterAll(async () => {
    client?.close();
    await browser?.close();
    await jarvis?.stop();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  /** Makes the server the only one that can answer; gives the way to take it away again. */
  async function use(label: string, origin: string, model: string): Promise<() => Promise<void>> {
    const { backends } = await client.call('model.addServer', { label, address: `${origin}/v1` });
    const backendId = backends.find(backend => backend.label === label)?.id ?? '';
    await client.call('model.use', { backendId, model });
    await eventually(async () => expect(await window.modelButton.innerText()).toContain(model));
    return async () => void (await client.call('model.remove', { backendId }));
  }

  test.each(faults)('%s: is told as %s', async (fault, code, text) => {
    const server = await startMisbehavingServer(fault, 'openai');
    const remove = await use(fault, server.origin, 'm');
    await window.newConversation();
    await window.send(`Dis-moi quelque chose sur ${fault}`);
    await window.lastAnswer.waitFor();
    await window.settled();
    expect(await window.lastAnswer.getAttribute('data-status')).toBe('failed');
    expect(await window.said()).toBe(text);
    const card = window.lastAnswer.getByRole('alert');
    expect(await card.innerText()).toMatch(cardOf(code));
    expect(await card.innerText()).not.toMatch(/<html|GPU lost|\{\w+\}|undefined/);
    await card.getByRole('button', { name: text === '' ? 'Réessayer' : 'Continuer' }).waitFor();
    expect(await window.questions.innerText()).toContain(`quelque chose sur ${fault}`);
    await remove();
    await server.stop();
  });

  test('a server that hangs is left by Stop, and a good one answers the same question by "Réessayer"', async () => {
    const asked = Promise.withResolvers<Socket>();
    const silent = await startMisbehavingServer('silent', 'openai', (connection, { path }) => {
      if (path === '/v1/chat/completions') asked.resolve(connection);
    });
    const removeSilent = await use('silent', silent.origin, 'm');
    await window.newConversation();
    await window.send('Parle-moi de la patience');
    const connection = await asked.promise;
    await window.page.getByTestId('stop').click();
    await window.settled();
    expect(await window.lastAnswer.getAttribute('data-status')).toBe('stopped');
    // Another one may wait there for the next question.
    await eventually(() => expect(connection.destroyed).toBe(true));
    await removeSilent();
    await silent.stop();

    const broken = await startMisbehavingServer('html-with-200', 'openai');
    const removeBroken = await use('broken', broken.origin, 'm');
    await window.ask('Parle-moi de la persévérance');
    await removeBroken();
    await broken.stop();
    const good = await ScriptedServer.start({ protocol: 'openai', answer: () => ({ text: 'La voici.' }) });
    const removeGood = await use('good', good.address, 'storyteller:latest');
    await window.lastAnswer.getByRole('button', { name: 'Réessayer' }).click();
    await eventually(async () => expect(await window.said()).toBe('La voici.'));
    expect(await window.lastAnswer.getByRole('alert').count()).toBe(0);
    expect(await window.questions.allInnerTexts()).toEqual([
      expect.stringContaining('patience'),
      expect.stringContaining('persévérance'),
    ]);
    await removeGood();
    await good.close();
    expect(window.faults).toEqual([]);
  });
});
