/** A start that cannot be: one clear line with its code, one with the mend, a status that tells, and no file touched. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../src-main/adapters/store/connect.ts';
import { newId } from '../src-main/domain/id.ts';
import { clientOf } from './core-client.ts';
import { newDataDir, removeDataDir, runJarvis, startJarvis } from './jarvis-program.ts';

let root: string;
let sound: string;
let copies = 0;

beforeAll(async () => {
  root = await newDataDir();
  sound = join(root, 'sound');
  const jarvis = await startJarvis({ dataDir: sound });
  const client = await clientOf(sound);
  const turn = { turnId: newId(), conversationId: newId(), text: 'Combien font 6 fois 7 ?' };
  await client.call('turn.ask', { ...turn, origin: 'typed' });
  client.close();
  await jarvis.stop();
}, 60_000);
afterAll(() => removeDataDir(root));

function copy(): string {
  const folder = join(root, `copy${++copies}`);
  cpSync(sound, folder, { recursive: true });
  return folder;
}
const databaseOf = (folder: string): string =>
  join(folder, 'profiles', readdirSync(join(folder, 'profiles'))[0] ?? '', 'jarvis.db');

interface SecretFile {
  readonly version: number;
  secrets: Record<string, string>;
}
const secretsPath = (folder: string): string => join(folder, 'secrets.json');
const readSecrets = (folder: string): SecretFile => JSON.parse(readFileSync(secretsPath(folder), 'utf8'));
const keyOf = (folder: string): Buffer =>
  Buffer.from(Object.values(readSecrets(folder).secrets)[0] ?? '', 'base64');

/** Every file with its digest; the log, the lock, and SQLite's index of a log with nothing in it are no data. */
function digests(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name => !/^logs|^instance|-shm$/.test(name) && statSync(join(folder, name)).isFile(),
  );
  const isData = (name: string): boolean => !name.endsWith('-wal') || statSync(join(folder, name)).size > 0;
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(
    names
      .filter(isData)
      .sort()
      .map(name => [name, digest(name)]),
  );
}

async function expectRefusal(folder: string, code: string, args: readonly string[] = []): Promise<void> {
  const before = digests(folder);
  const run = await runJarvis({ dataDir: folder, args });
  expect(run.stdout).toBe('');
  const [first, second, ...others] = run.stderr.trimEnd().split('\n');
  expect(first).toMatch(new RegExp(`^${code.replace('.', '\\.')}: \\S.*[.!]$`));
  expect(first).not.toMatch(/\{\w+\}|undefined/);
  expect(second).toMatch(/^ {2}\S.*[.!]$/);
  expect(others).toEqual([]);
  expect(run.status).toBe(code === 'host.bad-option' ? 2 : 1);
  expect(digests(folder)).toEqual(before);
}

test('the port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const folder = copy();
  await expectRefusal(folder, 'host.port-taken', ['--port', `${port}`]);
  server.close();
  // Nothing of the refused start stands in the way of the next one.
  const jarvis = await startJarvis({ dataDir: folder });
  expect(await jarvis.stop()).toBe(0);
});

test.each([[['--nope']], [['--port', '70000']], [['--port', 'abc']], [['surplus']]])(
  'the option %j is none',
  args => expectRefusal(copy(), 'host.bad-option', args),
);

test('the key is another one, or is gone, or its file is damaged', async () => {
  const folder = copy();
  const secrets = readSecrets(folder);
  const [name = ''] = Object.keys(secrets.secrets);
  const write = (content: string) => writeFileSync(secretsPath(folder), content, { mode: 0o600 });
  write(JSON.stringify({ ...secrets, secrets: { [name]: Buffer.alloc(32, 7).toString('base64') } }));
  await expectRefusal(folder, 'store.wrong-key');
  write(JSON.stringify({ ...secrets, secrets: {} }));
  await expectRefusal(folder, 'secret.key-missing');
  write('{"version": 1, "secr');
  await expectRefusal(folder, 'secret.damaged');
  write(JSON.stringify(secrets));
  expect(await (await startJarvis({ dataDir: folder })).stop()).toBe(0);
});

test('the database comes from a newer Jarvis', async () => {
  const folder = copy();
  const database = connect(databaseOf(folder), keyOf(folder), {});
  database.pragma('user_version = 999');
  database.close();
  await expectRefusal(folder, 'store.newer');
});

test('the database is cut short', async () => {
  const folder = copy();
  const path = databaseOf(folder);
  for (const share of [0.7, 0.3, 0]) {
    truncateSync(path, Math.floor(statSync(path).size * share));
    await expectRefusal(folder, 'store.damaged');
  }
});

test('the settings are not what they should be', async () => {
  const folder = copy();
  for (const content of ['{"logLevel": 7}', '{"unknown": true}', '{', '[]']) {
    writeFileSync(join(folder, 'settings.json'), content);
    await expectRefusal(folder, 'settings.invalid');
  }
});

test('the list of profiles is damaged', async () => {
  const folder = copy();
  writeFileSync(join(folder, 'profiles.json'), '[{]');
  await expectRefusal(folder, 'settings.invalid');
});

test('the data folder cannot be written to', async context => {
  const folder = join(root, 'read-only');
  mkdirSync(folder);
  const mount = (...args: string[]) => execFileSync('/bin/mount', args, { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', 'tmpfs', folder);
  } catch (error) {
    console.warn(`SKIPPED: a read-only folder needs the right to mount (${String(error).split('\n')[0]})`);
    return context.skip();
  }
  try {
    cpSync(sound, folder, { recursive: true });
    mount('-o', 'remount,ro', folder);
    await expectRefusal(folder, 'store.read-only');
  } finally {
    execFileSync('/bin/umount', ['-l', folder]);
  }
});
