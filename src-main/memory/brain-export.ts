/** Memories out of the brain, in an order that depends on nothing but themselves. */
import type { Fact } from '../domain/memory.ts';
import type { MemoryRecord } from '../ports/memory-records.ts';
import type { Summary } from '../ports/semantic-memory-store.ts';
import { isTold } from './brain-facts.ts';
import type { BrainPorts } from './brain-ports.ts';

const page = 500;
const most = 1_000_000;

export async function* exportMemories(ports: BrainPorts): AsyncGenerator<MemoryRecord> {
  const { episodic, semantic } = ports;
  let after = 0;
  for (
    let found = await episodic.page(after, page);
    found.length > 0;
    found = await episodic.page(after, page)
  ) {
    for (const { key, episode, recalls, lastRecalledMs, isConsolidated, isHidden } of found) {
      after = key;
      // Of a conversation that was deleted, or words that were edited: they would come back in sight.
      if (isHidden) continue;
      const last = lastRecalledMs === undefined ? {} : { lastRecalledMs };
      yield { kind: 'episode', episode, recalls, isConsolidated, ...last };
    }
  }
  // In an order of their own: as they stand on disk depends on how they came there.
  for (const fact of [...(await semantic.facts({ past: true, limit: most }))].sort(byPerson)) {
    if (!(await isTold(fact, ports))) continue;
    yield { kind: 'fact', fact, history: await semantic.history(fact.id) };
  }
  for (const summary of [...(await semantic.summaries({ limit: most }))].sort(byTime)) {
    yield { kind: 'summary', summary };
  }
}

const compared = (a: string | number, b: string | number): number => Number(a > b) - Number(a < b);

const byPerson = (a: Fact, b: Fact): number =>
  compared(a.subject, b.subject) || compared(a.firstSaidMs, b.firstSaidMs) || compared(a.id, b.id);

const byTime = (a: Summary, b: Summary): number =>
  compared(a.about.kind, b.about.kind) ||
  compared(a.interval.startMs, b.interval.startMs) ||
  compared(a.id, b.id);
