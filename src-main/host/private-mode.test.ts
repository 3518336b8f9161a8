/** Private mode over a real profile: asked and answered as ever, and nothing of it in any file, also when its end never comes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../adapters/store/connect.ts';
import { decodeText } from '../adapters/store/stored-text.ts';
import type { Publish } from '../api/services.ts';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import { createObserver } from '../observability/observer.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { openProfileSession, type ProfileSession } from './profile-session.ts';
import { systemClock } from './system-clock.ts';

let folder: string;
let session: ProfileSession;
let told: { readonly name: string; readonly data: unknown }[];
let logged: string[];
let forgotten: number;

const key = new Uint8Array(32).fill(3);
const place = () => ({ path: join(folder, 'jarvis.db'), backupsDir: join(folder, 'backups'), key });
/** Says back what it was asked last. */
const model: LanguageModel = {
  backendId: 'm',
  kind: 'ollama',
  label: 'M',
  address: 'http://127.0.0.1',
  listModels: async () => [],
  describeModel: async name => ({ name, capabilities: ['chat'] }),
  generate: async function* ({ messages }) {
    yield { kind: 'text', text: `Echo: ${messages.at(-1)?.content ?? ''}` };
    yield { kind: 'finished', reason: 'stop' };
  },
  close: async () => undefined,
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-private-'));
  told = [];
  logged = [];
  forgotten = 0;
  session = await open();
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<ProfileSession> {
  const publish: Publish = (name, data) => told.push({ name, data });
  const opened = await openProfileSession({
    ...place(),
    profile: { id: 'p1', name: 'Ada', language: 'fr', createdAtMs: 0 },
    clock: systemClock,
    publish,
    observer: createObserver().observer,
    log: { write: (_level, event) => logged.push(event), close: async () => undefined },
    candidates: () => [{ backend: model, model: 'm', contextTokens: 4096 }],
    firstLook: async () => undefined,
    forgetEvents: () => forgotten++,
  });
  await opened.start();
  return opened;
}

async function ask(text: string, conversationId = 'c1'): Promise<string> {
  const turnId = newId();
  await session.turns.ask({ turnId, conversationId, text, origin: 'typed' });
  const ended = () =>
    told.find(({ name, data }) => name === 'turn.ended' && (data as { turnId: string }).turnId === turnId);
  while (ended() === undefined) await new Promise(resolve => setTimeout(resolve, 2));
  return (ended()?.data as { message: { text: string } } | undefined)?.message.text ?? '';
}

/** The words as they might stand in any file, by any common encoding, after the database was opened with its key. */
function isOnDisk(word: string): boolean {
  const forms = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word, 'latin1')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .some(path => forms.some(form => readFileSync(path).includes(form)));
}

/** In clear, what the encrypted file holds: every value of every table, read as bytes and as stored text. */
function decrypted(): string {
  const database = connect(place().path, key, { readonly: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      .all() as { name: string }[];
    return tables
      .flatMap(({ name }) => database.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][])
      .flat()
      .map(inClear)
      .join('\n')
      .toLowerCase();
  } finally {
    database.close();
  }
}

function inClear(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value);
  const bytes = Buffer.from(value);
  try {
    return `${bytes.toString('utf8')} ${decodeText(bytes)}`;
  } catch (error) {
    // No stored text: an id, a vector, a page of the index.
    return `${bytes.toString('utf8')} ${error instanceof Error ? '' : String(error)}`;
  }
}

test('private turns are answered, and gone at the end; the others stay', async () => {
  expect(await ask('Le perroquet est bleu')).toContain('perroquet');
  await session.brain.setPrivate(true);
  expect(session.brain.isPrivate()).toBe(true);
  const loggedBefore = logged.length;
  expect(await ask('Mon secret est la zibeline')).toContain('zibeline');
  expect(await ask('Ajoute du clafoutis à la liste de courses')).toContain('clafoutis');
  expect(await ask('Souviens-toi que ma sœur s’appelle Quetzal')).toContain('je ne retiens rien');
  expect(await session.memory.search('zibeline', 5)).not.toEqual([]);
  expect(logged).toHaveLength(loggedBefore);
  await session.brain.setPrivate(false);
  expect(forgotten).toBe(1);
  expect(await session.memory.search('zibeline', 5)).toEqual([]);
  expect(await session.organizer.listNames()).toEqual([]);
  expect(await session.memory.search('perroquet', 5)).not.toEqual([]);
  expect(told.filter(({ name }) => name === 'memory.privateChanged').map(({ data }) => data)).toEqual([
    { on: true },
    { on: false },
  ]);
  await session.close();
  const kept = decrypted();
  expect(kept).toContain('perroquet');
  for (const word of ['zibeline', 'clafoutis', 'quetzal']) {
    expect(isOnDisk(word)).toBe(false);
    expect(kept).not.toContain(word);
  }
});

test('it is switched by word, and the words that end it are answered', async () => {
  expect(await ask('Passe en mode privé')).toContain('Mode privé activé');
  expect(session.brain.isPrivate()).toBe(true);
  expect(await ask('Mon secret est la zibeline')).toContain('zibeline');
  expect(await ask('Quitte le mode privé')).toContain('terminé');
  while (session.brain.isPrivate()) await new Promise(resolve => setTimeout(resolve, 2));
  expect(await session.memory.search('zibeline', 5)).toEqual([]);
  expect(await ask('Le perroquet est bleu')).toContain('perroquet');
  expect(await session.memory.search('perroquet', 5)).not.toEqual([]);
});

test('a private conversation has no past and cannot be exported', async () => {
  await ask('Le perroquet est bleu');
  await session.brain.setPrivate(true);
  const answer = await ask('Que sais-tu du ciel ?');
  expect(answer).not.toContain('perroquet');
  const exported: string[] = [];
  for await (const one of session.memory.exportConversations('all')) exported.push(JSON.stringify(one));
  expect(exported.join()).toContain('perroquet');
  expect(exported.join()).not.toContain('ciel');
  await expect(session.memory.importConversations([])).rejects.toThrow(JarvisError);
});
