/** Debian's Chromium, in the place of the one inside Electron. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const flags = [
  '--headless=new',
  '--no-startup-window',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-features=HttpsUpgrades,PaintHolding,ThirdPartyStoragePartitioning',
  '--autoplay-policy=no-user-gesture-required',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--block-new-web-contents',
];

/** Resolves with the address of its DevTools; it ends with this process. */
export function startChromium(): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const extra = (process.env.STAND_IN_CHROMIUM_FLAGS ?? '').split('\n').filter(flag => flag !== '');
  const child = spawn(
    process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    [...flags, `--user-data-dir=${profile}`, ...extra],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  process.on('exit', () => {
    child.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', data => {
      said += data;
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', status => reject(new Error(`Chromium ended with ${status}: ${said.slice(-400)}`)));
    child.once('error', reject);
  });
}
