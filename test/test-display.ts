/** A display of its own with keys that can be pressed: Xvfb and xdotool. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const isThere = (name: string): boolean =>
  ['/usr/bin', '/usr/local/bin'].some(folder => existsSync(`${folder}/${name}`));

/** False, with one loud line, where the machine has not the programs. */
export function canPressKeys(): boolean {
  const can = process.platform === 'linux' && isThere('Xvfb') && isThere('xdotool');
  if (!can)
    console.warn('SKIPPED: no Xvfb or no xdotool on this machine; keys of other programs are not tried');
  return can;
}

export interface TestDisplay {
  /** As DISPLAY names it. */
  readonly name: string;
  /** In this order. */
  down(...keys: readonly string[]): void;
  /** In the opposite order. */
  up(...keys: readonly string[]): void;
  /** Pressed and let go at once; `ctrl+alt+j`. */
  tap(...chords: readonly string[]): void;
  type(text: string): void;
  close(): void;
}

export async function openTestDisplay(): Promise<TestDisplay> {
  const xvfb = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '640x480x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  process.once('exit', () => void xvfb.kill('SIGKILL'));
  const told = xvfb.stdio[3] as NodeJS.ReadableStream;
  const name = await new Promise<string>((resolve, reject) => {
    told.once('data', number => resolve(`:${String(number).trim()}`));
    xvfb.once('exit', () => reject(new Error('Xvfb ended')));
    xvfb.once('error', reject);
  });
  const press = (...args: readonly string[]): void =>
    void execFileSync('xdotool', [...args], { env: { ...process.env, DISPLAY: name } });
  return {
    name,
    down: (...keys) => press(...keys.flatMap(key => ['keydown', key])),
    up: (...keys) => press(...keys.toReversed().flatMap(key => ['keyup', key])),
    tap: (...chords) => press('key', ...chords),
    type: text => press('type', '--delay', '1', text),
    close: () => void xvfb.kill('SIGKILL'),
  };
}
