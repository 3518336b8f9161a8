/** Moves the keys of a data folder, knowing the names of all of them: a keychain cannot tell what lies in it. */
import type { MovableSecretStore } from '../adapters/secret/movable-secret-store.ts';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import type { ProfileDirectory } from '../adapters/settings/profile-directory.ts';
import type { SecretServices } from '../api/secret-services.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Sealer } from '../ports/sealer.ts';
import { serverKeyName } from './model-services.ts';
import { recordsKeyName } from './records.ts';

export type SecretMoves = SecretServices;

interface SecretMovesOptions {
  readonly secrets: MovableSecretStore;
  readonly directory: ProfileDirectory;
  readonly settings: MachineSettingsFile;
  readonly sealer?: Sealer;
}

export function createSecretMoves({ secrets, directory, settings, sealer }: SecretMovesOptions): SecretMoves {
  const names = (): readonly string[] => [
    recordsKeyName,
    ...directory.list().map(({ id }) => directory.placeOf(id).keyName),
    ...settings.current().models.servers.map(({ id }) => serverKeyName(id)),
  ];
  return {
    place: () => secrets.kind,
    move: async (to, passphrase) => {
      if (to === 'desktop' && sealer === undefined) throw new JarvisError('secret.only-in-desktop');
      await secrets.move(to, { names: names(), ...(passphrase !== undefined && { passphrase }) });
    },
  };
}
