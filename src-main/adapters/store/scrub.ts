/** Leaves no byte of what was removed: neither in the log, nor on free pages, nor in the gaps between rows. */
import type { Statements } from './statements.ts';

/**
 * `secure_delete` overwrites a row that goes, but not what was left behind when a page was split or joined before: of 430
 * removed episodes one or two words were still found. So every page is written anew. Takes about a second for 100 MB, in
 * which nothing else happens, and as much memory as the file is large: a temporary file would not be encrypted.
 */
export function scrub(db: Statements): void {
  db.emptyLog();
  db.rewrite();
  db.emptyLog();
}
