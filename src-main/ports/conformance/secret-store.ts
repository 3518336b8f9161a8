/** The one suite that every adapter of the secret-store port passes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SecretStore } from '../secret-store.ts';

export interface SecretStoreSubject {
  readonly store: SecretStore;
  /** Another program's view of the same secrets. */
  readonly reopen: () => Promise<SecretStore>;
  readonly remove: () => Promise<void>;
}

export function describeSecretStore(name: string, open: () => Promise<SecretStoreSubject>): void {
  describe(`secret store: ${name}`, () => {
    let subject: SecretStoreSubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.remove());
    const key = Uint8Array.from({ length: 32 }, (_, index) => (index * 37) % 256);

    test('gives back exactly what was set, also when opened again', async () => {
      await subject.store.set('profile:1', key);
      await subject.store.set('model-server:é "x"', Uint8Array.of(0, 255));
      const again = await subject.reopen();
      expect(await again.get('profile:1')).toEqual(key);
      expect(await again.get('model-server:é "x"')).toEqual(Uint8Array.of(0, 255));
    });

    test('what was never set, or was deleted, is absent', async () => {
      expect(await subject.store.get('nothing')).toBeUndefined();
      await subject.store.delete('nothing');
      await subject.store.set('a', key);
      await subject.store.set('b', key);
      await subject.store.delete('a');
      expect(await subject.store.get('a')).toBeUndefined();
      expect(await subject.store.get('b')).toEqual(key);
    });

    test('a later value takes the place of an earlier one', async () => {
      await subject.store.set('a', key);
      await subject.store.set('a', Uint8Array.of(1));
      expect(await (await subject.reopen()).get('a')).toEqual(Uint8Array.of(1));
    });
  });
}
