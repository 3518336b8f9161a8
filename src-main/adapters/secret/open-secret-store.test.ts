/** Where secrets lie is chosen once; no key is made anew for data that exist. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createKeychainDouble, hastyClock, type KeychainDouble, stillClock } from './keychain-double.ts';
import { loadOrCreateKey, openSecretStore, type SecretStoreOptions } from './open-secret-store.ts';

let dataDir: string;
let keychain: KeychainDouble;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'jarvis-secrets-'));
  keychain = createKeychainDouble();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (more: Partial<SecretStoreOptions> = {}) =>
  openSecretStore({ dataDir, clock: stillClock, env: {}, loadKeyring: async () => keychain.open, ...more });
const fresh = { dataExist: false };
const existing = { dataExist: true };
const noKeychain = async () => {
  throw new Error('no native library for this machine');
};

describe('the first time', () => {
  test('a keychain that answers is taken, and keeps no trace of having been tried', async () => {
    const store = await open();
    expect([store.kind, store.warning]).toEqual(['keychain', undefined]);
    expect(keychain.entries.size).toBe(0);
    await store.set('profile:1', Uint8Array.of(1, 2));
    expect(await (await open()).get('profile:1')).toEqual(Uint8Array.of(1, 2));
  });

  test.each(['locked', 'forgets'] as const)(
    'with a keychain that is %s, a file with a warning',
    async state => {
      keychain.state = state;
      const store = await open();
      expect([store.kind, store.warning]).toEqual(['file', 'secrets-in-file']);
    },
  );

  test('a keychain that hangs does not keep Jarvis from starting', async () => {
    keychain.state = 'hangs';
    expect((await open({ clock: hastyClock })).kind).toBe('file');
  });

  test('without the library, a file', async () => {
    expect((await open({ loadKeyring: noKeychain })).kind).toBe('file');
  });

  test('JARVIS_SECRETS=file asks no keychain', async () => {
    expect((await open({ env: { JARVIS_SECRETS: 'file' }, loadKeyring: noKeychain })).kind).toBe('file');
  });

  test('JARVIS_PASSPHRASE locks the secrets', async () => {
    const store = await open({ env: { JARVIS_PASSPHRASE: 'Sésame' } });
    expect([store.kind, store.warning]).toEqual(['passphrase', undefined]);
  });
});

describe('later', () => {
  test.each(['locked', 'hangs'] as const)(
    'the keychain chosen before is %s: an error, no other place',
    async state => {
      await (await open()).set('profile:1', Uint8Array.of(1));
      keychain.state = state;
      await expect(open({ clock: hastyClock })).rejects.toMatchObject({ code: 'secret.unavailable' });
      await expect(open({ loadKeyring: noKeychain })).rejects.toMatchObject({ code: 'secret.unavailable' });
      expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false);
      keychain.state = 'well';
      expect(await (await open()).get('profile:1')).toEqual(Uint8Array.of(1));
    },
  );

  test('a file stays a file when a keychain appears', async () => {
    await (await open({ loadKeyring: noKeychain })).set('a', Uint8Array.of(7));
    const store = await open();
    expect(store.kind).toBe('file');
    expect(await store.get('a')).toEqual(Uint8Array.of(7));
  });

  test('a passphrase is asked for again, and a wrong one changes nothing', async () => {
    await (await open({ passphrase: 'right' })).set('a', Uint8Array.of(7));
    const before = readFileSync(join(dataDir, 'secrets.locked.json'));
    await expect(open()).rejects.toMatchObject({ code: 'secret.passphrase-needed' });
    await expect(open({ passphrase: 'wrong' })).rejects.toMatchObject({ code: 'secret.wrong-passphrase' });
    expect(readFileSync(join(dataDir, 'secrets.locked.json'))).toEqual(before);
    expect(await (await open({ passphrase: 'right' })).get('a')).toEqual(Uint8Array.of(7));
  });

  test('a passphrase given to a plain file moves the secrets under it', async () => {
    await (await open({ loadKeyring: noKeychain })).set('a', Uint8Array.of(7));
    const store = await open({ passphrase: 'new' });
    expect(await store.get('a')).toEqual(Uint8Array.of(7));
    expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false);
    expect(readFileSync(join(dataDir, 'secrets.locked.json'), 'utf8')).not.toContain('Bw==');
  });

  test('the same passphrase composed differently opens it', async () => {
    await (await open({ passphrase: 'é' })).set('a', Uint8Array.of(7));
    expect(await (await open({ passphrase: 'e\u0301' })).get('a')).toEqual(Uint8Array.of(7));
  });
});

describe('a key', () => {
  test('is made once, 32 bytes, for data that are not there yet', async () => {
    const store = await open();
    const key = await loadOrCreateKey(store, 'profile:1', fresh);
    expect(key).toHaveLength(32);
    expect(await loadOrCreateKey(store, 'profile:1', existing)).toEqual(key);
    expect(await loadOrCreateKey(store, 'profile:2', fresh)).not.toEqual(key);
  });

  test('is never made for data that exist', async () => {
    const store = await open({ loadKeyring: noKeychain });
    await expect(loadOrCreateKey(store, 'profile:1', existing)).rejects.toMatchObject({
      code: 'secret.key-missing',
    });
    expect(await store.get('profile:1')).toBeUndefined();
  });
});

describe('the files', () => {
  test.runIf(process.platform !== 'win32')(
    'can be read by the user alone, also a copy brought back',
    async () => {
      const path = join(dataDir, 'secrets.json');
      const store = await open({ loadKeyring: noKeychain });
      await store.set('a', Uint8Array.of(1));
      expect(statSync(path).mode & 0o777).toBe(0o600);
      chmodSync(path, 0o644);
      await store.get('a');
      expect(statSync(path).mode & 0o777).toBe(0o600);
    },
  );

  test.each(['', '{', '[]', '{"version":2,"secrets":{}}', '{"version":1,"secrets":{"a":"not base64!"}}'])(
    'holding %j are damaged, and not written over',
    async content => {
      const path = join(dataDir, 'secrets.json');
      writeFileSync(path, content);
      const store = await open({ loadKeyring: noKeychain });
      const damaged = { code: 'secret.damaged' };
      await expect(store.get('a')).rejects.toMatchObject(damaged);
      await expect(store.set('a', Uint8Array.of(1))).rejects.toMatchObject(damaged);
      await expect(loadOrCreateKey(store, 'a', fresh)).rejects.toMatchObject(damaged);
      expect(readFileSync(path, 'utf8')).toBe(content);
    },
  );

  test('a locked file that was cut is damaged; one that was changed does not open', async () => {
    await (await open({ passphrase: 'right' })).set('a', Uint8Array.of(7));
    const path = join(dataDir, 'secrets.locked.json');
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, whole.slice(0, whole.length / 2));
    await expect(open({ passphrase: 'right' })).rejects.toMatchObject({ code: 'secret.damaged' });
    const file = JSON.parse(whole);
    const locked = Buffer.from(file.locked, 'base64');
    locked[3] = (locked[3] ?? 0) ^ 1;
    writeFileSync(path, JSON.stringify({ ...file, locked: locked.toString('base64') }));
    await expect(open({ passphrase: 'right' })).rejects.toMatchObject({ code: 'secret.wrong-passphrase' });
  });
});
