/** Settings and profiles come from their files checked, and go there whole. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../domain/id.ts';
import { defaultMachineSettings } from '../../domain/settings.ts';
import { createMachineSettingsFile } from './machine-settings-file.ts';
import { openProfileDirectory } from './profile-directory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('machine settings', () => {
  const path = () => join(folder, 'sub', 'settings.json');
  const write = (text: string) => {
    mkdirSync(join(folder, 'sub'), { recursive: true });
    writeFileSync(path(), text);
  };

  test('are the defaults without a file, and none is written for that', () => {
    expect(createMachineSettingsFile(path()).current()).toEqual(defaultMachineSettings);
    expect(existsSync(path())).toBe(false);
  });

  test('a part that is given takes the place of its default', () => {
    write(
      '\ufeff{ "logLevel": "debug", "metrics": { "port": 9464 }, "speech": { "voiceDirs": { "fr": "/v" } } }',
    );
    expect(createMachineSettingsFile(path()).current()).toEqual({
      ...defaultMachineSettings,
      logLevel: 'debug',
      metrics: { port: 9464 },
      speech: { voiceDirs: { fr: '/v' } },
    });
  });

  test('changes are there for the next program, and leave nothing beside the file', () => {
    const file = createMachineSettingsFile(path());
    const server = { id: 's', label: 'S', address: 'http://127.0.0.1:8080/v1' };
    file.change(now => ({ ...now, models: { ...now.models, servers: [server] } }));
    file.change(now => ({ ...now, activeProfileId: 'p' }));
    const again = createMachineSettingsFile(path()).current();
    expect(again).toEqual(file.current());
    expect(again).toMatchObject({ activeProfileId: 'p', models: { servers: [server] } });
    expect(readdirSync(join(folder, 'sub'))).toEqual(['settings.json']);
  });

  test('what is written into the file by hand while the program runs stays', () => {
    const file = createMachineSettingsFile(path());
    file.change(now => ({ ...now, activeProfileId: 'p' }));
    write('{ "activeProfileId": "p", "metrics": { "port": 9464 } }');
    file.change(now => ({ ...now, logLevel: 'warn' }));
    const expected = { activeProfileId: 'p', metrics: { port: 9464 }, logLevel: 'warn' };
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject(expected);
    write('{ "metrics": ');
    expect(() => file.change(now => now)).toThrow('settings.invalid');
    expect(readFileSync(path(), 'utf8')).toBe('{ "metrics": ');
    rmSync(path());
    file.change(now => now);
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject(expected);
  });

  test.each([
    ['not JSON', '{ "logLevel": '],
    ['a wrong level', '{ "logLevel": "loud" }'],
    ['a misspelt part', '{ "loglevel": "info" }'],
    ['a port that is none', '{ "metrics": { "port": 70000 } }'],
    [
      'an address that is none',
      '{ "models": { "servers": [{ "id": "a", "label": "b", "address": "file:///x" }] } }',
    ],
    ['no object', '[]'],
  ])('with %s are refused by name and left alone', (_what, text) => {
    write(text);
    expect(() => createMachineSettingsFile(path())).toThrow(
      expect.objectContaining({
        code: 'settings.invalid',
        params: expect.objectContaining({ path: path() }),
      }),
    );
    expect(readFileSync(path(), 'utf8')).toBe(text);
  });

  test('a change that makes no sense is refused, and the file stays', () => {
    const file = createMachineSettingsFile(path());
    file.change(now => ({ ...now, logLevel: 'warn' }));
    const before = readFileSync(path(), 'utf8');
    expect(() => file.change(now => ({ ...now, metrics: { port: -1 } }))).toThrow();
    expect(readFileSync(path(), 'utf8')).toBe(before);
    expect(file.current().logLevel).toBe('warn');
  });
});

describe('profiles', () => {
  const profile = (name: string, createdAtMs: number) => ({
    id: newId(),
    name,
    language: 'fr' as const,
    createdAtMs,
  });

  test('are added, changed and found again, each with a place of its own', () => {
    const directory = openProfileDirectory(folder);
    expect(directory.list()).toEqual([]);
    const [anna, bob] = [profile('Anna', 1), profile('Bob', 2)];
    directory.add(anna);
    directory.add(bob);
    directory.add({ ...anna, name: 'twice' });
    directory.change({ id: bob.id, name: 'Robert', language: 'en' });
    const again = openProfileDirectory(folder);
    expect(again.list()).toEqual([anna, { ...bob, name: 'Robert', language: 'en' }]);
    expect(again.placeOf(anna.id)).toEqual({
      databasePath: join(folder, 'profiles', anna.id, 'jarvis.db'),
      backupsDir: join(folder, 'profiles', anna.id, 'backups'),
      keyName: `profile:${anna.id}`,
    });
    expect(() => again.placeOf(newId())).toThrow(expect.objectContaining({ code: 'input.not-found' }));
    expect(() => again.change({ ...anna, id: newId() })).toThrow(
      expect.objectContaining({ code: 'input.not-found' }),
    );
  });

  test('an id that would lead out of the folder is refused', () => {
    expect(() => openProfileDirectory(folder).add({ ...profile('x', 1), id: '../../etc' })).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
    const evil = { profiles: [{ ...profile('x', 1), id: '../../etc' }] };
    writeFileSync(join(folder, 'profiles.json'), JSON.stringify(evil));
    expect(() => openProfileDirectory(folder)).toThrow(expect.objectContaining({ code: 'settings.invalid' }));
  });

  test('a lost list is not begun anew while profiles are there', () => {
    openProfileDirectory(folder);
    mkdirSync(join(folder, 'profiles', newId()), { recursive: true });
    expect(() => openProfileDirectory(folder)).toThrow(expect.objectContaining({ code: 'settings.invalid' }));
  });
});
