/** Every database of a data folder, and where the copies of each lie. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isId } from '../domain/id.ts';

export interface DatabasePlace {
  readonly path: string;
  readonly backupsDir: string;
}

/** Those that are there; found without the list of profiles, which a broken program may have left in any state. */
export function databasesIn(root: string): readonly DatabasePlace[] {
  const profiles = join(root, 'profiles');
  const folders = existsSync(profiles)
    ? readdirSync(profiles)
        .filter(isId)
        .map(id => join(profiles, id))
    : [];
  const ofProfiles = folders.map(folder => ({
    path: join(folder, 'jarvis.db'),
    backupsDir: join(folder, 'backups'),
  }));
  const ofAll = [...ofProfiles, { path: join(root, 'records.db'), backupsDir: join(root, 'backups') }];
  return ofAll.filter(({ path, backupsDir }) => existsSync(path) || existsSync(backupsDir));
}
