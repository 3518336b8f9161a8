/** Secrets in a file locked by a passphrase, for servers without a keychain. */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { formatSecrets, jsonOf, parseSecrets, type SecretMap } from './secret-map.ts';

/** Memory-hard: 128 MiB and about a third of a second for each guess (OWASP's first choice for scrypt, 2024). */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const saltBytes = 16;
const nonceBytes = 12;
const keyBytes = 32;

const schema = z.strictObject({
  version: z.literal(1),
  derivation: z.literal('scrypt-17-8-1'),
  cipher: z.literal('aes-256-gcm'),
  salt: z.base64(),
  nonce: z.base64(),
  tag: z.base64(),
  locked: z.base64(),
});
type LockedFile = z.output<typeof schema>;

interface Opened {
  readonly key: Buffer;
  readonly salt: Buffer;
  readonly secrets: SecretMap;
}

/**
 * Opens the file, or makes an empty one so that the passphrase is fixed from now on. Throws `secret.wrong-passphrase`,
 * `secret.damaged`, `store.read-only`, `store.disk-full`.
 */
export async function openPassphraseSecretStore(
  path: string,
  passphrase: string,
  initial: SecretMap = new Map(),
): Promise<SecretStore> {
  const opened = existsSync(path) ? await unlock(path, passphrase) : await create(path, passphrase, initial);
  let secrets = opened.secrets;
  const save = (next: SecretMap): void => {
    write(path, { ...opened, secrets: next });
    secrets = next;
  };
  return {
    kind: 'passphrase',
    get: async name => secrets.get(name),
    set: async (name, value) => save(new Map(secrets).set(name, Uint8Array.from(value))),
    delete: async name => save(new Map([...secrets].filter(([known]) => known !== name))),
    names: async () => [...secrets.keys()],
  };
}

async function create(path: string, passphrase: string, secrets: SecretMap): Promise<Opened> {
  const salt = randomBytes(saltBytes);
  const opened = { key: await derive(passphrase, salt), salt, secrets };
  write(path, opened);
  return opened;
}

async function unlock(path: string, passphrase: string): Promise<Opened> {
  const file = readLocked(path);
  const salt = Buffer.from(file.salt, 'base64');
  const key = await derive(passphrase, salt);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(file.nonce, 'base64'), {
    authTagLength: 16,
  });
  try {
    decipher.setAuthTag(Buffer.from(file.tag, 'base64'));
    const text = Buffer.concat([decipher.update(Buffer.from(file.locked, 'base64')), decipher.final()]);
    return { key, salt, secrets: parseSecrets(text.toString('utf8'), path) };
  } catch (error) {
    if (error instanceof JarvisError) throw error;
    throw new JarvisError('secret.wrong-passphrase', {}, error);
  }
}

function readLocked(path: string): LockedFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new JarvisError('secret.damaged', { path }, error);
  }
  const parsed = schema.safeParse(jsonOf(text, path));
  if (parsed.success && Buffer.from(parsed.data.nonce, 'base64').length === nonceBytes) return parsed.data;
  throw new JarvisError('secret.damaged', { path });
}

/** A new nonce for every write: the key stays the same as long as the passphrase. */
function write(path: string, { key, salt, secrets }: Opened): void {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  const locked = Buffer.concat([cipher.update(formatSecrets(secrets), 'utf8'), cipher.final()]);
  const file: LockedFile = {
    version: 1,
    derivation: 'scrypt-17-8-1',
    cipher: 'aes-256-gcm',
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    locked: locked.toString('base64'),
  };
  try {
    writeFileAtomically(path, `${JSON.stringify(file, null, 2)}\n`);
  } catch (error) {
    throw fileError(error, dirname(path));
  }
}

/** The same passphrase typed on another keyboard may be composed differently: NFKC makes them one. */
const derive = (passphrase: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, keyBytes, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
