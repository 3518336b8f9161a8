/** Secrets in a file, each sealed by the desktop program's own key. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';
import type { Sealer } from '../../ports/sealer.ts';
import type { SecretStore } from '../../ports/secret-store.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { jsonOf } from './secret-map.ts';

const schema = z.strictObject({
  version: z.literal(1),
  /** What kept the sealing key when the file was begun. */
  keeper: z.string(),
  sealed: z.record(z.string(), z.base64()),
});
type SealedFile = z.output<typeof schema>;

/**
 * Throws `secret.no-keeper` where the desktop has none, `secret.other-keeper` where the file was sealed with another,
 * `secret.damaged`.
 */
export async function openSealedSecretStore(path: string, sealer: Sealer): Promise<SecretStore> {
  const keeper = await sealer.keeper();
  const begun = read(path);
  if (begun !== undefined && begun.keeper !== keeper)
    throw new JarvisError('secret.other-keeper', { kept: begun.keeper, found: keeper ?? 'basic_text' });
  if (keeper === undefined) throw new JarvisError('secret.no-keeper');
  const sealedNow = (): SealedFile['sealed'] => read(path)?.sealed ?? {};
  const save = (sealed: SealedFile['sealed']): void => {
    try {
      writeFileAtomically(
        path,
        `${JSON.stringify({ version: 1, keeper, sealed } satisfies SealedFile, null, 2)}\n`,
      );
    } catch (error) {
      throw fileError(error, dirname(path));
    }
  };
  return {
    kind: 'desktop',
    get: async name => {
      const sealed = Object.hasOwn(sealedNow(), name) ? sealedNow()[name] : undefined;
      return sealed === undefined ? undefined : unseal(sealer, sealed);
    },
    set: async (name, value) => {
      const sealed = Buffer.from(await sealer.seal(value)).toString('base64');
      save({ ...sealedNow(), [name]: sealed });
    },
    delete: async name => {
      const { [name]: gone, ...rest } = sealedNow();
      if (gone !== undefined) save(rest);
    },
    names: async () => Object.keys(sealedNow()),
  };
}

async function unseal(sealer: Sealer, sealed: string): Promise<Uint8Array> {
  try {
    return Uint8Array.from(await sealer.unseal(Uint8Array.from(Buffer.from(sealed, 'base64'))));
  } catch (error) {
    throw new JarvisError('secret.unavailable', {}, error);
  }
}

function read(path: string): SealedFile | undefined {
  if (!existsSync(path)) return undefined;
  const parsed = schema.safeParse(jsonOf(readFileSync(path, 'utf8'), path));
  if (!parsed.success) throw new JarvisError('secret.damaged', { path });
  return parsed.data;
}
