/** A profile's store: conversations and what the skills keep, in one database. */
import { JarvisError } from '../../domain/errors.ts';
import type { EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import type { KnowledgeStore } from '../../ports/knowledge-store.ts';
import type { MemoryArrivals } from '../../ports/memory-arrivals.ts';
import type { MemoryExplorerStore } from '../../ports/memory-explorer-store.ts';
import type { MemoryStore } from '../../ports/memory-store.ts';
import type { OrganizerStore } from '../../ports/organizer-store.ts';
import type { PerceptionStore } from '../../ports/perception-store.ts';
import type { SemanticMemoryStore } from '../../ports/semantic-memory-store.ts';
import type { WordEraser } from '../../ports/word-eraser.ts';
import type { DatabaseOptions } from './connect.ts';
import { openDatabase } from './open-database.ts';
import { scrub } from './scrub.ts';
import { ShortSteps } from './short-steps.ts';
import { createSqliteEpisodicMemoryStore, openEpisodeTables } from './sqlite-episodic-memory-store.ts';
import { createSqliteKnowledgeStore } from './sqlite-knowledge-store.ts';
import { createSqliteMemoryArrivals } from './sqlite-memory-arrivals.ts';
import { createSqliteMemoryExplorerStore } from './sqlite-memory-explorer-store.ts';
import { createSqliteMemoryStore } from './sqlite-memory-store.ts';
import { createSqliteOrganizerStore } from './sqlite-organizer-store.ts';
import { createSqlitePerceptionStore } from './sqlite-perception-store.ts';
import { createSqliteSemanticMemoryStore, FactChanges } from './sqlite-semantic-memory-store.ts';
import { createSqliteWordEraser, settleIfDue } from './sqlite-word-eraser.ts';
import { Statements } from './statements.ts';

export interface Store {
  readonly memory: MemoryStore;
  readonly organizer: OrganizerStore;
  readonly perception: PerceptionStore;
  readonly episodic: EpisodicMemoryStore;
  readonly semantic: SemanticMemoryStore;
  readonly arrivals: MemoryArrivals;
  readonly explorer: MemoryExplorerStore;
  readonly knowledge: KnowledgeStore;
  readonly eraser: WordEraser;
  /** What the database takes on disk. */
  bytes(): number;
  /** Leaves no byte of what was removed before; nothing else happens meanwhile (scrub.ts). */
  scrub(): Promise<void>;
  /** May be called twice. */
  close(): void;
}

const databaseBytes = 'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()';

/** Throws JarvisError `store.*`; see openDatabase. */
export function openStore(options: DatabaseOptions): Store {
  const statements = new Statements(openDatabase(options));
  const close = () => statements.close();
  const episodes = openEpisodeTables(statements);
  const facts = new FactChanges();
  finishForgetting(statements, options);
  return {
    memory: createSqliteMemoryStore(statements, options.clock, close),
    organizer: createSqliteOrganizerStore(statements),
    perception: createSqlitePerceptionStore(statements),
    episodic: createSqliteEpisodicMemoryStore(episodes),
    semantic: createSqliteSemanticMemoryStore(statements, options.clock, facts),
    arrivals: createSqliteMemoryArrivals(statements),
    explorer: createSqliteMemoryExplorerStore(statements),
    knowledge: createSqliteKnowledgeStore(statements, new ShortSteps(statements, options.clock)),
    eraser: createSqliteWordEraser(episodes, options.backupsDir, () => facts.happened()),
    bytes: () => statements.one<{ bytes: number }>(databaseBytes)?.bytes ?? 0,
    scrub: async () => scrub(statements),
    close,
  };
}

/** What was forgotten when the program was killed leaves its last traces before anybody reads. */
function finishForgetting(statements: Statements, { backupsDir }: DatabaseOptions): void {
  try {
    settleIfDue(statements, backupsDir);
  } catch (error) {
    // A full disk must not lock the person out: it is done at the next start.
    if (error instanceof JarvisError && error.code === 'store.disk-full') return;
    statements.close();
    throw error;
  }
}
