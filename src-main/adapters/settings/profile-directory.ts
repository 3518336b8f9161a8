/** The profiles of a data folder in profiles.json, and where each keeps its database and its key. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';
import { isId } from '../../domain/id.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { Profile } from '../../domain/settings.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { parseJson } from './parse-json.ts';

interface ProfilePlace {
  readonly databasePath: string;
  readonly backupsDir: string;
  /** Name of the database's key in the secret store. */
  readonly keyName: string;
}

export interface ProfileDirectory {
  /** Oldest first. */
  list(): readonly Profile[];
  /** Adding one that is there already changes nothing. */
  add(profile: Profile): Profile;
  /** Throws `input.not-found`. */
  change(profile: Pick<Profile, 'id' | 'name' | 'language'>): Profile;
  /** Throws `input.not-found`. */
  placeOf(id: string): ProfilePlace;
}

/** Ids become names of folders: only UUIDs are. */
const schema = z.strictObject({
  profiles: z.array(
    z.strictObject({
      id: z.string().check(z.refine(isId, 'not an id')),
      name: z.string().check(z.minLength(1), z.maxLength(200)),
      language: z.enum(['fr', 'en']),
      createdAtMs: z.number(),
    }),
  ),
});

/** Throws `settings.invalid` when profiles.json is not what it should be, or is gone while profiles are there. */
export function openProfileDirectory(dataDir: string): ProfileDirectory {
  const path = join(dataDir, 'profiles.json');
  let profiles = read(path, join(dataDir, 'profiles'));
  const save = (next: readonly Profile[]): void => {
    try {
      writeFileAtomically(path, `${JSON.stringify({ profiles: next }, null, 2)}\n`);
    } catch (error) {
      throw fileError(error, dirname(path));
    }
    profiles = next;
  };
  const find = (id: string): Profile => {
    const profile = profiles.find(one => one.id === id);
    if (profile === undefined) throw new JarvisError('input.not-found', { what: id });
    return profile;
  };
  return {
    list: () => profiles,
    add: profile => {
      if (!isId(profile.id)) throw new JarvisError('input.invalid', { detail: `profile id ${profile.id}` });
      if (!profiles.some(one => one.id === profile.id)) save([...profiles, profile]);
      return find(profile.id);
    },
    change: ({ id, name, language }) => {
      const next = { ...find(id), name, language };
      save(profiles.map(one => (one.id === id ? next : one)));
      return next;
    },
    placeOf: id => {
      const folder = join(dataDir, 'profiles', find(id).id);
      return {
        databasePath: join(folder, 'jarvis.db'),
        backupsDir: join(folder, 'backups'),
        keyName: `profile:${id}`,
      };
    },
  };
}

function read(path: string, folders: string): readonly Profile[] {
  if (!existsSync(path)) {
    // Beginning anew here would hide every conversation that is there.
    if (existsSync(folders))
      throw invalid(path, {
        fr: 'le fichier manque alors que des profils existent',
        en: 'the file is missing, but profiles are there',
      });
    return [];
  }
  const parsed = schema.safeParse(parseJson(readFileSync(path, 'utf8'), path));
  if (!parsed.success)
    throw invalid(path, { fr: 'ce n’est pas une liste de profils', en: 'not a list of profiles' });
  return [...parsed.data.profiles].sort((x, y) => x.createdAtMs - y.createdAtMs);
}

const invalid = (path: string, detail: Bilingual): JarvisError =>
  new JarvisError('settings.invalid', { path, detail });
