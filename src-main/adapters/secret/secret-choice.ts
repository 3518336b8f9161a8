/** The note of where a data folder's secrets lie, and of a move between two places that is under way. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';
import { type SecretPlace, secretPlaces } from '../../domain/secret-place.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { jsonOf } from './secret-map.ts';

const place = {
  kind: z.enum(secretPlaces),
  /** The name of the keychain's entries; each data folder has its own, which stays when the folder is moved. */
  service: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(100))),
};
/** `names`: what may lie there, which a keychain cannot tell. */
const unfinished = z.strictObject({ ...place, names: z.array(z.string()) });
const schema = z.strictObject({
  ...place,
  /** A move had begun to fill this place: it does not count, and goes. */
  arriving: z.exactOptional(unfinished),
  /** A move has left this place: what is there still goes. */
  leaving: z.exactOptional(unfinished),
});

export interface Choice {
  readonly kind: SecretPlace;
  readonly service?: string;
}
export type UnfinishedPlace = z.output<typeof unfinished>;
export type NotedChoice = z.output<typeof schema>;

const notePath = (dataDir: string): string => join(dataDir, 'secret-store.json');

/** Where a place keeps its secrets; undefined for the keychain. */
export function secretFileOf(dataDir: string, kind: SecretPlace): string | undefined {
  if (kind === 'keychain') return undefined;
  const names = { file: 'secrets.json', passphrase: 'secrets.locked.json', desktop: 'secrets.sealed.json' };
  return join(dataDir, names[kind]);
}

/** What was chosen before; a file of secrets without a note of the choice counts as one. Throws `secret.damaged`. */
export function readChoice(dataDir: string): NotedChoice | undefined {
  const path = notePath(dataDir);
  if (existsSync(path)) {
    const parsed = schema.safeParse(jsonOf(readFileSync(path, 'utf8'), path));
    if (!parsed.success) throw new JarvisError('secret.damaged', { path });
    return parsed.data;
  }
  const kind = (['passphrase', 'desktop', 'file'] as const).find(one =>
    existsSync(secretFileOf(dataDir, one) ?? ''),
  );
  return kind && { kind };
}

export function remember(dataDir: string, choice: NotedChoice): void {
  try {
    writeFileAtomically(notePath(dataDir), `${JSON.stringify(choice)}\n`);
  } catch (error) {
    throw fileError(error, dataDir);
  }
}
