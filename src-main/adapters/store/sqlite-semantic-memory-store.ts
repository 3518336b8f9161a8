/** Facts, summaries and nights in the profile's encrypted database. */
import { JarvisError } from '../../domain/errors.ts';
import { civilOf, isoMinute } from '../../domain/local-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Night, SemanticMemoryStore } from '../../ports/semantic-memory-store.ts';
import { findFact, makeChange } from './semantic-fact-rows.ts';
import { countFacts, findFacts } from './semantic-facts.ts';
import { commitNight, judge, nightIds, readHistory, readNight } from './semantic-nights.ts';
import { erase, restore } from './semantic-records.ts';
import { countSummaries, readSummaries } from './semantic-summaries.ts';
import type { Statements } from './statements.ts';

/** One process holds the file: whoever changes facts or summaries in it says so here. */
export class FactChanges {
  #revision = 0;

  get revision(): number {
    return this.#revision;
  }

  happened(): void {
    this.#revision += 1;
  }
}

export function createSqliteSemanticMemoryStore(
  db: Statements,
  clock: Pick<Clock, 'nowMs' | 'zone'>,
  changes: FactChanges = new FactChanges(),
): SemanticMemoryStore {
  const write = async <T>(work: () => T): Promise<T> => {
    const result = db.write(work);
    changes.happened();
    return result;
  };
  const today = () => isoMinute(civilOf(clock.nowMs(), clock.zone()));
  return {
    facts: async query => db.read(() => findFacts(db, query, today())),
    byId: async id => db.read(() => findFact(db, id)),
    revision: () => changes.revision,
    commitNight: async plan => {
      if (plan.revision !== undefined && plan.revision !== changes.revision)
        throw new JarvisError('memory.changed');
      return write(() => commitNight(db, plan));
    },
    night: async id => db.read(() => readNight(db, id)),
    nights: limit => readNights(db, limit),
    judge: async (changeId, verdict) => write(() => judge(db, changeId, verdict)),
    change: async (made, atMs) =>
      write(() => {
        for (const change of [made].flat()) makeChange(db, change, { atMs });
      }),
    history: async factId => db.read(() => readHistory(db, factId)),
    summaries: async query => db.read(() => readSummaries(db, query)),
    count: async () => db.read(() => ({ facts: countFacts(db), summaries: countSummaries(db) })),
    restore: async records => write(() => restore(db, records)),
    erase: async ids => write(() => erase(db, ids)),
  };
}

/** One at a time: a page of them has thousands of changes, and nobody is to wait for it. */
async function readNights(db: Statements, limit: number): Promise<readonly Night[]> {
  const nights: Night[] = [];
  for (const id of db.read(() => nightIds(db, limit))) {
    const night = db.read(() => readNight(db, id));
    if (night !== undefined) nights.push(night);
    await new Promise<void>(resolve => setImmediate(resolve));
  }
  return nights;
}
