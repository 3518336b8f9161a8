/** Before a new version on trial is counted or given up, nobody else may have the data open. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../adapters/files/make-folder.ts';
import { acquireInstanceLock, type InstanceLock } from '../adapters/store/instance-lock.ts';
import { openUpdateRecord } from '../adapters/updates/update-record-file.ts';
import type { ProgramInstaller } from '../ports/program-installer.ts';
import { beginStart } from './update-start.ts';

let root: string;
let lock: InstanceLock | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jarvis-start-'));
});
afterEach(() => {
  lock?.release();
  lock = undefined;
  rmSync(root, { recursive: true, force: true });
});

const record = () => openUpdateRecord(join(root, 'updates', 'state.json'));
const database = () => join(root, 'records.db');

/** A new version that began so often, the data that it made, and the copy from before. */
function onTrial(starts: number): void {
  makeFolder(join(root, 'backups'));
  writeFileSync(database(), 'new');
  writeFileSync(join(root, 'backups', 'jarvis-20260101T000000000Z-schema1.db'), 'old');
  record().change({
    progress: { step: 'installed', version: '2.0.0', from: '1.0.0', starts, backups: {} },
  });
}

function start() {
  let wentBack = 0;
  const installer: ProgramInstaller = {
    kind: 'appimage',
    asksPassword: false,
    install: async () => undefined,
    canGoBack: () => true,
    goBack: () => {
      wentBack += 1;
    },
    forget: () => undefined,
  };
  const folder = { root, updates: join(root, 'updates') };
  const outcome = beginStart({ folder, record: record(), installer, version: '2.0.0' });
  return { outcome, wentBack, database: readFileSync(database(), 'utf8') };
}

describe('while another program has the data open', () => {
  it('nothing is taken back from under it, and the way back is gone once it has ended', () => {
    onTrial(2);
    lock = acquireInstanceLock(root);
    expect(start()).toEqual({ outcome: 'go', wentBack: 0, database: 'new' });
    lock?.release();
    expect(start()).toEqual({ outcome: 'start-previous', wentBack: 1, database: 'old' });
    expect(record().current().progress.step).toBe('rolled-back');
  });

  it('a start is not counted against the new version', () => {
    onTrial(0);
    lock = acquireInstanceLock(root);
    start();
    expect(record().current().progress).toMatchObject({ step: 'installed', starts: 0 });
  });
});

it('the folder is free again for the program itself', () => {
  onTrial(0);
  expect(start().outcome).toBe('go');
  expect(record().current().progress).toMatchObject({ starts: 1 });
  lock = acquireInstanceLock(root);
  expect(lock).toBeDefined();
});

it('a lock that cannot be had at all keeps nobody from going back', () => {
  onTrial(2);
  makeFolder(join(root, 'instance.lock'));
  expect(start().outcome).toBe('start-previous');
  expect(existsSync(join(root, 'instance.lock'))).toBe(true);
});
