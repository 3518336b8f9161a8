/** Secrets move whole or not at all, whatever happens on the way, and nothing of them stays where they were. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SecretPlace, secretPlaces } from '../../domain/secret-place.ts';
import { createKeychainDouble, hastyClock, type KeychainDouble, stillClock } from './keychain-double.ts';
import { followMoveOrder, leaveMoveOrder } from './move-order.ts';
import { openSecretStore, type SecretStoreOptions } from './open-secret-store.ts';
import { createSealerDouble, type SealerDouble } from './sealer-double.ts';
import { readChoice } from './secret-choice.ts';

let dataDir: string;
let keychain: KeychainDouble;
let sealer: SealerDouble;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'jarvis-move-'));
  keychain = createKeychainDouble();
  sealer = createSealerDouble();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const passphrase = 'Sésame';
const secrets = new Map([
  ['profile:1', Uint8Array.from({ length: 32 }, (_, at) => at)],
  ['model-server:é', Uint8Array.of(0, 255)],
  ['records', Uint8Array.of(9)],
]);
const names = ['profile:1', 'model-server:é', 'records', 'never-set'];

/** The desktop program; `more` changes it into another host. */
const open = (more: Partial<SecretStoreOptions> = {}) =>
  openSecretStore({
    dataDir,
    clock: stillClock,
    env: {},
    loadKeyring: async () => keychain.open,
    sealer,
    ...more,
  });

/** A data folder whose secrets lie in this place. */
async function filled(place: SecretPlace) {
  const store = await open(optionsOf(place));
  if (store.kind !== place) throw new Error(`${store.kind} in place of ${place}`);
  for (const [name, secret] of secrets) await store.set(name, secret);
  // The keychain was chosen by another host.
  return place === 'keychain' ? open() : store;
}

/** What brings a new data folder's secrets there. */
function optionsOf(place: SecretPlace): Partial<SecretStoreOptions> {
  if (place === 'file') return { env: { JARVIS_SECRETS: 'file' } };
  if (place === 'passphrase') return { passphrase };
  return place === 'desktop' ? {} : { sealer: undefined as never };
}

const heldBy = async (more: Partial<SecretStoreOptions> = {}) => {
  const store = await open(more);
  const found: [string, Uint8Array | undefined][] = [];
  for (const name of secrets.keys()) found.push([name, await store.get(name)]);
  return { kind: store.kind, found: new Map(found) };
};

const pairs = secretPlaces.flatMap(from => secretPlaces.filter(to => to !== from).map(to => ({ from, to })));
const filesOf = {
  keychain: undefined,
  desktop: 'secrets.sealed.json',
  file: 'secrets.json',
  passphrase: 'secrets.locked.json',
};

/** Each look at a place under a passphrase takes a third of a second by design. */
const quickPairs = pairs.filter(({ from, to }) => from !== 'passphrase' && to !== 'passphrase');

describe.each(pairs)('from $from to $to', ({ from, to }) => {
  const given = to === 'passphrase' || from === 'passphrase' ? { passphrase } : {};

  test('everything arrives, and nothing stays behind', async () => {
    const store = await filled(from);
    await store.move(to, { names, ...given });
    expect(store.kind).toBe(to);
    expect(await store.get('profile:1')).toEqual(secrets.get('profile:1'));
    expect(await heldBy(to === 'passphrase' ? given : {})).toEqual({ kind: to, found: secrets });
    expect(readChoice(dataDir)).toEqual({
      kind: to,
      ...(to === 'keychain' && { service: expect.stringMatching(/^Jarvis /) }),
    });
    const left = filesOf[from];
    if (left === undefined) expect(keychain.entries.size).toBe(0);
    else expect(existsSync(join(dataDir, left))).toBe(false);
  });
});

