/** What must hold of the tables of episodes, each as a query for how much breaks it. */
import { isShown } from './episode-rows.ts';

export const episodeRules: readonly { readonly broken: string; readonly sql: string }[] = [
  {
    broken: 'memories more or fewer than were counted',
    sql: `SELECT abs((SELECT episodes FROM episode_totals) - count(*)) AS n FROM episode e WHERE ${isShown}`,
  },
  {
    broken: 'memories more or fewer in the index of words than were counted',
    sql: `SELECT abs((SELECT indexed FROM episode_totals) - count(*)) AS n FROM episode WHERE out_of_index = 0`,
  },
  {
    broken: 'memories without their words',
    sql: `SELECT count(*) AS n FROM episode e LEFT JOIN episode_terms t ON t.episode = e.key
          WHERE t.episode IS NULL`,
  },
  {
    broken: 'lists of words of no memory',
    sql: `SELECT count(*) AS n FROM episode_terms t LEFT JOIN episode e ON e.key = t.episode WHERE e.key IS NULL`,
  },
  {
    broken: 'words with a count that cannot be',
    sql: 'SELECT count(*) AS n FROM episode_word WHERE episodes < 0 OR holders < 1 OR episodes > holders',
  },
  {
    broken: 'names of no memory',
    sql: `SELECT count(*) AS n FROM episode_entity l
          LEFT JOIN episode e ON e.key = l.episode LEFT JOIN episode_entity_name n ON n.rowid = l.entity
          WHERE e.key IS NULL OR n.rowid IS NULL`,
  },
  ...(['conversations', 'emotions'] as const).map(collection => ({
    broken: `vectors in ${collection} of no memory`,
    sql: `SELECT count(*) AS n FROM ${collection} v LEFT JOIN episode e ON e.key = v.id & 4294967295
          WHERE e.key IS NULL`,
  })),
];
