/** A store in a folder of its own, for tests. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { DatabaseOptions } from './connect.ts';
import { openStore, type Store } from './open-store.ts';

const stillClock: Clock = {
  nowMs: () => Date.UTC(2026, 0, 1),
  monotonicMs: () => 0,
  zone: () => 'Europe/Paris',
  after: () => () => undefined,
};

export interface StoreFixture {
  readonly folder: string;
  readonly options: DatabaseOptions;
  open(): Store;
  remove(): void;
}

export function createStoreFixture(): StoreFixture {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-store-'));
  const options: DatabaseOptions = {
    path: join(folder, 'profile', 'jarvis.db'),
    key: randomBytes(32),
    backupsDir: join(folder, 'profile', 'backups'),
    clock: stillClock,
    busyTimeoutMs: 0,
  };
  const opened: Store[] = [];
  return {
    folder,
    options,
    open: () => {
      const store = openStore(options);
      opened.push(store);
      return store;
    },
    remove: () => {
      for (const store of opened) store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
