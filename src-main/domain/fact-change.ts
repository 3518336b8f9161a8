/** What may happen to a fact, and what a fact is after all that happened to it. */
import type { Fact } from './memory.ts';

/** One change that a consolidation, or the person, made; it can be undone by itself. */
export type FactChange =
  | { readonly kind: 'learned'; readonly fact: Fact }
  | {
      readonly kind: 'strengthened';
      readonly factId: string;
      readonly episodeId: string;
      readonly saidAtMs: number;
      /** Known only now: since when it holds. */
      readonly validFrom?: string;
    }
  /** The fact holds no longer: `by` took its place, or the words of `episodeId` said so. */
  | {
      readonly kind: 'ended';
      readonly factId: string;
      readonly validTo: string;
      readonly by?: string;
      readonly episodeId?: string;
    }
  | { readonly kind: 'edited'; readonly factId: string; readonly before: Fact; readonly after: Fact };

export const factIdOf = (change: FactChange): string =>
  change.kind === 'learned' ? change.fact.id : change.factId;

/** Each time it is said again half of the doubt goes; some always stays. */
const doubtLeft = 0.5;
const mostConfidence = 0.99;

/**
 * The fact after one more change; undefined where it was never learned. Leaving a change out of the row of them gives what
 * the fact would be without it: this is how one is undone, whatever came later.
 */
export function applyChange(fact: Fact | undefined, change: FactChange): Fact | undefined {
  if (change.kind === 'learned') return change.fact;
  if (fact === undefined) return undefined;
  if (change.kind === 'strengthened') return strengthened(fact, change);
  if (change.kind === 'edited') return edited(fact, change.after);
  const { supersededBy, ...rest } = fact;
  const by = change.by ?? supersededBy;
  return { ...rest, validTo: change.validTo, ...(by !== undefined && { supersededBy: by }) };
}

/** The fact after `changes` of it, in the order they were made. */
export const replay = (changes: readonly FactChange[]): Fact | undefined =>
  changes.reduce<Fact | undefined>(applyChange, undefined);

function strengthened(fact: Fact, change: Extract<FactChange, { kind: 'strengthened' }>): Fact {
  const sources = fact.sourceEpisodeIds;
  return {
    ...fact,
    confidence: Math.max(fact.confidence, Math.min(mostConfidence, 1 - (1 - fact.confidence) * doubtLeft)),
    timesSaid: fact.timesSaid + 1,
    firstSaidMs: Math.min(fact.firstSaidMs, change.saidAtMs),
    lastSaidMs: Math.max(fact.lastSaidMs, change.saidAtMs),
    sourceEpisodeIds: sources.includes(change.episodeId) ? sources : [...sources, change.episodeId],
    ...(change.validFrom !== undefined && fact.validFrom === undefined && { validFrom: change.validFrom }),
  };
}

/** What it says, since when and how surely is as edited; how often it was said, and where, stays. */
function edited(fact: Fact, to: Fact): Fact {
  const { id, timesSaid, firstSaidMs, lastSaidMs, sourceEpisodeIds } = fact;
  return { ...to, id, timesSaid, firstSaidMs, lastSaidMs, sourceEpisodeIds };
}
