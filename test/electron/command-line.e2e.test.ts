/** The command line while the desktop program runs: it speaks with it, over a socket that nobody else may open. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { removeDataDir, runCommand } from '../jarvis-program.ts';
import { launchShell, type ShellProgram, shellHost, startShell } from './shell-program.ts';

const english = { env: { LANG: 'en_GB.UTF-8' } };

describe.skipIf(findChromium() === undefined)(
  `the command line beside the desktop program (${shellHost})`,
  () => {
    let shell: ShellProgram;
    beforeAll(async () => {
      shell = await startShell();
    }, 90_000);
    afterAll(async () => {
      await shell?.stop();
    });
    const jarvis = (...args: string[]) => runCommand(shell.dataDir, args, english);

    it('asks, and the window shows it', async () => {
      const { status, stdout, stderr } = await jarvis('ask', 'what is 15 % of 240?');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/36/);
      await shell.page.getByText('what is 15 % of 240?').first().waitFor();
    });

    it('reads the memory and checks every part, the line itself too', async () => {
      expect(await jarvis('memory', 'stats')).toMatchObject({ status: 0, stderr: '' });
      const { stdout } = await jarvis('doctor', '--json');
      const checks: { part: string; state: string }[] = JSON.parse(stdout).checks;
      expect(checks).toContainEqual(expect.objectContaining({ part: 'wire:local', state: 'fine' }));
    });

    it('lets nobody in by that socket who has not its token', async () => {
      const socket = join(shell.dataDir, 'command-line.sock');
      expect(statSync(socket).mode & 0o777).toBe(0o600);
      const note = JSON.parse(readFileSync(join(shell.dataDir, 'instance.json'), 'utf8'));
      expect(Object.keys(note).sort()).toEqual(['pid', 'socket', 'token']);
      const answer = await new Promise<string>(resolve => {
        const stranger = createConnection(socket);
        let said = '';
        stranger.on('data', data => {
          said += data;
        });
        stranger.on('close', () => resolve(said));
        stranger.write(
          'GET /wire HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
        );
      });
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    });
  },
);

describe.skipIf(findChromium() === undefined)(`after the desktop program (${shellHost})`, () => {
  it('was killed, the command line opens the data itself, and the next program listens again', async () => {
    const shell = await startShell();
    const { dataDir } = shell;
    const pid = await shell.app.evaluate(() => process.pid);
    const ended = new Promise(resolve => shell.app.process().once('exit', resolve));
    process.kill(pid, 'SIGKILL');
    await ended;
    expect(existsSync(join(dataDir, 'command-line.sock'))).toBe(true);
    const alone = await runCommand(dataDir, ['ask', 'what is 2 times 21?'], english);
    expect(alone).toMatchObject({ status: 0, stdout: expect.stringContaining('42') });
    const next = await launchShell({ dataDir, args: ['--no-welcome'] });
    await next.page.getByTestId('composer').waitFor();
    await expect
      .poll(() => runCommand(dataDir, ['profile', 'list'], english), { timeout: 30_000 })
      .toMatchObject({ status: 0 });
    await next.app.close();
    expect([
      existsSync(join(dataDir, 'command-line.sock')),
      existsSync(join(dataDir, 'instance.json')),
    ]).toEqual([false, false]);
    await removeDataDir(dataDir);
  }, 120_000);
});
