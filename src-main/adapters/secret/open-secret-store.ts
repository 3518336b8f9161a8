/** Chooses where a data folder's secrets lie, once: what was chosen is remembered and never silently exchanged. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { ErrorCode } from '../../domain/error-codes.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { SecretPlace } from '../../domain/secret-place.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Sealer } from '../../ports/sealer.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import { createFileSecretStore, readSecretFile } from './file-secret-store.ts';
import {
  createKeyringSecretStore,
  loadKeyring,
  type OpenEntry,
  probeKeyring,
} from './keyring-secret-store.ts';
import { type MovableSecretStore, movable } from './movable-secret-store.ts';
import { finishMove, moveSecrets } from './move-secrets.ts';
import { openPassphraseSecretStore } from './passphrase-secret-store.ts';
import { openSealedSecretStore } from './sealed-secret-store.ts';
import { type Choice, readChoice, remember, secretFileOf, type UnfinishedPlace } from './secret-choice.ts';

export interface SecretStoreOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  /** Locks the secrets; JARVIS_PASSPHRASE is read where it is absent. */
  readonly passphrase?: string;
  /** JARVIS_SECRETS=file passes the keychain by when nothing was chosen yet. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The keychain library; another one only in tests. */
  readonly loadKeyring?: () => Promise<OpenEntry>;
  /** The desktop program's own; absent in any other host. */
  readonly sealer?: Sealer;
}

const secretBytes = 32;
const pathOf = (dataDir: string, kind: Exclude<SecretPlace, 'keychain'>): string =>
  secretFileOf(dataDir, kind) ?? dataDir;

/**
 * Throws `secret.unavailable` when the keychain that holds the secrets does not answer, `secret.passphrase-needed`,
 * `secret.wrong-passphrase`, `secret.damaged`, `store.read-only`, `store.disk-full`; `secret.in-desktop` where only the
 * desktop program can open them, and in that `secret.other-keeper`, or `secret.no-keeper` when nothing was chosen yet.
 */
export async function openSecretStore(options: SecretStoreOptions): Promise<MovableSecretStore> {
  const { dataDir } = options;
  const emptyKeychain = (place: UnfinishedPlace) => removeFromKeychain(options, place);
  const noted = readChoice(dataDir);
  const chosen = noted && (await finishMove({ dataDir, emptyKeychain }, noted));
  return movable(await openChosen(options, chosen), async (old, to, { names, passphrase }) => {
    const { kind, service } = readChoice(dataDir) ?? { kind: old.kind };
    const from: Choice = { kind, ...(service !== undefined && { service }) };
    const target: Choice = to === 'keychain' ? { kind: to, service: newService() } : { kind: to };
    const open = () => openPlace({ ...options, ...(passphrase !== undefined && { passphrase }) }, target);
    return moveSecrets({ dataDir, from, old, to: target, open, names, emptyKeychain });
  });
}

function openChosen(options: SecretStoreOptions, chosen: Choice | undefined): Promise<SecretStore> {
  const isLockable = chosen === undefined || chosen.kind === 'file';
  if (isLockable && givenPassphrase(options) !== undefined) return lockPlain(options);
  return chosen === undefined ? chooseFirst(options) : openPlace(options, chosen);
}

const givenPassphrase = ({ passphrase, env }: SecretStoreOptions): string | undefined =>
  passphrase ?? env.JARVIS_PASSPHRASE;

async function openPlace(
  options: SecretStoreOptions,
  { kind, service = 'Jarvis' }: Choice,
): Promise<SecretStore> {
  const { dataDir, sealer } = options;
  if (kind === 'keychain') return openKeychain(options, service);
  if (kind === 'file') return createFileSecretStore(pathOf(dataDir, 'file'));
  if (kind === 'passphrase')
    return openPassphraseSecretStore(pathOf(dataDir, 'passphrase'), neededPassphrase(options));
  if (sealer === undefined) throw new JarvisError('secret.in-desktop');
  return openSealedSecretStore(pathOf(dataDir, 'desktop'), sealer);
}

function neededPassphrase(options: SecretStoreOptions): string {
  const passphrase = givenPassphrase(options);
  if (passphrase === undefined || passphrase === '') throw new JarvisError('secret.passphrase-needed');
  return passphrase;
}

/** Secrets that lay in the plain file before move under the passphrase, and the plain file goes. */
async function lockPlain(options: SecretStoreOptions): Promise<SecretStore> {
  const { dataDir } = options;
  const passphrase = neededPassphrase(options);
  const plain = readSecretFile(pathOf(dataDir, 'file'));
  const store = await openPassphraseSecretStore(pathOf(dataDir, 'passphrase'), passphrase, plain);
  remember(dataDir, { kind: 'passphrase' });
  rmSync(pathOf(dataDir, 'file'), { force: true });
  return store;
}

async function openKeychain(options: SecretStoreOptions, service: string): Promise<SecretStore> {
  const open = await (options.loadKeyring ?? loadKeyring)().catch((error: unknown) => {
    throw new JarvisError('secret.unavailable', {}, error);
  });
  const store = createKeyringSecretStore(service, open, options.clock);
  await probeKeyring(store);
  return store;
}

async function removeFromKeychain(
  options: SecretStoreOptions,
  { service = 'Jarvis', names }: UnfinishedPlace,
): Promise<void> {
  const store = await openKeychain(options, service);
  for (const name of names) await store.delete(name);
}

const newService = (): string => `Jarvis ${randomBytes(4).toString('hex')}`;

async function chooseFirst(options: SecretStoreOptions): Promise<SecretStore> {
  const choose = async (choice: Choice): Promise<SecretStore> => {
    const store = await openPlace(options, choice);
    remember(options.dataDir, choice);
    return store;
  };
  if (options.env.JARVIS_SECRETS === 'file') return choose({ kind: 'file' });
  const keychain: Choice = { kind: 'keychain', service: newService() };
  const { sealer } = options;
  if (sealer === undefined)
    return (await unless('secret.unavailable', () => choose(keychain))) ?? choose({ kind: 'file' });
  const kept =
    (await unless('secret.no-keeper', () => choose({ kind: 'desktop' }))) ??
    (await unless('secret.unavailable', () => choose(keychain)));
  // The desktop program tells the person, and asks for a passphrase.
  if (kept === undefined) throw new JarvisError('secret.no-keeper');
  return kept;
}

/** Undefined when it fails with this code. */
async function unless(code: ErrorCode, choose: () => Promise<SecretStore>): Promise<SecretStore | undefined> {
  try {
    return await choose();
  } catch (error) {
    if (error instanceof JarvisError && error.code === code) return undefined;
    throw error;
  }
}

/**
 * The 32-byte key under `name`. It is made when it is missing, but never for data that exist already: those need
 * the key they were written with, and a new one would only hide that. Throws `secret.key-missing`.
 */
export async function loadOrCreateKey(
  secrets: SecretStore,
  name: string,
  { dataExist }: { dataExist: boolean },
): Promise<Uint8Array> {
  const known = await secrets.get(name);
  if (known !== undefined) return known;
  if (dataExist) throw new JarvisError('secret.key-missing');
  await secrets.set(name, randomBytes(secretBytes));
  const made = await secrets.get(name);
  if (made === undefined) throw new JarvisError('secret.unavailable');
  return made;
}
