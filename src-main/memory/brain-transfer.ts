/** Memories out of the brain and in again. */

import { createHash } from 'node:crypto';
import { detectLanguage } from '../domain/detect-language.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Episode, Fact, GateReason } from '../domain/memory.ts';
import { embedEpisodes } from '../ports/embed-episodes.ts';
import type {
  ImportedMemory,
  ImportedUtterance,
  MemoryImportCounts,
  MemoryImportOptions,
  MemoryRecord,
} from '../ports/memory-records.ts';
import type { Summary } from '../ports/semantic-memory-store.ts';
import { isExcluded } from './brain-exclusions.ts';
import type { BrainPorts } from './brain-ports.ts';

const page = 500;
const most = 1_000_000;

export async function* exportMemories({ episodic, semantic }: BrainPorts): AsyncGenerator<MemoryRecord> {
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

type FactRecord = Extract<ImportedMemory, { readonly kind: 'fact' }>;
type Kept = Parameters<BrainPorts['episodic']['addAll']>[0][number];

/** What an import brought, so that it can be taken back. */
class Staged {
  readonly episodeIds: string[] = [];
  readonly factIds: string[] = [];
  readonly summaryIds: string[] = [];
  readonly refused: Partial<Record<GateReason, number>> = {};
  known = 0;
  records = 0;

  refuse(why: GateReason): void {
    this.refused[why] = (this.refused[why] ?? 0) + 1;
  }

  get counts(): MemoryImportCounts {
    const { episodeIds, factIds, summaryIds, known, refused } = this;
    return {
      episodes: episodeIds.length,
      facts: factIds.length,
      summaries: summaryIds.length,
      known,
      refused,
    };
  }
}

export async function importMemories(
  records: AsyncIterable<ImportedMemory>,
  { signal, progress }: MemoryImportOptions,
  ports: BrainPorts,
): Promise<MemoryImportCounts> {
  const staged = new Staged();
  try {
    let batch: ImportedMemory[] = [];
    for await (const record of records) {
      if (signal?.aborted) throw new JarvisError('import.cancelled');
      batch.push(record);
      if (batch.length < page) continue;
      await take(batch, staged, ports);
      progress?.(staged.records);
      batch = [];
    }
    await take(batch, staged, ports);
    if (signal?.aborted) throw new JarvisError('import.cancelled');
  } catch (error) {
    await takeBack(staged, ports);
    throw error;
  }
  await ports.episodic.setHidden({ ids: staged.episodeIds }, false);
  progress?.(staged.records);
  return staged.counts;
}

/** Nothing of an import that did not come to its end stays. */
async function takeBack({ episodeIds, factIds, summaryIds }: Staged, ports: BrainPorts): Promise<void> {
  await ports.semantic.erase({ facts: factIds, summaries: summaryIds });
  await ports.episodic.remove(episodeIds);
}

async function take(batch: readonly ImportedMemory[], staged: Staged, ports: BrainPorts): Promise<void> {
  const { episodic, semantic, embedder } = ports;
  const episodes: Omit<Kept, 'vectors'>[] = [];
  const facts: FactRecord[] = [];
  for (const record of batch) {
    staged.records++;
    if (record.kind === 'utterance') {
      const episode = episodeOf(record, staged, ports);
      if (episode === undefined) continue;
      if ((await episodic.byId(episode.id)) !== undefined) staged.known++;
      else episodes.push({ episode });
    } else if (record.kind === 'episode') {
      const { episode, recalls, lastRecalledMs, isConsolidated } = record;
      if ((await episodic.byId(episode.id)) !== undefined) staged.known++;
      else
        episodes.push({
          ...{ episode, recalls, isConsolidated },
          ...(lastRecalledMs !== undefined && { lastRecalledMs }),
        });
    } else if (record.kind === 'fact') {
      if ((await semantic.byId(record.fact.id)) !== undefined) staged.known++;
      else facts.push(record);
    } else {
      const { summaries } = await semantic.restore({ facts: [], summaries: [record.summary] });
      if (summaries === 0) staged.known++;
      else staged.summaryIds.push(record.summary.id);
    }
  }
  staged.factIds.push(...facts.map(({ fact }) => fact.id));
  await semantic.restore({ facts, summaries: [] });
  const vectors = await embedEpisodes(
    embedder,
    episodes.map(({ episode }) => episode.text),
  );
  const kept = episodes.flatMap((one, index) => {
    const own = vectors[index];
    return own === undefined ? [] : [{ ...one, vectors: own }];
  });
  const ids = kept.map(({ episode }) => episode.id);
  staged.episodeIds.push(...ids);
  await episodic.addAll(kept);
  // Nobody finds any of it before all of it is there.
  await episodic.setHidden({ ids }, true);
  await new Promise<void>(resolve => setImmediate(resolve));
}

function episodeOf(utterance: ImportedUtterance, staged: Staged, ports: BrainPorts): Episode | undefined {
  const { rooms, preferences, zone } = ports;
  const { text, atMs, provenance, conversationId } = utterance;
  const language = detectLanguage(text) ?? 'fr';
  if (isExcluded(text, preferences())) {
    staged.refuse('private');
    return undefined;
  }
  const verdict = rooms.judge({ text, language, provenance, atMs, zone: zone() });
  if (!verdict.store) {
    staged.refuse(verdict.why);
    return undefined;
  }
  const affect = rooms.affectOf(text, language);
  return {
    ...{ id: idOf(utterance), provenance, speaker: 'user', atMs, text, language, affect },
    place: { conversationId },
    salience: 0.4,
    entities: rooms.entitiesOf(text, language),
  };
}

/** The same for the same words of the same conversation, so that a file that comes twice doubles nothing (UUIDv8, RFC 9562). */
function idOf({ conversationId, text }: ImportedUtterance): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([conversationId, text]))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
