/** What was said stays between the user and the encrypted database: in no log, in no other file in clear, and on no wire that leaves the machine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../src-main/domain/id.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf, linkOf } from './core-client.ts';
import { bytesIfThere, filesUnder } from './files-under.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, runCommand, startJarvis } from './jarvis-program.ts';
import { descendantsOf, remotesOf, staysHere } from './process-tree.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
/** Each stands in one kind of thing that a user gives or gets; none stands anywhere else by chance. */
const secrets = {
  typed: 'zibeline',
  answered: 'ornithorynque',
  note: 'pamplemousse',
  listItem: 'tournevis',
  fact: 'Philomène',
  timer: 'clafoutis',
  title: 'troglodyte',
  searched: 'introuvabilité',
  edited: 'quetzalcoatl',
  terminal: 'rhododendron',
  refused: 'bouillabaisse',
  imported: 'hurluberlu',
  failedModel: 'catastrophique',
  key: 'sk-tres-secrete-4711',
};

describe.runIf(chromium !== undefined)('privacy', () => {
  let browser: Browser;
  let jarvis: JarvisProgram;
  let model: ScriptedServer;
  let dataDir: string;
  const remotes = new Set<string>();
  let looks = 0;
  let sampler: NodeJS.Timeout;

  beforeAll(async () => {
    model = await ScriptedServer.start({ answer: () => ({ text: `Un ${secrets.answered} vous salue.` }) });
    dataDir = await newDataDir();
    writeFileSync(join(dataDir, 'settings.json'), '{"logLevel": "debug", "metrics": {"port": 0}}');
    jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
    const family = () => [jarvis.process.pid ?? 0, ...descendantsOf(jarvis.process.pid ?? 0)];
    sampler = setInterval(() => {
      looks++;
      for (const remote of family().flatMap(remotesOf)) remotes.add(remote);
    }, 50);
    browser = await launchBrowser(chromium ?? '');
  }, 60_000);
  afterAll(async () => {
    clearInterval(sampler);
    await browser?.close();
    await jarvis?.stop();
    await model?.close();
    await removeDataDir(dataDir);
  });

  const filesOf = (under: string): readonly string[] => filesUnder(under).map(name => join(under, name));

  /** Where a secret can be read, in any of the encodings that programs write. */
  function leaks(paths: readonly string[]): readonly string[] {
    return paths.flatMap(path => {
      const bytes = bytesIfThere(path);
      return Object.entries(secrets)
        .filter(([, word]) =>
          [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(encodeURIComponent(word))].some(
            form => bytes.includes(form),
          ),
        )
        .map(([kind]) => `${kind} in ${path.slice(dataDir.length)}`);
    });
  }

  test('a whole session leaves no word in clear, and talks to this machine alone', async () => {
    const window = await WindowPage.open(browser, jarvis.link);
    await eventually(async () => expect(await window.modelButton.innerText()).toContain('storyteller'));
    expect(await window.ask(`Connaissez-vous la ${secrets.typed} ?`)).toContain(secrets.answered);
    await window.page.getByTestId('edit').click();
    await window.page.getByTestId('edit-field').fill(`Et le ${secrets.edited} ?`);
    await window.page.getByTestId('edit-field').press('Enter');
    await window.page.getByText(secrets.edited).waitFor();
    await window.settled();
    await window.conversationMenu(secrets.typed, 'Renommer');
    await window.page.getByTestId('rename').fill(`Le ${secrets.title}`);
    await window.page.getByTestId('rename').press('Enter');
    await window.ask(`Note que le ${secrets.note} est mûr`);
    await window.ask(`Ajoute ${secrets.listItem} à la liste de courses`);
    await window.ask(`Souviens-toi que ma tante s’appelle ${secrets.fact}`);
    await window.ask(`Mets un minuteur de 40 minutes pour le ${secrets.timer}`);
    await window.page.getByTestId('search').fill(secrets.searched);
    await window.page.getByText('Aucun message ne contient ces mots.').waitFor();
    await window.page.getByTestId('search').press('Escape');

    const client = await clientOf(dataDir);
    const tooLong = { turnId: newId(), conversationId: newId(), text: `${secrets.refused} `.repeat(20_000) };
    await expect(client.call('turn.ask', { ...tooLong, origin: 'typed' })).rejects.toThrow('input.too-long');
    await expect(
      client.call('conversation.import', { text: `{"${secrets.imported}": "${secrets.imported}"` }),
    ).rejects.toThrow('import.malformed');
    await client.call('model.addServer', {
      label: 'Second',
      address: `${model.address}/v1`,
      key: secrets.key,
    });
    model.answer = () => ({ text: '', refusal: { status: 400, error: `${secrets.failedModel} error` } });
    await window.newConversation();
    await window.send(`Encore une ${secrets.typed}`);
    await window.lastAnswer.getByRole('alert').waitFor();
    model.answer = () => ({ text: `Un ${secrets.answered}.` });
    const asked = await runCommand(dataDir, ['ask', `Que dit le ${secrets.terminal} ?`]);
    expect(asked).toMatchObject({ status: 0, stdout: expect.stringContaining(secrets.answered) });
    await client.call('doctor.run', {}, { limitMs: 60_000 });
    expect(model.requests.some(({ headers }) => headers.authorization === `Bearer ${secrets.key}`)).toBe(
      true,
    );
    client.close();
    expect(window.faults).toEqual([]);

    // What a crash leaves behind is looked at as well as what a clean end does.
    await jarvis.kill();
    expect(leaks(filesOf(dataDir))).toEqual([]);
    jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
    const again = await WindowPage.open(browser, await linkOf(dataDir));
    await again.conversation(secrets.title).waitFor();
    await again.close();
    expect(await jarvis.stop()).toBe(0);
    const files = filesOf(dataDir);
    expect(leaks(files)).toEqual([]);
    expect(Object.values(secrets).filter(word => jarvis.output().includes(word))).toEqual([]);
    const logged = files.filter(path => path.includes('/logs/')).map(path => readFileSync(path, 'utf8'));
    expect(logged.join('')).toMatch(/import\.malformed[\s\S]*model\.refused/);

    expect(looks).toBeGreaterThan(20);
    expect(remotes.size).toBeGreaterThan(0);
    expect([...remotes].filter(remote => !staysHere(remote))).toEqual([]);
  });

  test('the looks above would see a leak', () => {
    const path = join(dataDir, 'leak');
    writeFileSync(path, Buffer.from(`…${secrets.typed}…`, 'utf16le'));
    expect(leaks([path])).toEqual(['typed in /leak']);
    const [loopback, mapped, elsewhere] = ['0100007F', '0000000000000000FFFF00000100007F', '08080808'];
    expect([loopback, mapped, elsewhere].map(staysHere)).toEqual([true, true, false]);
    expect(staysHere('B80D0120000000000000000001000000')).toBe(false);
  });
});
