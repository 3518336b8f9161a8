/** What the desktop program is held against: Chromium with an empty page, and the same shell with an empty program. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, chromium, type ElectronApplication } from 'playwright-core';
import { browserArguments } from '../../test/browser.ts';
import { shellBinary } from '../../test/test-host.ts';

/** One field, which can be written in: the least that could be called usable. */
const html = '<!doctype html><title>Empty</title><input autofocus>';
const main = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1180, height: 780 });
  void window.loadURL('data:text/html,' + encodeURIComponent(${JSON.stringify(html)}));
});`;

export const rounds = Number(process.env.JARVIS_BENCH_ROUNDS ?? 8);

export interface Started {
  /** Of the process that everything else of it comes from. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Resolves once its field can be written in. */
export async function startChromium(executablePath: string): Promise<Started> {
  const profile = mkdtempSync(join(tmpdir(), 'jarvis-empty-'));
  const server = await chromium.launchServer({ executablePath, args: [...browserArguments] });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage();
  await page.setContent(html);
  await page.locator('input').waitFor();
  return {
    pid: server.process().pid ?? 0,
    stop: async () => {
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

export async function startEmptyProgram(): Promise<Started & { readonly app: ElectronApplication }> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-empty-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), main);
  const app = await _electron.launch({
    executablePath: shellBinary,
    args: [folder],
    env: {
      ...(process.env as Record<string, string>),
      STAND_IN_NODE: process.execPath,
      XDG_CONFIG_HOME: folder,
    },
  });
  await (await app.firstWindow()).locator('input').waitFor();
  return {
    app,
    pid: app.process().pid ?? 0,
    stop: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
