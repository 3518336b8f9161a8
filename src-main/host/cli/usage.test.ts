/** What the command line says of itself, and how it refuses what it does not understand. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { runCli } from './cli-fixture.ts';
import { runCommandLine } from './run-command.ts';
import { openTerminal, withoutControls } from './terminal.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jarvis-cli-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Without a process of its own, for what is refused before anything is opened. */
async function runInside(args: readonly string[]) {
  const collect = () => {
    let text = '';
    const stream = new Writable({
      write: (piece, _encoding, done) => {
        text += String(piece);
        done();
      },
    });
    return { stream, text: () => text };
  };
  const [stdout, stderr] = [collect(), collect()];
  const streams = { stdin: Readable.from([]), stdout: stdout.stream, stderr: stderr.stream } as never;
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8');
  const status = await runCommandLine(args, openTerminal(streams, {}), () => () => undefined);
  vi.unstubAllEnvs();
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

describe('jarvis', () => {
  it('explains itself in the language of the terminal, or the one asked for', async () => {
    const english = await runCli(['--help'], { dataDir });
    expect(english).toMatchObject({ status: 0, stderr: '' });
    for (const command of [
      'ask',
      'chat',
      'doctor',
      'export',
      'import',
      'memory',
      'model',
      'profile',
      'where',
      'inspect',
    ]) {
      expect(english.stdout).toContain(`\n  ${command} `);
    }
    const french = await runCli(['--help'], { dataDir, env: { LANG: 'fr_FR.UTF-8' } });
    expect(french.stdout).toContain('pose une question');
    expect((await runCli(['ask', '--help', '--lang', 'fr'], { dataDir })).stdout).toBe(french.stdout);
  });

  it('tells its version', async () => {
    expect(await runCli(['--version'], { dataDir })).toEqual({
      ...{ status: 0, stdout: `${packageJson.version}\n`, stderr: '' },
    });
  });

  it('shows its help and fails where no command is given', async () => {
    expect(await runCli([], { dataDir })).toMatchObject({ status: 2, stderr: '' });
  });

  it.each([
    [['nope'], 'nope'],
    [['--nope'], '--nope'],
    [['where', '--nope'], '--nope'],
    [['where', 'surplus'], 'surplus'],
    [['where', '--lang', 'xx'], '--lang xx'],
    [['where', '--lang'], '--lang'],
    [['model'], 'list, add, use, remove'],
    [['model', 'toString'], 'list, add, use, remove'],
    [['profile', 'drop'], 'list, add, use'],
    [['profile', 'add'], 'NAME'],
    [['import'], 'FILE'],
    [['import', 'a', 'b'], 'b'],
    [['export'], '--all'],
    [['export', '--all', 'id'], '--all'],
    [['export', '--all', '--format', 'xml'], '--format xml'],
    [['inspect', 'mind'], 'intent'],
    [['inspect', 'intent', '--zone', 'Mars/Olympus'], '--zone Mars/Olympus'],
    [['inspect', 'intent', '--now', 'soon'], '--now soon'],
    [['memory'], 'search, facts, show'],
    [['memory', 'search'], 'WORDS'],
    [['memory', 'search', 'x', '--limit', '0'], '--limit 0'],
    [['memory', 'show'], 'ID'],
    [['memory', 'edit', 'id'], 'ID VALUE'],
    [['memory', 'forget'], 'WORDS | ID'],
    [['memory', 'export', '--format', 'xml'], '--format xml'],
    [['memory', 'import'], 'FILE'],
    [['memory', 'private', 'maybe'], 'private maybe'],
    [['memory', 'settings', 'retention', '0'], 'settings retention 0'],
    [['memory', 'settings', 'affect', 'often'], 'settings affect often'],
    [['update', 'soon'], 'status, check, install'],
    [['update', 'check', 'now'], 'now'],
    [['update', 'skip'], 'VERSION'],
    [['knowledge', 'pause', 'all'], 'all'],
    [['key', 'move', '--to', 'pocket'], '--to pocket'],
    [['ledger', '--days', '0'], '--days 0'],
    [['settings', 'toString'], 'list, get, set, reset'],
    [['constructor'], 'constructor'],
  ])('refuses %j with one line, its mend, and status 2', async (args, named) => {
    const { status, stdout, stderr } = await runInside(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^host\.bad-option: .*\n {2}See "jarvis --help"\.\n$/);
    expect(stderr).toContain(named);
  });

  it('refuses an empty question', async () => {
    const { status, stderr } = await runCli(['ask', '--lang', 'fr'], { dataDir });
    expect(status).toBe(1);
    expect(stderr).toBe('input.empty: Le message est vide.\n  Écrivez quelque chose puis envoyez.\n');
  });

  it('refuses a file that is not there before it opens anything', async () => {
    const { status, stderr } = await runCli(['import', join(dataDir, 'missing.json')], { dataDir });
    expect(status).toBe(1);
    expect(stderr).toContain(
      `input.file-unreadable: This file cannot be read: ${join(dataDir, 'missing.json')}.`,
    );
  });

  it('says where everything is, and makes nothing', async () => {
    const { status, stdout } = await runCli(['where', '--json'], { dataDir: join(dataDir, 'new') });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      data: join(dataDir, 'new'),
      logs: join(dataDir, 'new', 'logs'),
      settings: join(dataDir, 'new', 'settings.json'),
    });
    const given = await runCli(['--data-dir', dataDir, 'where'], { dataDir: '/elsewhere' });
    expect(given.stdout).toContain(`logs             ${join(dataDir, 'logs')}\n`);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('takes the options of every command before, between and behind the words of one', async () => {
    const place = ['--data-dir', dataDir];
    for (const args of [
      [...place, 'model', 'nonsense'],
      ['model', ...place, 'nonsense'],
      ['model', 'nonsense', ...place],
    ]) {
      const { status, stderr } = await runCli(args, { dataDir: '/elsewhere' });
      expect(status).toBe(2);
      expect(stderr).toContain('model nonsense (list, add, use, remove, ');
    }
  });
});

describe('the terminal', () => {
  it('lets no control character of an answer through', () => {
    expect(withoutControls('a\u001b]0;title\u0007b\u009b2Jc\r\n\td\u0000é')).toBe('a]0;titleb2Jc\n\tdé');
  });

  it('colours nothing where no person watches, or none is wanted', () => {
    const streams = (isTTY: boolean) => {
      const stream = { isTTY, on: () => undefined, write: () => true };
      return { stdin: stream, stdout: stream, stderr: stream } as never;
    };
    expect(openTerminal(streams(true), {}).styled('red', 'x')).toBe('\u001b[31mx\u001b[0m');
    expect(openTerminal(streams(true), { NO_COLOR: '1' }).styled('red', 'x')).toBe('x');
    expect(openTerminal(streams(true), { TERM: 'dumb' }).styled('red', 'x')).toBe('x');
    expect(openTerminal(streams(false), {}).styled('red', 'x')).toBe('x');
  });
});
