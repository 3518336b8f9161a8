/** A keychain in memory, for tests on machines that have none; it can be away, forget, or hang. */
import type { Clock } from '../../ports/clock.ts';
import type { OpenEntry } from './keyring-secret-store.ts';

export interface KeychainDouble {
  state: 'well' | 'locked' | 'hangs' | 'forgets';
  readonly entries: Map<string, Uint8Array>;
  readonly open: OpenEntry;
}

export function createKeychainDouble(): KeychainDouble {
  const answer = async <T>(work: () => T): Promise<T> => {
    if (keychain.state === 'locked') throw new Error('the keychain is locked');
    if (keychain.state === 'hangs') return new Promise<never>(() => undefined);
    return work();
  };
  const keychain: KeychainDouble = {
    state: 'well',
    entries: new Map(),
    open: (service, account) => {
      const name = `${service}\n${account}`;
      return {
        setSecret: secret =>
          answer(() => {
            if (keychain.state !== 'forgets') keychain.entries.set(name, Uint8Array.from(secret));
          }),
        getSecret: () =>
          answer(() => [...(keychain.entries.get(name) ?? [])].slice()).then(bytes =>
            keychain.entries.has(name) ? bytes : null,
          ),
        deleteCredential: () => answer(() => keychain.entries.delete(name)),
      };
    },
  };
  return keychain;
}

export const stillClock: Clock = {
  nowMs: () => 0,
  monotonicMs: () => 0,
  zone: () => 'UTC',
  after: () => () => undefined,
};

/** Every delay is over at once: what hangs is given up. */
export const hastyClock: Clock = {
  ...stillClock,
  after: (_delayMs, action) => {
    const handle = setImmediate(action);
    return () => clearImmediate(handle);
  },
};
