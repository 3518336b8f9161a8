/** Private mode over a real profile: asked and answered as ever, and nothing of it in any file, also when its end never comes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JarvisError } from '../domain/errors.ts';
import type { ProfileSession } from './profile-session.ts';
import { SessionFixture } from './session-fixture.ts';

let fixture: SessionFixture;
let session: ProfileSession;

beforeEach(async () => {
  fixture = new SessionFixture();
  session = await fixture.open();
});
afterEach(() => fixture.remove());

const ask = async (text: string): Promise<string> => (await fixture.ask(text)).text;

/** The words as they might stand in any file, by any common encoding. */
function isOnDisk(word: string): boolean {
  const forms = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word, 'latin1')];
  return readdirSync(fixture.folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(fixture.folder, name))
    .filter(path => statSync(path).isFile())
    .some(path => forms.some(form => readFileSync(path).includes(form)));
}

test('private turns are answered, and gone at the end; the others stay', async () => {
  expect(await ask('Le perroquet est bleu')).toContain('perroquet');
  await session.brain.setPrivate(true);
  expect(session.brain.isPrivate()).toBe(true);
  const loggedBefore = fixture.logged.length;
  expect(await ask('Mon secret est la zibeline')).toContain('zibeline');
  expect(await ask('Ajoute du clafoutis à la liste de courses')).toContain('clafoutis');
  expect(await ask('Souviens-toi que ma sœur s’appelle Quetzal')).toContain('je ne retiens rien');
  expect(await session.memory.search('zibeline', 5)).not.toEqual([]);
  expect(fixture.logged).toHaveLength(loggedBefore);
  await session.brain.setPrivate(false);
  expect(fixture.forgotten).toBe(1);
  expect(await session.memory.search('zibeline', 5)).toEqual([]);
  expect(await session.organizer.listNames()).toEqual([]);
  expect(await session.memory.search('perroquet', 5)).not.toEqual([]);
  expect(fixture.told.filter(({ name }) => name === 'memory.privateChanged').map(({ data }) => data)).toEqual(
    [{ on: true }, { on: false }],
  );
  await session.close();
  const kept = fixture.decrypted();
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
