/** What comes before everything else at a start: a new version on trial is counted, and given up when it failed too often. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileError } from '../adapters/files/file-error.ts';
import { writeFileAtomically } from '../adapters/files/write-file-atomically.ts';
import { acquireInstanceLock, type InstanceLock } from '../adapters/store/instance-lock.ts';
import { backupsIn, restoreBackup } from '../adapters/store/restore-backup.ts';
import type { UpdateRecordFile } from '../adapters/updates/update-record-file.ts';
import { asJarvisError } from '../domain/errors.ts';
import {
  type KnownBackups,
  orderAtStart,
  type RollingBack,
  type StartOrder,
  type UpdateProgress,
} from '../domain/update-record.ts';
import type { ProgramInstaller } from '../ports/program-installer.ts';
import type { DataFolder } from './data-folder.ts';
import { databasesIn } from './databases.ts';

export interface UpdateStart {
  readonly folder: Pick<DataFolder, 'root' | 'updates'>;
  readonly record: UpdateRecordFile;
  /** Absent: nothing that runs from here can be replaced. */
  readonly installer?: ProgramInstaller;
  readonly version: string;
}

/**
 * `start-previous`: the version before is back at its place with its data, and has to be started instead of this one.
 * Throws `store.disk-full`, `store.read-only` where it goes back: nothing is half done then that the next start would
 * not complete.
 */
export function beginStart(start: UpdateStart): 'go' | 'start-previous' {
  const order = orderAtStart(start.record.current().progress, start.version);
  if (order.kind === 'go') return 'go';
  const lock = lockFolder(start.folder.root);
  // The command line or a web host has the data open: this start will be refused for that, which says nothing of the
  // new version, and nobody's data are taken away from under them.
  if (lock === undefined) return 'go';
  try {
    return follow(order, start);
  } finally {
    lock.release();
  }
}

/** Undefined while another program has the folder. */
function lockFolder(root: string): InstanceLock | undefined {
  try {
    return acquireInstanceLock(root);
  } catch {
    // A database that works here no more may be the very fault of the new version: the way back must not need it.
    return { release: () => undefined };
  }
}

function follow(
  order: Exclude<StartOrder, { readonly kind: 'go' }>,
  { folder, record, installer, version }: UpdateStart,
): 'go' | 'start-previous' {
  if (order.kind === 'go-on-trial') {
    count(record, order.progress);
    return 'go';
  }
  const { progress } = order;
  const isBack = version === progress.from;
  // Without the program before there is nothing that could read its data: the new one goes on trying.
  if (!isBack && !(installer?.canGoBack() ?? false)) {
    record.change({ progress: { ...progress, step: 'installed', starts: progress.starts + 1 } });
    return 'go';
  }
  rollBack(progress, { folder, record, ...(installer && { installer }), version });
  return isBack ? 'go' : 'start-previous';
}

/** A start that cannot be counted is better than none: a full disk must not keep the program from starting. */
function count(record: UpdateRecordFile, progress: UpdateProgress): void {
  try {
    record.change({ progress });
  } catch (error) {
    if (asJarvisError(error).stage !== 'store') throw error;
  }
}

/** Data before program: whichever of the two programs starts after a power cut goes on with it. */
function rollBack(progress: RollingBack, { folder, record, installer }: UpdateStart): void {
  record.change({ progress });
  try {
    for (const place of databasesIn(folder.root)) restoreBackup(place, progress.backups[place.path] ?? []);
    restoreFiles(folder);
    installer?.goBack();
  } catch (error) {
    throw fileError(error, folder.root);
  }
  const failed = [...new Set([...record.current().failed, progress.version])];
  record.change({ progress: { step: 'rolled-back', version: progress.version, isTold: false }, failed });
}

/** To be kept beside the record when the program is about to be replaced. */
export function knownBackups(root: string): KnownBackups {
  return Object.fromEntries(databasesIn(root).map(({ path, backupsDir }) => [path, backupsIn(backupsDir)]));
}

/** A newer program may write what an older one refuses. */
const smallFiles = ['settings.json', 'profiles.json'] as const;

export function keepFiles({ root, updates }: UpdateStart['folder']): void {
  for (const name of smallFiles) {
    const kept = join(updates, 'before', name);
    if (existsSync(join(root, name))) writeFileAtomically(kept, readFileSync(join(root, name)));
    else rmSync(kept, { force: true });
  }
}

function restoreFiles({ root, updates }: UpdateStart['folder']): void {
  for (const name of smallFiles) {
    const kept = join(updates, 'before', name);
    if (existsSync(kept)) writeFileAtomically(join(root, name), readFileSync(kept));
  }
}
