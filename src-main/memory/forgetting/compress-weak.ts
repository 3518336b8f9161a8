/** Takes weak episodes out of the fast index, and brings back those that are strong again; all of them stay. */
import { civilOf, dayMs, midnightOf, utcOf } from '../../domain/local-time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EpisodeRecord, EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import type { SemanticMemoryStore } from '../../ports/semantic-memory-store.ts';
import { shouldCompress } from './strength.ts';

export interface CompressParts {
  readonly episodes: Pick<EpisodicMemoryStore, 'page' | 'count' | 'setCompressed'>;
  readonly facts: Pick<SemanticMemoryStore, 'summaries'>;
  readonly clock: Pick<Clock, 'nowMs' | 'zone'>;
  readonly signal: AbortSignal;
  /** Resolves when work may go on; by default as soon as nothing else waits. */
  readonly idle?: () => Promise<void>;
}

/** Read and marked within a step that nobody notices. */
const pageSize = 100;
const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/**
 * Looks at every episode once, in short steps; worth doing once a day. Each step is whole, so it may be aborted at any
 * moment: the next one goes on from what is. Returns how many left the index and how many came back; throws the signal's
 * reason.
 */
export async function compressWeak(parts: CompressParts): Promise<{ left: number; back: number }> {
  const { episodes, clock, signal, idle = nextTurn } = parts;
  const days = new Days(parts);
  const all = await episodes.count();
  const moved = { left: 0, back: 0 };
  let read = 0;
  for (let after = 0; ; ) {
    await idle();
    signal.throwIfAborted();
    const page = await episodes.page(after, pageSize);
    if (page.length === 0) return moved;
    after = page.at(-1)?.key ?? after;
    const [out, back]: [string[], string[]] = [[], []];
    for (const record of page) {
      read += 1;
      const isWeak = await isWeakNow(record, all - read, days, clock.nowMs());
      if (isWeak && !record.isCompressed) out.push(record.episode.id);
      if (!isWeak && record.isCompressed) back.push(record.episode.id);
    }
    if (out.length > 0) await episodes.setCompressed(out, true);
    if (back.length > 0) await episodes.setCompressed(back, false);
    moved.left += out.length;
    moved.back += back.length;
  }
}

async function isWeakNow(record: EpisodeRecord, newer: number, days: Days, nowMs: number): Promise<boolean> {
  const { episode, recalls, lastRecalledMs } = record;
  const remembered = {
    // What was imported was learned on the day of the import, however old it is.
    atMs: Math.max(episode.atMs, madeAtMs(episode.id) ?? episode.atMs),
    salience: episode.salience,
    recalls,
    newer,
    ...(lastRecalledMs !== undefined && { lastRecalledMs }),
  };
  // The summary is looked for only where everything else says so.
  if (!shouldCompress({ ...remembered, isInSummary: true }, nowMs)) return false;
  return shouldCompress({ ...remembered, isInSummary: await days.isSummedUp(episode.atMs) }, nowMs);
}

/** The first 48 bits of a UUID of version 7 are the milliseconds of its making (RFC 9562). */
function madeAtMs(id: string): number | undefined {
  const hex = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id);
  return hex ? Number.parseInt(`${hex[1]}${hex[2]}`, 16) : undefined;
}

/** Which days have a summary. Episodes come in the order of their days, nearly. */
class Days {
  readonly #parts: CompressParts;
  #last: { readonly dayMs: number; readonly isSummedUp: boolean } | undefined;

  constructor(parts: CompressParts) {
    this.#parts = parts;
  }

  async isSummedUp(atMs: number): Promise<boolean> {
    const { clock, facts } = this.#parts;
    const zone = clock.zone();
    const day = midnightOf(civilOf(atMs, zone));
    if (this.#last?.dayMs === day) return this.#last.isSummedUp;
    const interval = { startMs: utcOf(day, zone), endMs: utcOf(day + dayMs, zone) - 1 };
    const found = await facts.summaries({ interval, limit: 20 });
    const date = new Date(day).toISOString().slice(0, 10);
    const isSummedUp = found.some(({ about }) => about.kind === 'day' && about.date === date);
    this.#last = { dayMs: day, isSummedUp };
    return isSummedUp;
  }
}
