/** Takes words out of conversations: the message stays at its place, empty. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WordEraser } from '../../ports/word-eraser.ts';
import { scrub } from './scrub.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';
import { decodeText, encodeText } from './stored-text.ts';
import { removeWords } from './word-index.ts';

/** `copiesDir`: where the copies lie that are made before an upgrade. */
export const createSqliteWordEraser = (db: Statements, copiesDir: string): WordEraser => ({
  eraseMessages: async ids => db.write(() => ids.filter(id => erase(db, id)).length),
  settle: async () => scrub(db),
  removeCopies: async () => {
    const names = existsSync(copiesDir) ? readdirSync(copiesDir) : [];
    for (const name of names) rmSync(join(copiesDir, name), { recursive: true, force: true });
    return names;
  },
});

interface ErasedRow {
  readonly rowid: number;
  readonly conversation: number;
  readonly parent: number | null;
  readonly text: Buffer;
  readonly title: Buffer;
}

function erase(db: Statements, id: string): boolean {
  const row = db.one<ErasedRow>(
    `SELECT m.rowid, m.conversation, m.parent, m.text, c.title
     FROM message m JOIN conversation c ON c.rowid = m.conversation WHERE m.id = ?`,
    encodeId(id),
  );
  if (row === undefined) return false;
  removeWords(db, row.rowid);
  db.run(
    'UPDATE message SET text = ?, memory_context = NULL, extra = NULL WHERE rowid = ?',
    encodeText(''),
    row.rowid,
  );
  if (tells(decodeText(row.title), row))
    db.run('UPDATE conversation SET title = ? WHERE rowid = ?', encodeText('…'), row.conversation);
  return true;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** A title is made of the first words of a conversation, or was given by hand and holds some of these words. */
function tells(title: string, { parent, text }: ErasedRow): boolean {
  const said = new Set(wordsOf(decodeText(text)));
  return parent === null || wordsOf(title).some(word => said.has(word));
}