test.each(quickPairs)('what is written during a move from $from to $to goes to $to', async ({ from, to }) => {
  const store = await filled(from);
  const moving = store.move(to, { names });
  const writing = store.set('records', Uint8Array.of(77));
  await Promise.all([moving, writing]);
  const { found } = await heldBy();
  expect(found.get('records')).toEqual(Uint8Array.of(77));
});

test('counts, and is gone on with, while the old place cannot be cleared; a later start clears it', async () => {
  const store = await filled('file');
  const inTheWay = join(dataDir, '.secrets.json.1.part');
  mkdirSync(inTheWay);
  await store.move('desktop', { names });
  expect(store.kind).toBe('desktop');
  await store.set('records', Uint8Array.of(77));
  expect((await heldBy()).found).toEqual(new Map([...secrets, ['records', Uint8Array.of(77)]]));
  expect(readChoice(dataDir)?.leaving?.kind).toBe('file');
  rmdirSync(inTheWay);
  expect((await heldBy()).kind).toBe('desktop');
  expect(readChoice(dataDir)).toEqual({ kind: 'desktop' });
});

describe('a move that cannot be', () => {
  test('leaves everything where it is when the new place does not answer', async () => {
    const store = await filled('file');
    keychain.state = 'locked';
    await expect(store.move('keychain', { names })).rejects.toMatchObject({ code: 'secret.unavailable' });
    expect(await heldBy()).toEqual({ kind: 'file', found: secrets });
  });

  test('leaves everything when the new place forgets', async () => {
    const store = await filled('file');
    keychain.state = 'forgets';
    await expect(store.move('keychain', { names })).rejects.toMatchObject({ code: 'secret.unavailable' });
    expect(await heldBy()).toEqual({ kind: 'file', found: secrets });
  });

  test('leaves everything when a sealed secret does not come back', async () => {
    const store = await filled('file');
    const { unseal } = sealer;
    sealer.unseal = async sealed => (await unseal(sealed)).map(byte => byte ^ 1);
    await expect(store.move('desktop', { names })).rejects.toMatchObject({ code: 'secret.unavailable' });
    expect(existsSync(join(dataDir, 'secrets.sealed.json'))).toBe(false);
    expect(await heldBy()).toEqual({ kind: 'file', found: secrets });
  });

  test('is refused where the desktop keeps no key, in another host, and without a passphrase', async () => {
    const store = await filled('file');
    sealer.name = undefined;
    await expect(store.move('desktop', { names })).rejects.toMatchObject({ code: 'secret.no-keeper' });
    const web = await open({ sealer: undefined as never });
    await expect(web.move('desktop', { names })).rejects.toMatchObject({ code: 'secret.in-desktop' });
    await expect(web.move('passphrase', { names })).rejects.toMatchObject({
      code: 'secret.passphrase-needed',
    });
    expect(await heldBy()).toEqual({ kind: 'file', found: secrets });
  });

  test('never writes over secrets that lie there already', async () => {
    const store = await filled('desktop');
    writeFileSync(join(dataDir, 'secrets.json'), 'somebody’s');
    await expect(store.move('file', { names })).rejects.toMatchObject({ code: 'secret.in-the-way' });
    expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe('somebody’s');
    expect((await heldBy()).kind).toBe('desktop');
  });

  test('keeps the note while the old keychain cannot be emptied, and empties it later', async () => {
    const store = await filled('keychain');
    const open = keychain.open;
    const refusing = async () => {
      throw new Error('locked now');
    };
    (keychain as { open: unknown }).open = (service: string, account: string) => ({
      ...open(service, account),
      ...(!account.startsWith('probe') && { deleteCredential: refusing }),
    });
    await store.move('file', { names });
    expect(readChoice(dataDir)).toMatchObject({ kind: 'file', leaving: { kind: 'keychain' } });
    expect(keychain.entries.size).toBe(secrets.size);
    (keychain as { open: unknown }).open = open;
    expect(await heldBy()).toEqual({ kind: 'file', found: secrets });
    expect([keychain.entries.size, readChoice(dataDir)]).toEqual([0, { kind: 'file' }]);
  });
});

