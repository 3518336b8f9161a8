/** Chooses where a data folder's secrets lie, once: what was chosen is remembered and never silently exchanged. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { createFileSecretStore, readSecretFile } from './file-secret-store.ts';
import {
  createKeyringSecretStore,
  loadKeyring,
  type OpenEntry,
  probeKeyring,
} from './keyring-secret-store.ts';
import { openPassphraseSecretStore } from './passphrase-secret-store.ts';
import { jsonOf } from './secret-map.ts';

export interface SecretStoreOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  /** Locks the secrets; JARVIS_PASSPHRASE is read where it is absent. */
  readonly passphrase?: string;
  /** JARVIS_SECRETS=file passes the keychain by when nothing was chosen yet. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The keychain library; another one only in tests. */
  readonly loadKeyring?: () => Promise<OpenEntry>;
}

const choiceSchema = z.strictObject({
  kind: z.enum(['keychain', 'file', 'passphrase']),
  /** The name of the keychain's entries; each data folder has its own, which stays when the folder is moved. */
  service: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(100))),
});
type Choice = z.output<typeof choiceSchema>;

const secretBytes = 32;
const choicePath = (dataDir: string): string => join(dataDir, 'secret-store.json');
const filePath = (dataDir: string): string => join(dataDir, 'secrets.json');
const lockedPath = (dataDir: string): string => join(dataDir, 'secrets.locked.json');

/**
 * Throws `secret.unavailable` when the keychain that holds the secrets does not answer, `secret.passphrase-needed`,
 * `secret.wrong-passphrase`, `secret.damaged`, `store.read-only`, `store.disk-full`.
 */
export async function openSecretStore(options: SecretStoreOptions): Promise<SecretStore> {
  const { dataDir } = options;
  const passphrase = options.passphrase ?? options.env.JARVIS_PASSPHRASE;
  const chosen = readChoice(dataDir);
  if (chosen?.kind === 'passphrase' || (passphrase !== undefined && chosen?.kind !== 'keychain')) {
    return openLocked(dataDir, passphrase);
  }
  if (chosen?.kind === 'file') return createFileSecretStore(filePath(dataDir));
  if (chosen?.kind === 'keychain') return openKeychain(options, chosen.service ?? 'Jarvis');
  return chooseFirst(options);
}

/** What was chosen before; a file of secrets without a note of the choice counts as one. */
function readChoice(dataDir: string): Choice | undefined {
  const path = choicePath(dataDir);
  if (existsSync(path)) {
    const parsed = choiceSchema.safeParse(jsonOf(readFileSync(path, 'utf8'), path));
    if (!parsed.success) throw new JarvisError('secret.damaged', { path });
    return parsed.data;
  }
  if (existsSync(lockedPath(dataDir))) return { kind: 'passphrase' };
  return existsSync(filePath(dataDir)) ? { kind: 'file' } : undefined;
}

function remember(dataDir: string, choice: Choice): void {
  try {
    writeFileAtomically(choicePath(dataDir), `${JSON.stringify(choice)}\n`);
  } catch (error) {
    throw fileError(error, dataDir);
  }
}

/** Secrets that lay in the plain file before move under the passphrase, and the plain file goes. */
async function openLocked(dataDir: string, passphrase: string | undefined): Promise<SecretStore> {
  if (passphrase === undefined || passphrase === '') throw new JarvisError('secret.passphrase-needed');
  const plain = readSecretFile(filePath(dataDir));
  const store = await openPassphraseSecretStore(lockedPath(dataDir), passphrase, plain);
  remember(dataDir, { kind: 'passphrase' });
  rmSync(filePath(dataDir), { force: true });
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

async function chooseFirst(options: SecretStoreOptions): Promise<SecretStore> {
  const service = `Jarvis ${randomBytes(4).toString('hex')}`;
  const keychain =
    options.env.JARVIS_SECRETS === 'file' ? undefined : await keychainIfThere(options, service);
  if (keychain !== undefined) {
    remember(options.dataDir, { kind: 'keychain', service });
    return keychain;
  }
  remember(options.dataDir, { kind: 'file' });
  return createFileSecretStore(filePath(options.dataDir));
}

async function keychainIfThere(
  options: SecretStoreOptions,
  service: string,
): Promise<SecretStore | undefined> {
  try {
    return await openKeychain(options, service);
  } catch (error) {
    if (error instanceof JarvisError && error.code === 'secret.unavailable') return undefined;
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
