/** Memories into the brain: all of a file or nothing, also when the program is killed in the middle. */
import { createHash } from 'node:crypto';
import { detectLanguage } from '../domain/detect-language.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Episode, GateReason } from '../domain/memory.ts';
import { embedEpisodes } from '../ports/embed-episodes.ts';
import type {
  ImportedMemory,
  ImportedUtterance,
  MemoryImportCounts,
  MemoryImportOptions,
} from '../ports/memory-records.ts';
import { isExcluded } from './brain-exclusions.ts';
import type { BrainPorts } from './brain-ports.ts';

/** Records that are stored at once: some hundred milliseconds' work. */
const page = 100;
const mostSummaries = 1_000_000;

type RecordOf<Kind extends ImportedMemory['kind']> = Extract<ImportedMemory, { readonly kind: Kind }>;
type Kept = Parameters<BrainPorts['episodic']['addAll']>[0][number];
type NewEpisode = Omit<Kept, 'vectors'>;

/** What an import brought so far. */
class Brought {
  episodes = 0;
  facts = 0;
  summaries = 0;
  known = 0;
  records = 0;
  readonly refused: Partial<Record<GateReason, number>> = {};

  refuse(why: GateReason): void {
    this.refused[why] = (this.refused[why] ?? 0) + 1;
  }

  get counts(): MemoryImportCounts {
    const { episodes, facts, summaries, known, refused } = this;
    return { episodes, facts, summaries, known, refused };
  }
}

/** Brings memories in, one file after the other. */
export class MemoryImporter {
  readonly #ports: BrainPorts;
  /** Settles when no import is on its way. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(ports: BrainPorts) {
    this.#ports = ports;
  }

  import(records: AsyncIterable<ImportedMemory>, options: MemoryImportOptions): Promise<MemoryImportCounts> {
    return this.#next(() => importMemories(records, options, this.#ports));
  }

  /** What an import of an earlier run left is shown, or taken back. */
  settle(): Promise<void> {
    return this.#next(() => settleArrivals(this.#ports));
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    // Whoever asked hears of the fault; the next one begins whatever became of this one.
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

async function importMemories(
  records: AsyncIterable<ImportedMemory>,
  { signal, progress }: MemoryImportOptions,
  ports: BrainPorts,
): Promise<MemoryImportCounts> {
  await settleArrivals(ports);
  const brought = new Brought();
  const goOn = (): void => {
    if (signal?.aborted) throw new JarvisError('import.cancelled');
  };
  try {
    let batch: ImportedMemory[] = [];
    for await (const record of records) {
      goOn();
      batch.push(record);
      if (batch.length < page) continue;
      await take(batch, brought, ports);
      progress?.(brought.records);
      batch = [];
    }
    await take(batch, brought, ports);
    goOn();
    await ports.arrivals.arrived();
  } finally {
    await settleArrivals(ports);
  }
  progress?.(brought.records);
  return brought.counts;
}

/** In short steps: shows all that has arrived, or takes back what was still coming. */
async function settleArrivals({ arrivals, episodic, semantic }: BrainPorts): Promise<void> {
  const hasArrived = (await arrivals.state()) === 'arrived';
  for (let next = await arrivals.next(page); next !== undefined; next = await arrivals.next(page)) {
    const { kind, ids } = next;
    if (kind === 'episode') await (hasArrived ? episodic.setArrived(ids) : episodic.remove(ids));
    else if (!hasArrived) {
      await semantic.erase({
        facts: kind === 'fact' ? ids : [],
        summaries: kind === 'summary' ? ids : [],
      });
    }
    await arrivals.settle(next);
    await breath();
  }
}

/** Lets everything else through. */
const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

async function take(batch: readonly ImportedMemory[], brought: Brought, ports: BrainPorts): Promise<void> {
  const { episodic, semantic, arrivals } = ports;
  brought.records += batch.length;
  const episodes = await newEpisodes(batch, brought, ports);
  const facts = await newFacts(batch, brought, ports);
  const summaries = await newSummaries(batch, brought, ports);
  await arrivals.announce([
    { kind: 'episode', ids: episodes.map(({ episode }) => episode.id) },
    { kind: 'fact', ids: facts.map(({ fact }) => fact.id) },
    { kind: 'summary', ids: summaries.map(({ id }) => id) },
  ]);
  if (episodes.length > 0) await episodic.addAll(await withVectors(episodes, ports));
  const restored =
    facts.length + summaries.length === 0
      ? { facts: 0, summaries: 0 }
      : await semantic.restore({ facts, summaries });
  brought.episodes += episodes.length;
  brought.facts += restored.facts;
  brought.summaries += restored.summaries;
  await breath();
}

async function withVectors(
  episodes: readonly NewEpisode[],
  { embedder }: BrainPorts,
): Promise<readonly Kept[]> {
  const vectors = await embedEpisodes(
    embedder,
    episodes.map(({ episode }) => episode.text),
  );
  return episodes.flatMap((one, index) => {
    const own = vectors[index];
    return own === undefined ? [] : [{ ...one, vectors: own }];
  });
}

/** Each once, and none that is here already, in sight or not. */
async function newEpisodes(
  batch: readonly ImportedMemory[],
  brought: Brought,
  ports: BrainPorts,
): Promise<readonly NewEpisode[]> {
  const found = batch.flatMap((record): NewEpisode[] => {
    if (record.kind === 'utterance') {
      const episode = episodeOf(record, brought, ports);
      return episode === undefined ? [] : [{ episode, isArriving: true }];
    }
    if (record.kind !== 'episode') return [];
    const { kind: _kind, ...kept } = record;
    return [{ ...kept, isArriving: true }];
  });
  const known = await ports.arrivals.knownEpisodes(found.map(({ episode }) => episode.id));
  return onlyNew(found, ({ episode }) => episode.id, known, brought);
}

async function newFacts(
  batch: readonly ImportedMemory[],
  brought: Brought,
  { semantic }: BrainPorts,
): Promise<readonly RecordOf<'fact'>[]> {
  const found = batch.filter(record => record.kind === 'fact');
  const known = new Set<string>();
  for (const { fact } of found) if ((await semantic.byId(fact.id)) !== undefined) known.add(fact.id);
  return onlyNew(found, ({ fact }) => fact.id, known, brought);
}

async function newSummaries(batch: readonly ImportedMemory[], brought: Brought, { semantic }: BrainPorts) {
  const found = batch.filter(record => record.kind === 'summary').map(({ summary }) => summary);
  if (found.length === 0) return [];
  const known = new Set((await semantic.summaries({ limit: mostSummaries })).map(({ id }) => id));
  return onlyNew(found, ({ id }) => id, known, brought);
}

function onlyNew<T>(
  found: readonly T[],
  idOf: (one: T) => string,
  known: ReadonlySet<string>,
  brought: Brought,
): readonly T[] {
  const unknown = new Map(found.map(one => [idOf(one), one] as const).filter(([id]) => !known.has(id)));
  brought.known += found.length - unknown.size;
  return [...unknown.values()];
}

function episodeOf(utterance: ImportedUtterance, brought: Brought, ports: BrainPorts): Episode | undefined {
  const { rooms, preferences, zone } = ports;
  const { text, atMs, provenance, conversationId } = utterance;
  const language = detectLanguage(text) ?? 'fr';
  if (isExcluded(text, preferences())) {
    brought.refuse('private');
    return undefined;
  }
  const verdict = rooms.judge({ text, language, provenance, atMs, zone: zone() });
  if (!verdict.store) {
    brought.refuse(verdict.why);
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
