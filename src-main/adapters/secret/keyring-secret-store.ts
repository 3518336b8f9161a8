/** Secrets in the system's keychain: Keychain on macOS, Credential Manager on Windows, Secret Service on Linux. */
import { randomBytes } from 'node:crypto';
import { JarvisError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SecretStore } from '../../ports/secret-store.ts';

/** One entry of a keychain; the part of the library that is used. */
interface KeyringEntry {
  setSecret(secret: Uint8Array): Promise<void>;
  getSecret(): Promise<ArrayLike<number> | null>;
  deleteCredential(): Promise<boolean>;
}

export type OpenEntry = (service: string, account: string) => KeyringEntry;

/** A keychain that asks the user to unlock it may take a while; one that hangs must not keep Jarvis from starting. */
const answerLimitMs = 5000;

/**
 * Loads the native library only when a keychain is wanted. On Linux the kernel's keyring, the library's fallback, is
 * shut out: it forgets everything at the next start of the machine, and the conversations with it.
 */
export async function loadKeyring(): Promise<OpenEntry> {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  return (service, account) => new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
}

/** `service`: the name under which the keychain shows the entries; one for each data folder. */
export function createKeyringSecretStore(service: string, openEntry: OpenEntry, clock: Clock): SecretStore {
  const ask = <T>(name: string, question: (entry: KeyringEntry) => Promise<T>): Promise<T> =>
    withinLimit(clock, async () => question(openEntry(service, name)));
  return {
    kind: 'keychain',
    get: async name => {
      const secret = await ask(name, entry => entry.getSecret());
      return secret === null ? undefined : Uint8Array.from(secret);
    },
    set: (name, value) => ask(name, entry => entry.setSecret(value)),
    delete: async name => {
      await ask(name, entry => entry.deleteCredential());
    },
  };
}

/** Whether a keychain is really there: a secret is written, read and deleted. Throws `secret.unavailable`. */
export async function probeKeyring(store: SecretStore): Promise<void> {
  const name = `probe-${randomBytes(6).toString('hex')}`;
  const value = randomBytes(32);
  await store.set(name, value);
  const found = await store.get(name);
  await store.delete(name);
  if (found === undefined || !value.equals(found)) throw new JarvisError('secret.unavailable');
}

function withinLimit<T>(clock: Clock, question: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const unavailable = (cause: unknown) => reject(new JarvisError('secret.unavailable', {}, cause));
    const cancel = clock.after(answerLimitMs, () =>
      unavailable(new Error(`no answer in ${answerLimitMs} ms`)),
    );
    question().then(resolve, unavailable).finally(cancel);
  });
}
