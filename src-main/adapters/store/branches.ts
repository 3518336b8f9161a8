/** The branches of a conversation: the active one as it is shown, and the choice of another. */
import type { BranchMessage } from '../../domain/conversation.ts';
import { notFound, requireConversation } from './conversations.ts';
import { type MessageRow, messageColumns, messageTables } from './message-rows.ts';
import { requireMessage } from './messages.ts';
import { branchMessageOf } from './siblings.ts';
import type { Statements } from './statements.ts';

const branchUpwards = `
  WITH RECURSIVE up (row, depth) AS (
    SELECT ?, 0
    UNION ALL
    SELECT parent_of.parent, up.depth + 1 FROM up JOIN message parent_of ON parent_of.rowid = up.row
    WHERE parent_of.parent IS NOT NULL AND up.depth + 1 < ?
  )
  SELECT ${messageColumns} FROM up CROSS JOIN ${messageTables} WHERE m.rowid = up.row ORDER BY up.depth DESC`;

type Page = { limit: number; beforeId?: string };

/** Branches kept in memory: that of the conversation one is in, as the prompt and as the window want it. */
const branchesKept = 2;

/** `openBranch` that remembers what it read last, for as long as nothing at all is written. */
export function rememberingOpenBranch(
  db: Statements,
): (conversationId: string, page?: Page) => readonly BranchMessage[] {
  const kept = new Map<string, { readonly version: number; readonly messages: readonly BranchMessage[] }>();
  return (conversationId, page) => {
    const version = db.version();
    const key = JSON.stringify([conversationId, page?.limit, page?.beforeId]);
    const known = kept.get(key);
    if (known?.version === version) return known.messages;
    const messages = openBranch(db, conversationId, page);
    kept.delete(key);
    const [oldest] = kept.keys();
    if (kept.size >= branchesKept && oldest !== undefined) kept.delete(oldest);
    kept.set(key, { version, messages });
    return messages;
  };
}

/** The newest `limit` messages of the active branch, or of what stands before `beforeId`; oldest first. */
function openBranch(db: Statements, conversationId: string, page?: Page): readonly BranchMessage[] {
  const conversation = requireConversation(db, conversationId);
  const end =
    page?.beforeId === undefined ? conversation.head : parentRow(db, conversation.rowid, page.beforeId);
  if (end === null) return [];
  const rows = db.all<MessageRow>(branchUpwards, end, page?.limit ?? Number.MAX_SAFE_INTEGER);
  return rows.map(row => branchMessageOf(db, row));
}

function parentRow(db: Statements, conversation: number, id: string): number | null {
  return requireMessageOf(db, conversation, id).parent;
}

function requireMessageOf(db: Statements, conversation: number, id: string): MessageRow {
  const row = requireMessage(db, id);
  if (row.conversation !== conversation) throw notFound(id);
  return row;
}

/** Makes the branch through `messageId` the active one, down to its newest leaf. */
export function selectBranch(db: Statements, conversationId: string, messageId: string): void {
  const conversation = requireConversation(db, conversationId);
  const chosen = requireMessageOf(db, conversation.rowid, messageId);
  const leaf = db.one<{ row: number }>(
    `WITH RECURSIVE down (row, depth) AS (
       SELECT ?, 0
       UNION ALL
       SELECT (SELECT max(child.rowid) FROM message child WHERE child.conversation = ? AND child.parent = down.row),
         down.depth + 1
       FROM down WHERE down.row IS NOT NULL
     )
     SELECT row FROM down WHERE row IS NOT NULL ORDER BY depth DESC LIMIT 1`,
    chosen.rowid,
    conversation.rowid,
  );
  db.run('UPDATE conversation SET head = ? WHERE rowid = ?', leaf?.row ?? chosen.rowid, conversation.rowid);
}
