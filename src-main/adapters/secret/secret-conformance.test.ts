/** Every place for secrets passes the suite of the port. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSecretStore } from '../../ports/conformance/secret-store.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import { createFileSecretStore } from './file-secret-store.ts';
import { createKeychainDouble, stillClock } from './keychain-double.ts';
import { createKeyringSecretStore } from './keyring-secret-store.ts';
import { openPassphraseSecretStore } from './passphrase-secret-store.ts';

async function subjectOf(open: (folder: string) => Promise<SecretStore>) {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-secret-'));
  return {
    store: await open(folder),
    reopen: () => open(folder),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

describeSecretStore('file', () => subjectOf(async folder => createFileSecretStore(join(folder, 's.json'))));
describeSecretStore('passphrase', () =>
  subjectOf(folder => openPassphraseSecretStore(join(folder, 'locked.json'), 'Sésame, ouvre-toi')),
);
describeSecretStore('keychain', () => {
  const keychain = createKeychainDouble();
  return subjectOf(async folder => createKeyringSecretStore(folder, keychain.open, stillClock));
});
