/** One profile after the other in one data folder: nothing of one reaches the windows of the next. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileSecretStore } from '../adapters/secret/file-secret-store.ts';
import {
  createMachineSettingsFile,
  type MachineSettingsFile,
} from '../adapters/settings/machine-settings-file.ts';
import { openProfileDirectory } from '../adapters/settings/profile-directory.ts';
import type { Publish } from '../api/services.ts';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import { createObserver } from '../observability/observer.ts';
import { openProfiles, type Profiles } from './profiles.ts';
import { systemClock } from './system-clock.ts';

let folder: string;
let settings: MachineSettingsFile;
let profiles: Profiles;
/** What windows were told, and `switched` where everything before had to be forgotten. */
let told: { readonly name: string; readonly data?: unknown }[];
let answer: 'quick' | 'never';

const publish: Publish = (name, data) => told.push({ name, data });
const names = () => told.map(({ name }) => name);

const open = (): Promise<Profiles> =>
  openProfiles({
    directory: openProfileDirectory(folder),
    settings,
    secrets: createFileSecretStore(join(folder, 'secrets.json')),
    clock: systemClock,
    publish,
    observer: createObserver().observer,
    log: { write: () => undefined, close: async () => undefined },
    candidates: () => [],
    // Answers that no skill gives wait here.
    firstLook: () => (answer === 'never' ? new Promise(() => undefined) : Promise.resolve()),
    language: 'en',
    switched: () => told.push({ name: 'switched' }),
    forgetEvents: () => undefined,
  });

const ask = (text: string) =>
  profiles.current().turns.ask({ turnId: newId(), conversationId: newId(), text, origin: 'typed' });
const ended = async (): Promise<void> => {
  while (!names().includes('turn.ended')) await new Promise(resolve => setTimeout(resolve, 5));
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-profiles-'));
  settings = createMachineSettingsFile(join(folder, 'settings.json'));
  told = [];
  answer = 'quick';
  profiles = await open();
});
afterEach(async () => {
  await profiles.close();
  rmSync(folder, { recursive: true, force: true });
});

test('another profile is told of at once, after the end of what ran and before anything of its own', async () => {
  const other = await profiles.add({ name: 'Ada', language: 'fr' });
  const first = profiles.current().profile;
  await profiles.use(other.id);
  await profiles.current().organizer.addTimer({
    id: newId(),
    kind: 'timer',
    label: 'tea',
    setAtMs: 0,
    dueAtMs: 1,
  });
  await profiles.use(first.id);
  await ask('what time is it');
  await ended();
  answer = 'never';
  await ask('tell me a story');
  told = [];
  await profiles.use(other.id);
  await expect
    .poll(() => names().slice(names().indexOf('switched')), { timeout: 10_000 })
    .toContain('organizer.changed');
  const at = names().indexOf('switched');
  expect(names().slice(0, at)).toContain('turn.ended');
  // Its memory is loaded a while after, which a slow machine reaches before this line.
  const after = names().slice(at + 1);
  expect(after.filter(name => name !== 'memory.changed')).toEqual([
    'profile.changed',
    'timer.rang',
    'organizer.changed',
  ]);
  expect(profiles.current().profile).toEqual(other);
  expect(settings.current().activeProfileId).toBe(other.id);
});

test('profiles chosen at the same time, twice the same one too, are opened one after the other', async () => {
  const [first, a, b] = [
    profiles.current().profile,
    await profiles.add({ name: 'a', language: 'fr' }),
    await profiles.add({ name: 'b', language: 'fr' }),
  ];
  await Promise.all([a, a, b, first, a].map(({ id }) => profiles.use(id)));
  expect(profiles.current().profile.id).toBe(a.id);
  await ask('what time is it');
  await ended();
  expect(await profiles.current().memory.listConversations({ limit: 9 })).toHaveLength(1);
  // None is still held by a connection that nobody remembers.
  for (const one of [first, b]) expect((await profiles.use(one.id)).id).toBe(one.id);
});

test('a profile that cannot be noted as the one in use is not taken, and its database is let go', async () => {
  const other = await profiles.add({ name: 'Ada', language: 'fr' });
  const before = profiles.current();
  const { change } = settings;
  Object.assign(settings, {
    change: () => {
      throw new JarvisError('store.disk-full');
    },
  });
  await expect(profiles.use(other.id)).rejects.toThrow('store.disk-full');
  Object.assign(settings, { change });
  expect(profiles.current()).toBe(before);
  expect(names()).not.toContain('profile.changed');
  await ask('what time is it');
  await ended();
  expect((await profiles.use(other.id)).id).toBe(other.id);
});

test('many timers that ring at once are told one by one, and the picture of all of them once', async () => {
  for (let i = 0; i < 50; i++) {
    const timer = { id: newId(), kind: 'timer', label: `${i}`, setAtMs: 0, dueAtMs: 1 } as const;
    await profiles.current().organizer.addTimer(timer);
  }
  profiles.current().timersChanged();
  while (!names().includes('organizer.changed')) await new Promise(resolve => setTimeout(resolve, 5));
  expect(names().filter(name => name === 'timer.rang')).toHaveLength(50);
  expect(names().filter(name => name === 'organizer.changed')).toHaveLength(1);
});

test('nothing is opened once the program ends', async () => {
  const other = await profiles.add({ name: 'Ada', language: 'fr' });
  const closing = profiles.close();
  await expect(profiles.use(other.id)).rejects.toThrow('host.stopping');
  await closing;
  profiles = await open();
});
