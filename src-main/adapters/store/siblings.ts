/** The alternatives of a message at its place on a branch. */
import type { BranchMessage } from '../../domain/conversation.ts';
import { type MessageRow, messageOf } from './message-rows.ts';
import type { Statements } from './statements.ts';
import { decodeId } from './stored-id.ts';

/** Oldest first, the message itself included; most have no other. */
function siblingIds(db: Statements, row: MessageRow): readonly string[] {
  if (row.sibling_count === 1) return [decodeId(row.id)];
  return db
    .all<{ id: Buffer }>(
      'SELECT id FROM message WHERE conversation = ? AND parent IS ? ORDER BY rowid',
      row.conversation,
      row.parent,
    )
    .map(sibling => decodeId(sibling.id));
}

export const branchMessageOf = (db: Statements, row: MessageRow): BranchMessage => ({
  ...messageOf(row),
  siblingIds: siblingIds(db, row),
});
