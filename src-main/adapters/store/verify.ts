/** Reads the whole database and says what does not hold. */
import { storeError } from './database-errors.ts';
import { episodeRules } from './episode-rules.ts';
import type { Statements } from './statements.ts';

/** Rules that the schema's own constraints do not hold, each as a query for what breaks it. */
const rules: readonly { readonly broken: string; readonly sql: string }[] = [
  {
    broken: 'messages whose parent is missing or of another conversation',
    sql: `SELECT count(*) AS n FROM message m LEFT JOIN message p ON p.rowid = m.parent
          WHERE m.parent IS NOT NULL AND (p.rowid IS NULL OR p.conversation <> m.conversation)`,
  },
  {
    broken: 'conversations whose last message is missing',
    sql: `SELECT count(*) AS n FROM conversation c LEFT JOIN message m ON m.rowid = c.head
          WHERE c.head IS NOT NULL AND (m.rowid IS NULL OR m.conversation <> c.rowid)`,
  },
  {
    broken: 'conversations with a wrong count of messages',
    sql: `SELECT count(*) AS n FROM conversation c
          WHERE c.message_count <> (SELECT count(*) FROM message m WHERE m.conversation = c.rowid)`,
  },
  {
    broken: 'messages without a turn',
    sql: `SELECT count(*) AS n FROM message m LEFT JOIN message p ON p.rowid = m.parent
          WHERE m.turn IS NULL AND p.turn IS NULL`,
  },
  {
    broken: 'facts whose words are missing or of another fact',
    sql: `SELECT count(*) AS n FROM fact f LEFT JOIN fact_change s ON s.rowid = f.statement
          WHERE f.statement IS NOT NULL AND (s.rowid IS NULL OR s.fact <> f.rowid OR s.subject IS NULL)`,
  },
];

/** Every page is decrypted and its authenticity checked; empty when all is well. */
export function verify(db: Statements): readonly string[] {
  const findings: string[] = [];
  const checks = [
    pages,
    foreignKeys,
    wordIndex,
    ...[...rules, ...episodeRules].map(rule => (store: Statements) => broken(store, rule)),
  ];
  for (const check of checks) {
    try {
      findings.push(...check(db));
    } catch (error) {
      findings.push(storeError(error, db.database.name).message);
    }
  }
  return [...new Set(findings)];
}

const pages = (db: Statements): readonly string[] =>
  db
    .all<{ integrity_check: string }>('PRAGMA integrity_check')
    .map(row => row.integrity_check)
    .filter(line => line !== 'ok');

const foreignKeys = (db: Statements): readonly string[] =>
  db
    .all<{ table: string; parent: string }>('PRAGMA foreign_key_check')
    .map(row => `a row of ${row.table} points to nothing in ${row.parent}`);

function wordIndex(db: Statements): readonly string[] {
  db.run("INSERT INTO message_words (message_words) VALUES ('integrity-check')");
  db.run("INSERT INTO episode_postings (episode_postings) VALUES ('integrity-check')");
  return [];
}

function broken(db: Statements, rule: (typeof rules)[number]): readonly string[] {
  const count = db.one<{ n: number }>(rule.sql)?.n ?? 0;
  return count === 0 ? [] : [`${count} ${rule.broken}`];
}