describe('the desktop program’s place', () => {
  test('is not opened by another host, which says where to go', async () => {
    await filled('desktop');
    await expect(open({ sealer: undefined as never })).rejects.toMatchObject({ code: 'secret.in-desktop' });
  });

  test('is not opened on a desktop that keeps another key, which says which', async () => {
    await filled('desktop');
    sealer.name = 'kwallet6';
    await expect(open()).rejects.toMatchObject({
      code: 'secret.other-keeper',
      params: { kept: 'gnome_libsecret', found: 'kwallet6' },
    });
    sealer.name = undefined;
    await expect(open()).rejects.toMatchObject({ params: { found: 'basic_text' } });
  });

  test('holds nothing that can be read, and says so when its key was exchanged', async () => {
    await filled('desktop');
    const text = readFileSync(join(dataDir, 'secrets.sealed.json'), 'utf8');
    expect(text).not.toContain(Buffer.from(secrets.get('profile:1') ?? []).toString('base64'));
    const store = await open({ sealer: createSealerDouble(11) });
    await expect(store.get('profile:1')).rejects.toMatchObject({ code: 'secret.unavailable' });
  });

  test('is chosen first where the desktop keeps a key, else the keychain, else nothing without the person', async () => {
    expect((await open()).kind).toBe('desktop');
    rmSync(dataDir, { recursive: true });
    sealer.name = undefined;
    expect((await open()).kind).toBe('keychain');
    rmSync(dataDir, { recursive: true });
    keychain.state = 'locked';
    await expect(open({ clock: hastyClock })).rejects.toMatchObject({ code: 'secret.no-keeper' });
    expect(readChoice(dataDir)).toBeUndefined();
    expect((await open({ passphrase })).kind).toBe('passphrase');
  });
});

describe('an order that is left', () => {
  test('is followed once', async () => {
    const store = await filled('file');
    leaveMoveOrder(dataDir, 'desktop');
    expect(await followMoveOrder(dataDir, to => store.move(to, { names }))).toBe('desktop');
    expect(await followMoveOrder(dataDir, () => Promise.reject(new Error('again')))).toBeUndefined();
    expect(await heldBy()).toEqual({ kind: 'desktop', found: secrets });
  });

  test('that cannot be followed is told of, and not tried at each start', async () => {
    leaveMoveOrder(dataDir, 'keychain');
    await expect(followMoveOrder(dataDir, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test('that makes no sense is none', async () => {
    writeFileSync(join(dataDir, 'secret-move.json'), '{"to":"passphrase"}');
    expect(await followMoveOrder(dataDir, () => Promise.reject(new Error('no')))).toBeUndefined();
  });
});

/** Moves to and fro until it is killed. The keys are sealed by the bytes of their place alone: it is the order that is tried. */
const program = `
  const { openSecretStore } = await import(${JSON.stringify(new URL('./open-secret-store.ts', import.meta.url).href)});
  const { createSealerDouble } = await import(${JSON.stringify(new URL('./sealer-double.ts', import.meta.url).href)});
  const [dataDir] = process.argv.slice(1);
  const clock = { after: () => () => undefined };
  const store = await openSecretStore({ dataDir, clock, env: {}, sealer: createSealerDouble() });
  console.log('moving');
  for (;;) await store.move(store.kind === 'file' ? 'desktop' : 'file', { names: [] });`;

test('a program that is killed while it moves them leaves them whole in one place', async () => {
  await filled('file');
  const places = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await new Promise(resolve => setTimeout(resolve, round * 7));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { kind, found } = await heldBy();
    expect(found).toEqual(secrets);
    places.add(kind);
    const files = readdirSync(dataDir).filter(name => /^\.?secrets\./.test(name));
    expect(files).toEqual([kind === 'file' ? 'secrets.json' : 'secrets.sealed.json']);
  }
}, 60_000);
