/**
 * The keys of the desktop program: sealed where the desktop keeps a key for it, under a passphrase where it does not, and
 * moved by one command so that the web host opens the same data. The password manager is a played one in the stand-in.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { newDataDir, removeDataDir, runCommand } from '../jarvis-program.ts';
import { launchShell, shellHost } from './shell-program.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await newDataDir();
});
afterEach(() => removeDataDir(dataDir));

const keyed = () => ({ JARVIS_SECRETS: '', STAND_IN_KEYRING: join(dataDir, 'played-keyring') });
const keyless = { JARVIS_SECRETS: '', DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
const jarvis = (args: readonly string[], env: Record<string, string> = {}) =>
  runCommand(dataDir, args, { env: { LANG: 'en_GB.UTF-8', JARVIS_SECRETS: '', ...env } });

async function open(env: Record<string, string>) {
  const shell = await launchShell({ dataDir, args: ['--no-welcome'], env });
  await shell.page.getByTestId('composer').waitFor();
  return shell;
}

/** The window closes under the key. */
const send = (page: Page): Promise<void> =>
  page.keyboard.press('Enter').catch((error: unknown) => {
    if (!page.isClosed()) throw error;
  });

const skipped = findChromium() === undefined || shellHost === 'electron';

describe.skipIf(skipped)(`the keys of the desktop program (${shellHost})`, () => {
  it('are sealed, move to a file for the web host and back, and the data open in both', async () => {
    const first = await open(keyed());
    expect((await jarvis(['ask', 'what is 6 times 7?'])).stdout).toContain('42');
    expect((await jarvis(['key', '--json'])).stdout.trim()).toBe('{"place":"desktop"}');
    await first.app.close();
    expect(readFileSync(join(dataDir, 'secrets.sealed.json'), 'utf8')).toContain(
      '"keeper": "gnome_libsecret"',
    );

    const shut = await jarvis(['export', '--all']);
    expect(shut.status).toBe(1);
    expect(shut.stderr).toMatch(/^secret\.in-desktop: /);
    expect(shut.stderr).toContain('jarvis key move --to');

    expect((await jarvis(['key', 'move', '--to', 'file'])).stdout).toContain('at its next start');
    const second = await open(keyed());
    await second.app.close();
    expect(existsSync(join(dataDir, 'secrets.sealed.json'))).toBe(false);
    expect((await jarvis(['export', '--all'])).stdout).toContain('what is 6 times 7?');

    const third = await open(keyed());
    expect((await jarvis(['key', 'move', '--to', 'desktop'])).stdout).toContain('Done');
    expect((await jarvis(['export', '--all'])).stdout).toContain('what is 6 times 7?');
    await third.app.close();
    expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false);
    expect((await jarvis(['profile', 'list'])).stderr).toMatch(/^secret\.in-desktop: /);
  }, 180_000);

  it('are asked a passphrase for where the desktop keeps none, and again when it is wrong', async () => {
    const first = await launchShell({ dataDir, args: ['--no-welcome'], env: keyless });
    await first.page.getByText('has no keychain').waitFor();
    expect(await first.page.locator('script').count()).toBe(0);
    await first.page.getByLabel('Your passphrase').fill('open sesame');
    const main = first.app.waitForEvent('window', { predicate: page => page !== first.page });
    await send(first.page);
    await (await main).getByTestId('composer').waitFor();
    await first.app.close();
    expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false);
    expect((await jarvis(['key', '--json'], { JARVIS_PASSPHRASE: 'open sesame' })).stdout).toContain(
      'passphrase',
    );

    const second = await launchShell({ dataDir, args: ['--no-welcome'], env: keyless });
    await second.page.getByText('is under a passphrase').waitFor();
    await second.page.getByLabel('Your passphrase').fill('open barley');
    const again = second.app.waitForEvent('window', { predicate: page => page !== second.page });
    await send(second.page);
    const asked = await again;
    await asked.getByRole('alert').waitFor();
    await asked.getByLabel('Your passphrase').fill('open sesame');
    const opened = second.app.waitForEvent('window', { predicate: page => page !== asked });
    await send(asked);
    await (await opened).getByTestId('composer').waitFor();
    await second.app.close();
  }, 180_000);
});
