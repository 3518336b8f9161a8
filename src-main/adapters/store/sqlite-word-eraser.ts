/** Forgets in the profile's encrypted database, and in the copies that were made of it. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WordEraser } from '../../ports/word-eraser.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import { isCopy } from './backup.ts';
import { boundThings } from './bound-things.ts';
import type { EpisodeTables } from './episodes.ts';
import { eraseWords } from './erase-words.ts';
import { addReceipt, isScrubDue, markScrubbed, markScrubDue, readReceipts } from './forget-receipts.ts';
import { keptEpisodes, keptMessages, keptTexts } from './kept-texts.ts';
import { scrub } from './scrub.ts';
import type { Statements } from './statements.ts';

/**
 * `copiesDir`: where the copies lie that are made before an upgrade. `onForgotten`: facts and summaries are no longer as
 * they were read before.
 */
export function createSqliteWordEraser(
  tables: EpisodeTables,
  copiesDir: string,
  onForgotten: () => void,
): WordEraser {
  const { db } = tables;
  return {
    texts: () => keptTexts(db),
    messages: async ids => db.read(() => keptMessages(db, ids)),
    episodes: async ids => db.read(() => keptEpisodes(db, ids)),
    boundTo: async things => db.read(() => boundThings(db, things)),
    forget: async (order, receipt) => {
      const counts = db.write(() => {
        const gone = eraseWords(tables, order);
        if (receipt !== undefined) addReceipt(db, receipt, gone);
        markScrubDue(db);
        return gone;
      });
      onForgotten();
      return { ...{ id: '', atMs: 0, copies: [] }, ...receipt, ...counts };
    },
    remove: async order => {
      db.write(() => eraseWords(tables, order));
      onForgotten();
    },
    settle: async () => settle(db, copiesDir),
    receipts: async limit => db.read(() => readReceipts(db, limit)),
  };
}

/** What a killed program left to be done. */
export function settleIfDue(db: Statements, copiesDir: string): void {
  if (db.read(() => isScrubDue(db))) settle(db, copiesDir);
}

/** Each step may be done again: the mark goes last. */
function settle(db: Statements, copiesDir: string): readonly string[] {
  scrub(db);
  const copies = removeCopies(copiesDir);
  db.write(() => markScrubbed(db, copies));
  return copies;
}

function removeCopies(folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(isCopy) : [];
  for (const name of names) rmSync(join(folder, name), { force: true });
  if (names.length > 0) syncFolder(folder);
  return names;
}
