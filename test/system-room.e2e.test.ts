/** The room of the program itself: what it finds, what it measured, every byte that it sent, its log. */
import { connect as connectTo, createServer, type Server } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { clientOf } from './core-client.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, runCommand, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();

/** Lies between Jarvis and a server, and counts what passes. */
class CountingWire {
  out = 0;
  back = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async before(address: string): Promise<CountingWire> {
    const { hostname, port } = new URL(address);
    const wire: CountingWire = new CountingWire(
      createServer(inside => {
        const outside = connectTo(Number(port), hostname);
        inside.on('data', data => {
          wire.out += data.length;
          outside.write(data);
        });
        outside.on('data', data => {
          wire.back += data.length;
          inside.write(data);
        });
        for (const [one, other] of [
          [inside, outside],
          [outside, inside],
        ] as const) {
          one.on('close', () => other.destroy());
          one.on('error', () => other.destroy());
        }
      }),
    );
    await new Promise<void>(resolve => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get host(): string {
    const address = this.#server.address();
    return `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  close(): void {
    this.#server.close();
  }
}

describe.skipIf(chromium === undefined)('the room of the program itself', () => {
  let dataDir: string;
  let jarvis: JarvisProgram;
  let browser: Browser;
  let window: WindowPage;
  let model: ScriptedServer;
  let wire: CountingWire;

  beforeAll(async () => {
    dataDir = await newDataDir();
    model = await ScriptedServer.start({ protocol: 'ollama' });
    model.answer = () => ({ text: 'Une réponse de quelques mots. '.repeat(20), tokensPerSecond: 200 });
    wire = await CountingWire.before(model.address);
    jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: wire.host } });
    browser = await launchBrowser(chromium ?? '');
    window = await WindowPage.open(browser, jarvis.link);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await jarvis.stop();
    wire.close();
    await model.close();
    await removeDataDir(dataDir);
  });

  const show = async (part: string): Promise<void> => {
    await window.enter('system');
    await window.page.getByRole('radio', { name: part }).click();
  };

  test('every byte to and from the model is in the ledger, and none left this computer', async () => {
    await eventually(async () =>
      expect(await window.modelButton.first().innerText()).toContain('storyteller'),
    );
    expect(await window.ask('Raconte une histoire de phare.')).toContain('quelques mots');
    const client = await clientOf(dataDir);
    await eventually(async () => {
      const { here, out } = await client.call('system.ledger', { days: 1 });
      expect([here.bytesOut, here.bytesIn]).toEqual([wire.out, wire.back]);
      expect(out).toEqual({ requests: 0, bytesOut: 0, bytesIn: 0 });
    });
    const { entries } = await client.call('system.ledger', { days: 1 });
    const asked = entries.find(({ purpose }) => purpose === 'generate');
    expect(asked).toMatchObject({ host: wire.host, orderedBy: 'you', isHere: true, requests: 1 });
    expect(asked?.bytesIn).toBeGreaterThan(1000);
    client.close();

    await show('Réseau');
    await eventually(async () =>
      expect(await window.page.getByTestId('ledger-out').innerText()).toMatch(/^0 octets/),
    );
    await window.page
      .getByText(/Dans cet ordinateur/)
      .first()
      .click();
    await window.page.getByTestId('ledger-entry').filter({ hasText: 'faire écrire un modèle' }).waitFor();

    const { stdout } = await runCommand(dataDir, ['ledger', '--json']);
    const rows = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { bytesOut: number; host: string });
    expect(new Set(rows.map(({ host }) => host))).toEqual(new Set([wire.host]));
    // It may have looked for models once more meanwhile.
    expect(rows.reduce((sum, { bytesOut }) => sum + bytesOut, 0)).toBeGreaterThanOrEqual(
      asked?.bytesOut ?? 1,
    );
    expect((await runCommand(dataDir, ['ledger'])).stdout).toMatch(
      /Sorti de cet ordinateur depuis le .* : 0/,
    );
  });

  test('what was measured is drawn, and stands in a table', async () => {
    await show('Mesures');
    const chart = window.page.locator('[data-measure=tokens_per_second]');
    await chart.locator('canvas').waitFor();
    await chart.getByText('En tableau').click();
    await eventually(async () => expect(await chart.getByRole('row').count()).toBe(2));
    expect(await chart.getByRole('row').last().innerText()).toMatch(/par seconde/);
    for (const span of ['une heure', 'un an']) {
      await window.page.getByRole('radio', { name: span }).click();
      await chart.locator('canvas').waitFor();
    }
  });

  test('a finding offers its mend, which is done, and everything is tried again', async () => {
    await show('Santé');
    await window.page.getByTestId('health-check').first().waitFor();
    const parts = window.page.getByTestId('parts');
    await eventually(async () => expect(await parts.innerText()).toMatch(/Cœur\s+[\d,]+ Mo/));
    // The doctor had the voice say a word.
    await eventually(async () => expect(await parts.innerText()).toMatch(/Voix\s+[\d,]+ Mo/));
    const { port } = model;
    await model.close();
    await window.page.getByRole('button', { name: 'Vérifier à nouveau' }).click();
    const finding = window.page.getByTestId('health-check').filter({ hasText: 'ollama' });
    const again = finding.getByRole('button', { name: 'Chercher à nouveau' });
    await again.waitFor();
    model = await ScriptedServer.start({ port: port, protocol: 'ollama' });
    await again.click();
    await eventually(async () => expect(await finding.innerText()).toMatch(/^bon/));
    await again.waitFor({ state: 'detached' });
  });

  test('the log is searched, newest first, and holds no word of the conversation', async () => {
    await show('Journal');
    const lines = window.page.getByTestId('log-line');
    await lines.filter({ hasText: 'turn.ended' }).first().waitFor();
    const text = (await lines.allInnerTexts()).join('\n');
    expect(text).not.toMatch(/phare|quelques mots/);
    await window.page.getByRole('searchbox', { name: 'Chercher dans le journal' }).fill('app.ready');
    await eventually(async () =>
      expect(await lines.allInnerTexts()).toEqual([expect.stringContaining('app.ready')]),
    );
    expect(window.faults).toEqual([]);
  });

  test('what was sent and measured is still known after the program ended', async () => {
    await jarvis.stop();
    const { stdout } = await runCommand(dataDir, ['ledger', '--json', '--days', '7']);
    expect(stdout).toContain('"purpose":"generate"');
  });
});
