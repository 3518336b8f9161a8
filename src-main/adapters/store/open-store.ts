/** A profile's store: conversations and what the skills keep, in one database. */
import type { EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import type { MemoryStore } from '../../ports/memory-store.ts';
import type { OrganizerStore } from '../../ports/organizer-store.ts';
import type { PerceptionStore } from '../../ports/perception-store.ts';
import type { SemanticMemoryStore } from '../../ports/semantic-memory-store.ts';
import type { DatabaseOptions } from './connect.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteEpisodicMemoryStore, openEpisodeTables } from './sqlite-episodic-memory-store.ts';
import { createSqliteMemoryStore } from './sqlite-memory-store.ts';
import { createSqliteOrganizerStore } from './sqlite-organizer-store.ts';
import { createSqlitePerceptionStore } from './sqlite-perception-store.ts';
import { createSqliteSemanticMemoryStore } from './sqlite-semantic-memory-store.ts';
import { Statements } from './statements.ts';

export interface Store {
  readonly memory: MemoryStore;
  readonly organizer: OrganizerStore;
  readonly perception: PerceptionStore;
  readonly episodic: EpisodicMemoryStore;
  readonly semantic: SemanticMemoryStore;
  /** May be called twice. */
  close(): void;
}

/** Throws JarvisError `store.*`; see openDatabase. */
export function openStore(options: DatabaseOptions): Store {
  const statements = new Statements(openDatabase(options));
  const close = () => statements.close();
  return {
    memory: createSqliteMemoryStore(statements, options.clock, close),
    organizer: createSqliteOrganizerStore(statements),
    perception: createSqlitePerceptionStore(statements),
    episodic: createSqliteEpisodicMemoryStore(openEpisodeTables(statements)),
    semantic: createSqliteSemanticMemoryStore(statements, options.clock),
    close,
  };
}
