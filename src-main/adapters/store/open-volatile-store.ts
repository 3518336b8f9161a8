/** A store that lives in memory alone and is gone when it is closed: for what must leave no trace in any file. */
import Database from 'better-sqlite3-multiple-ciphers';
import type { Clock } from '../../ports/clock.ts';
import type { MemoryStore } from '../../ports/memory-store.ts';
import type { OrganizerStore } from '../../ports/organizer-store.ts';
import { migrations } from './migrations.ts';
import { createSqliteMemoryStore } from './sqlite-memory-store.ts';
import { createSqliteOrganizerStore } from './sqlite-organizer-store.ts';
import { Statements } from './statements.ts';

export interface VolatileStore {
  readonly memory: MemoryStore;
  readonly organizer: OrganizerStore;
  /** May be called twice. */
  close(): void;
}

export function openVolatileStore({ clock }: { readonly clock: Clock }): VolatileStore {
  const database = new Database(':memory:');
  // Sorting and sub-queries would go to a file of the system otherwise, and no page may be spilled.
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_spill = OFF');
  database.pragma('journal_mode = MEMORY');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.transaction(() => {
    for (const step of migrations) step(database);
  })();
  const statements = new Statements(database);
  const close = () => statements.close();
  return {
    memory: createSqliteMemoryStore(statements, clock, close),
    organizer: createSqliteOrganizerStore(statements),
    close,
  };
}
