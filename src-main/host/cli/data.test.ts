/** What the command line does with data: export, import, profiles, models, inspection, diagnosis. */
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScriptedServer } from '../../../test/fixtures/model-servers/scripted-server.ts';
import { runCli } from './cli-fixture.ts';

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jarvis-data-'));
  dataDir = join(folder, 'data');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (args: readonly string[], input = '') => runCli(args, { dataDir, input });

describe('export and import', () => {
  it('carry a conversation into another Jarvis', async () => {
    await run(['ask', 'what is 12 times 8']);
    const file = join(folder, 'all.json');
    const written = await run(['export', '--all', '--out', file]);
    expect(written).toMatchObject({ status: 0, stdout: '', stderr: `Written: ${file}\n` });
    expect((await stat(file)).mode & 0o077).toBe(0);
    const conversationsOf = (text: string) => JSON.parse(text).conversations;
    const { stdout } = await run(['export', '--all']);
    expect(conversationsOf(await readFile(file, 'utf8'))).toEqual(conversationsOf(stdout));

    const other = join(folder, 'other');
    const imported = await runCli(['import', file], { dataDir: other });
    expect(imported).toMatchObject({ status: 0, stdout: 'Conversations imported: 1; messages: 2.\n' });
    const markdown = await runCli(['export', '--all', '--format', 'markdown'], { dataDir: other });
    expect(markdown.stdout).toContain('what is 12 times 8');
    expect(markdown.stdout).toContain('96');
    const again = await runCli(['import', '-', '--lang', 'fr'], { dataDir: other, input: markdown.stdout });
    expect(again.stdout).toBe('Conversations reprises : 1 ; messages : 2.\n');
  });

  it('refuse what is no export and where nothing can be written', async () => {
    const bad = join(folder, 'bad.json');
    await writeFile(bad, '{"not": "ours"');
    expect(await run(['import', bad])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('import.malformed: '),
    });
    expect(await run(['export', '--all', '--out', join(folder, 'nowhere', 'x.json')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('host.file-unwritable: Cannot write to '),
    });
    expect(await run(['export', 'no-such-id'])).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('profile', () => {
  it('adds, lists and changes profiles', async () => {
    expect((await run(['profile', 'add', 'Marie', '--lang', 'fr'])).stdout).toBe('Profil ajouté : Marie\n');
    expect((await run(['profile', 'use', 'marie'])).stdout).toBe('Profile in use: Marie\n');
    expect((await run(['profile', 'list'])).stdout).toMatch(/^\* Marie {2}\(fr\)/m);
    const { profiles, activeId } = JSON.parse((await run(['profile', 'list', '--json'])).stdout);
    expect(profiles.find((one: { id: string }) => one.id === activeId)).toMatchObject({
      name: 'Marie',
      language: 'fr',
    });
    expect((await run(['export', '--all'])).stdout).not.toContain('12 times 8');
    expect(await run(['profile', 'use', 'nobody'])).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('model', () => {
  it('adds a server by its address, lists, chooses and removes it', async () => {
    const server = await ScriptedServer.start({ protocol: 'openai' });
    const [first] = server.models;
    expect(
      await run(['model', 'add', `${server.address}/v1`, '--label', 'Shed', '--key', 'k-1']),
    ).toMatchObject({
      ...{ status: 0, stdout: 'Added: Shed\n', stderr: '' },
    });
    const listed = (await run(['model', 'list'])).stdout;
    expect(listed).toContain('Shed');
    expect(listed).toContain(first?.name);
    expect((await run(['model', 'use', `Shed/${first?.name}`])).status).toBe(0);
    const { active, backends } = JSON.parse((await run(['model', 'list', '--json'])).stdout);
    expect(active.model).toBe(first?.name);
    expect(JSON.stringify(backends)).not.toContain('k-1');
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer k-1');
    expect((await run(['model', 'remove', 'Shed'])).stdout).toBe('Removed: Shed\n');
    expect((await run(['model', 'list'])).stdout).not.toContain('Shed');
    await server.close();
  });

  it('refuses a file that is no model', async () => {
    const file = join(folder, 'picture.gguf');
    await writeFile(file, 'not a model at all');
    expect(await run(['model', 'add', file])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^model\.not-gguf: /),
    });
  });
});

describe('inspect intent', () => {
  it('answers each line in order, with the id copied, and opens nothing', async () => {
    const lines = [
      '{"id": 7, "text": "mets un minuteur de dix minutes", "lang": "fr"}',
      'I remember that film',
      '',
      '{"id": "x", "text": "remind me to call Paul tomorrow at 8 am"}',
    ];
    const dir = join(folder, 'untouched');
    const { status, stdout, stderr } = await runCli(
      ['inspect', 'intent', '--now', '2026-11-21T10:00', '--zone', 'Europe/Paris'],
      { dataDir: dir, input: `${lines.join('\n')}\n` },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const answers = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(answers).toHaveLength(4);
    expect(answers[0]).toMatchObject({ id: 7, intent: 'timer.set', slots: { seconds: 600 } });
    expect(answers[1]).toMatchObject({ intent: 'none' });
    expect(answers[1]).not.toHaveProperty('id');
    expect(answers[2]).toMatchObject({ intent: 'none' });
    expect(answers[3]).toMatchObject({
      id: 'x',
      intent: 'reminder.set',
      slots: { when: '2026-11-22T08:00' },
    });
    for (const { confidence } of answers) expect(confidence >= 0 && confidence <= 1).toBe(true);
    await expect(stat(dir)).rejects.toThrow('ENOENT');
  });

  it('names the line that is no JSON', async () => {
    const { status, stderr } = await run(['inspect', 'intent'], '{"text": broken\n');
    expect(status).toBe(2);
    expect(stderr).toContain('{"text": broken');
  });
});

describe('doctor', () => {
  it('checks every part, with a status that says how bad it is', async () => {
    const { status, stdout } = await run(['doctor', '--json', '--lang', 'en']);
    const { state, checks } = JSON.parse(stdout);
    expect(status).toBe({ fine: 0, degraded: 1, broken: 2 }[state as 'fine']);
    const parts = checks.map(({ part }: { part: string }) => part);
    for (const part of ['node', 'memory', 'disk', 'store', 'secrets', 'wire']) expect(parts).toContain(part);
    for (const check of checks) {
      expect(check.meaning, check.part).not.toBe('');
      expect(typeof check.mend, check.part).toBe(check.state === 'fine' ? 'undefined' : 'string');
    }
  });

  it('still tells what is wrong when the core cannot start', async () => {
    const broken = join(folder, 'broken');
    await mkdir(broken);
    await writeFile(join(broken, 'settings.json'), '{"logLevel": 7}');
    const { status, stdout } = await runCli(['doctor'], { dataDir: broken });
    expect(status).toBe(2);
    expect(stdout).toMatch(/^broken +settings +The settings file is invalid/m);
    expect(stdout).toMatch(/^fine +node /m);
    expect(stdout).toContain('→ Correct it');
    const asked = await runCli(['ask', 'what time is it'], { dataDir: broken });
    expect(asked).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^settings\.invalid: /),
    });
  });
});

describe('a data folder that cannot be used', () => {
  const isRoot = process.getuid?.() === 0;
  it.skipIf(isRoot)('is told when it is read-only', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    const { status, stderr } = await runCli(['ask', 'what time is it'], { dataDir: closed });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^store\.read-only: /);
  });
  if (isRoot) console.warn('SKIPPED: running as root, whom a read-only folder does not stop.');

  it('is not opened by a second command at the same time', async () => {
    const dir = join(folder, 'shared');
    const runs = await Promise.all([1, 2, 3].map(() => runCli(['export', '--all'], { dataDir: dir })));
    for (const { status, stderr } of runs) {
      if (status === 0) expect(stderr).toBe('');
      else expect(stderr).toMatch(/^store\.locked: /);
    }
    expect(runs.some(({ status }) => status === 0)).toBe(true);
  });
});

describe('scripts/jarvis.mjs', () => {
  it('runs the same command line from any folder', () => {
    const script = new URL('../../../scripts/jarvis.mjs', import.meta.url).pathname;
    const said = execFileSync(process.execPath, [script, 'where', '--data-dir', folder], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said).toContain(join(folder, 'logs'));
  });
});
