/** Secrets in a file that only the user can read; weaker than a keychain, and said so. */
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { JarvisError } from '../../domain/errors.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { formatSecrets, parseSecrets, type SecretMap } from './secret-map.ts';

/** The file is read at each use, so that a key brought back while Jarvis waits is found. */
export function createFileSecretStore(path: string): SecretStore {
  const write = (secrets: SecretMap): void => {
    try {
      writeFileAtomically(path, formatSecrets(secrets));
    } catch (error) {
      throw fileError(error, dirname(path));
    }
  };
  return {
    kind: 'file',
    warning: 'secrets-in-file',
    get: async name => readSecretFile(path).get(name),
    set: async (name, value) => write(new Map(readSecretFile(path)).set(name, value)),
    delete: async name => {
      const secrets = new Map(readSecretFile(path));
      if (secrets.delete(name)) write(secrets);
    },
    names: async () => [...readSecretFile(path).keys()],
  };
}

/** Empty when there is no file yet. Throws `secret.damaged`. */
export function readSecretFile(path: string): SecretMap {
  if (!existsSync(path)) return new Map();
  try {
    keepPrivate(path);
    return parseSecrets(readFileSync(path, 'utf8'), path);
  } catch (error) {
    throw error instanceof JarvisError ? error : new JarvisError('secret.damaged', { path }, error);
  }
}

/** A copy brought back from elsewhere may be readable by others. */
function keepPrivate(path: string): void {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
}
