/** Conversations that stand above the others, and messages that were copied when a conversation was forked. */
import type { Migration } from '../migration.ts';

/** `copy_of`: the id of the message that was copied, never that of a copy. */
export const pinsAndForksSchema: Migration = database => {
  database.exec(`
    ALTER TABLE conversation ADD COLUMN pinned_at_ms REAL;
    CREATE INDEX conversation_pinned ON conversation (pinned_at_ms) WHERE pinned_at_ms IS NOT NULL;
    ALTER TABLE message ADD COLUMN copy_of BLOB;
    CREATE INDEX message_copies ON message (copy_of) WHERE copy_of IS NOT NULL;
  `);
};
