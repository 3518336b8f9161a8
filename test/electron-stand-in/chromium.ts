/** Debian's Chromium, in the place of the one inside Electron. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Writable } from 'node:stream';

const flags = [
  '--headless=new',
  '--no-startup-window',
  '--remote-debugging-port=0',
  // It ends with the pipe, as Electron's processes end with the main one, however that ended.
  '--remote-debugging-pipe',
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
  '--password-store=basic',
  '--autoplay-policy=no-user-gesture-required',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--disable-popup-blocking',
  '--block-new-web-contents',
];

/** Of Node or of whoever drives the app, and none of Chromium's business here. */
const notItsOwn = /^--(?:inspect|remote-debugging|no-sandbox|disable-warning)/;

export interface StartedChromium {
  /** Of its DevTools. */
  readonly address: string;
  /** Lets it write down what pages keep, and end. */
  stop(): Promise<void>;
}

/** `profile`: the folder in which its pages keep their things. `switches`: those that the app was started with. */
export function startChromium(profile: string, switches: readonly string[]): Promise<StartedChromium> {
  mkdirSync(profile, { recursive: true });
  const extra = (process.env.STAND_IN_CHROMIUM_FLAGS ?? '').split('\n').filter(flag => flag !== '');
  const passed = switches.filter(one => one.startsWith('--') && !notItsOwn.test(one));
  const child = spawn(
    process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    [...flags, `--user-data-dir=${profile}`, ...passed, ...extra],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  process.on('exit', () => child.kill('SIGKILL'));
  const stop = async (): Promise<void> => {
    (child.stdio[3] as Writable | null)?.write('{"id":1,"method":"Browser.close"}\0');
    const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(impatient);
  };
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', data => {
      said += data;
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(said);
      if (found?.[1]) resolve({ address: found[1], stop });
    });
    child.once('exit', status => reject(new Error(`Chromium ended with ${status}: ${said.slice(-400)}`)));
    child.once('error', reject);
  });
}
