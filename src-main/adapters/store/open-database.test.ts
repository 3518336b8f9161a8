/** A database that cannot be used says why, and stays as it was. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../domain/id.ts';
import { openStore, type Store } from './open-store.ts';
import { createStoreFixture, type StoreFixture } from './store-fixture.ts';

let fixture: StoreFixture;
let path: string;
beforeEach(() => {
  fixture = createStoreFixture();
  path = fixture.options.path;
});
afterEach(() => fixture.remove());

const ask = (store: Store, text: string, conversationId = newId()) =>
  store.memory.appendUserMessage({
    id: newId(),
    turnId: newId(),
    conversationId,
    parent: 'head',
    text,
    origin: 'typed',
    createdAtMs: 1,
  });

/** Names and contents of everything in the profile's folder; SQLite's lock area may come and go. */
function snapshot(): Record<string, string> {
  const folder = dirname(path);
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => !name.endsWith('-shm') && statSync(join(folder, name)).isFile())
      .filter(name => !name.endsWith('-wal') || statSync(join(folder, name)).size > 0)
      .map(name => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

function expectRefusal(code: string, options = fixture.options): void {
  const before = snapshot();
  expect(() => openStore(options)).toThrow(expect.objectContaining({ code }));
  expect(snapshot()).toEqual(before);
}

async function fill(messages = 200): Promise<void> {
  const store = fixture.open();
  const conversation = newId();
  for (let number = 0; number < messages; number += 1) {
    await ask(store, `message ${number} ${randomBytes(60).toString('hex')}`, conversation);
  }
  store.close();
}

test('nothing of what was said can be read in the files', async () => {
  const store = fixture.open();
  await ask(store, 'hippopotame secret');
  const bytes = [path, `${path}-wal`].map(file => readFileSync(file).toString('latin1')).join('');
  expect(bytes).not.toContain('hippopotame');
  expect(bytes).not.toContain('SQLite format');
  expect(bytes).not.toContain('CREATE TABLE');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

describe('a wrong key', () => {
  test('is told from damage, and changes nothing', async () => {
    await fill(10);
    expectRefusal('store.wrong-key', { ...fixture.options, key: randomBytes(32) });
    expect(await fixture.open().memory.verify()).toEqual([]);
  });

  test('is told without the key check too, and leaves the log of a crash alone', async () => {
    const store = fixture.open();
    await ask(store, 'in the log only');
    const copy = join(fixture.folder, 'crashed', 'jarvis.db');
    mkdirSync(dirname(copy));
    for (const suffix of ['', '-wal']) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
    path = copy;
    expectRefusal('store.wrong-key', { ...fixture.options, path: copy, key: randomBytes(32) });
    const again = openStore({ ...fixture.options, path: copy });
    expect(await again.memory.search('log only', 5)).toHaveLength(1);
    again.close();
  });
});

describe('a damaged file', () => {
  test('is refused at whatever length it was cut', async () => {
    await fill();
    const whole = readFileSync(path);
    const lengths = [0, 1, 15, 16, 100, 4095, 4096, 4097, 8192, whole.length - 4096, whole.length - 1];
    for (let number = 0; number < 40; number += 1) lengths.push(Math.floor((whole.length * number) / 40));
    for (const length of lengths) {
      writeFileSync(path, whole.subarray(0, length));
      expectRefusal('store.damaged');
    }
    writeFileSync(path, whole);
    expect(await fixture.open().memory.verify()).toEqual([]);
  });

  test('that is gone while its key check is there is not begun anew', async () => {
    await fill(5);
    rmSync(path);
    expectRefusal('store.damaged');
    expect(existsSync(path)).toBe(false);
  });

  test('that is something else is refused', async () => {
    await fill(5);
    writeFileSync(path, 'This is a letter, not a database. '.repeat(500));
    expectRefusal('store.damaged');
    writeFileSync(path, randomBytes(40_960));
    expectRefusal('store.damaged');
  });

  test('with one flipped bit anywhere is found out, unless nothing is kept there', async () => {
    await fill();
    const whole = readFileSync(path);
    const texts = await allTexts();
    let found = 0;
    for (let number = 0; number < 60; number += 1) {
      const flipped = Buffer.from(whole);
      const position = Math.floor(((number + 0.5) * whole.length) / 60);
      flipped[position] = (flipped[position] ?? 0) ^ (1 << (number % 8));
      writeFileSync(path, flipped);
      if (await findsDamage()) found += 1;
      // Pages that are free hold nothing: then every word must be as it was.
      else expect(await allTexts(), `bit ${number % 8} of byte ${position}`).toEqual(texts);
    }
    expect(found).toBeGreaterThan(50);
  });

  async function allTexts(): Promise<readonly string[]> {
    const store = openStore(fixture.options);
    const texts: string[] = [];
    for await (const { messages } of store.memory.exportConversations('all')) {
      texts.push(...messages.map(message => message.text));
    }
    store.close();
    return texts;
  }

  async function findsDamage(): Promise<boolean> {
    try {
      const store = openStore(fixture.options);
      const findings = await store.memory.verify();
      store.close();
      return findings.length > 0;
    } catch (error) {
      expect(error).toMatchObject({ code: 'store.damaged' });
      return true;
    }
  }
});

test('a file of a newer program is refused', async () => {
  await fill(5);
  const { migrations } = await import('./migrations.ts');
  openStore({ ...fixture.options, migrations: [...migrations, () => undefined] }).close();
  expectRefusal('store.newer');
  expect(readdirSync(dirname(path))).toEqual(['backups', 'jarvis.db', 'jarvis.db.key-check']);
});

describe('an upgrade', () => {
  const addColumn = (database: { exec(sql: string): unknown }) =>
    database.exec('ALTER TABLE note ADD COLUMN colour TEXT');

  test('keeps a copy of the database as it was, encrypted, and the newest five of them', async () => {
    const { migrations } = await import('./migrations.ts');
    await fill(20);
    const steps = [...migrations];
    for (let number = 0; number < 7; number += 1) {
      steps.push(number === 0 ? addColumn : () => undefined);
      const clock = { ...fixture.options.clock, nowMs: () => Date.UTC(2026, 0, 1 + number) };
      openStore({ ...fixture.options, migrations: [...steps], clock }).close();
    }
    const backups = readdirSync(fixture.options.backupsDir).sort();
    expect(backups).toHaveLength(5);
    expect(backups[0]).toContain('20260103');
    const copy = join(fixture.options.backupsDir, backups[0] ?? '');
    expect(readFileSync(copy).toString('latin1')).not.toContain('CREATE TABLE');
    expect(() => openStore({ ...fixture.options, path: copy, key: randomBytes(32) })).toThrow();
    const restored = openStore({
      ...fixture.options,
      path: copy,
      migrations: steps.slice(0, migrations.length + 2),
    });
    expect(await restored.memory.verify()).toEqual([]);
    expect(await restored.memory.search('message', 50)).toHaveLength(20);
    restored.close();
  });

  test('that fails leaves everything at the old schema', async () => {
    const { migrations } = await import('./migrations.ts');
    await fill(5);
    const broken = () => {
      throw new Error('no');
    };
    const options = { ...fixture.options, migrations: [...migrations, addColumn, broken] };
    expect(() => openStore(options)).toThrow();
    expect(await fixture.open().memory.search('message', 10)).toHaveLength(5);
  });

  test('does not begin when the copy cannot be made', async () => {
    const { migrations } = await import('./migrations.ts');
    await fill(5);
    writeFileSync(fixture.options.backupsDir, 'in the way');
    expect(() => openStore({ ...fixture.options, migrations: [...migrations, addColumn] })).toThrow();
    expect(await fixture.open().memory.verify()).toEqual([]);
  });
});

test('a file that another process holds is locked', async () => {
  await fill(5);
  const program = `
    const { openStore } = await import(${JSON.stringify(new URL('./open-store.ts', import.meta.url).href)});
    const clock = { nowMs: () => 0, monotonicMs: () => 0, zone: () => 'UTC', after: () => () => undefined };
    openStore({ path: ${JSON.stringify(path)}, key: Buffer.from('${Buffer.from(fixture.options.key).toString('hex')}', 'hex'), backupsDir: '/nowhere', clock });
    console.log('open');
    setInterval(() => undefined, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(other.stdout, 'data');
    expectRefusal('store.locked');
  } finally {
    other.kill('SIGKILL');
    await once(other, 'exit');
  }
  expect(await fixture.open().memory.search('message', 10)).toHaveLength(5);
});

/** A file system of its own; undefined where this process may not mount one. */
function mountMemory(folder: string, options: string): (() => void) | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return () => execFileSync('/bin/umount', ['-l', folder]);
  } catch (error) {
    console.warn(`skipped: needs the right to mount a file system (${String(error).split('\n')[0]})`);
    return undefined;
  }
}

test('a full disk is named, what was saved is still there, and writing goes on once there is room', async context => {
  const folder = join(fixture.folder, 'small');
  const unmount = mountMemory(folder, 'size=1m,mode=0700');
  if (unmount === undefined) return context.skip();
  const options = {
    ...fixture.options,
    path: join(folder, 'jarvis.db'),
    backupsDir: join(folder, 'backups'),
  };
  const store = openStore(options);
  try {
    const saved: string[] = [];
    const write = async () => {
      for (;;) saved.push((await ask(store, randomBytes(3000).toString('base64'))).id);
    };
    await expect(write()).rejects.toMatchObject({ code: 'store.disk-full' });
    expect(saved.length).toBeGreaterThan(5);
    execFileSync('/bin/mount', ['-o', 'remount,size=8m', folder]);
    saved.push((await ask(store, 'room again')).id);
    for (const id of saved) await store.memory.getMessage(id);
    expect(await store.memory.verify()).toEqual([]);
  } finally {
    store.close();
    unmount();
  }
});

test('a disk full from the start is named', context => {
  const folder = join(fixture.folder, 'tiny');
  const unmount = mountMemory(folder, 'size=16k,mode=0700');
  if (unmount === undefined) return context.skip();
  try {
    const options = { ...fixture.options, path: join(folder, 'jarvis.db') };
    expect(() => openStore(options)).toThrow(expect.objectContaining({ code: 'store.disk-full' }));
  } finally {
    unmount();
  }
});

test('a read-only folder is named, old data or none', async context => {
  const folder = join(fixture.folder, 'sealed');
  const unmount = mountMemory(folder, 'size=8m,mode=0700');
  if (unmount === undefined) return context.skip();
  try {
    const options = { ...fixture.options, path: join(folder, 'old', 'jarvis.db') };
    const store = openStore(options);
    await ask(store, 'kept');
    store.close();
    execFileSync('/bin/mount', ['-o', 'remount,ro', folder]);
    expect(() => openStore(options)).toThrow(expect.objectContaining({ code: 'store.read-only' }));
    const fresh = { ...fixture.options, path: join(folder, 'new', 'jarvis.db') };
    expect(() => openStore(fresh)).toThrow(expect.objectContaining({ code: 'store.read-only' }));
  } finally {
    unmount();
  }
});

test('words that were purged or forgotten are in no page and not in the log', async () => {
  const store = fixture.open();
  const { conversationId } = await ask(store, 'hippopotamus zanzibariensis');
  await ask(store, 'something that stays');
  await store.organizer.addFact({ id: 'f', text: 'my safe opens with 4711', language: 'en', createdAtMs: 1 });
  await store.memory.deleteConversation(conversationId, 1);
  await store.memory.purgeDeleted(2);
  await store.organizer.deleteFact('f');
  expect(statSync(`${path}-wal`).size).toBe(0);
  store.close();
  const { connect } = await import('./connect.ts');
  const database = connect(path, fixture.options.key, { readonly: true });
  // The pages as they are, decrypted: texts are deflated there, words of the index are not.
  const { encodeText } = await import('./stored-text.ts');
  const pages = database.serialize();
  const words = database.prepare('SELECT block FROM message_words_data').all() as { block: Buffer }[];
  database.close();
  for (const text of ['hippopotamus zanzibariensis', 'my safe opens with 4711']) {
    expect(pages.includes(encodeText(text))).toBe(false);
  }
  expect(Buffer.concat(words.map(row => row.block)).includes('zanzibar')).toBe(false);
  expect(pages.includes('zanzibar')).toBe(false);
});
