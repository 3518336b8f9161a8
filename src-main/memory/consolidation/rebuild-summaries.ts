/** Makes summaries again from what is left, after some of what they were made from was forgotten. */
import { newId } from '../../domain/id.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SemanticMemoryStore, Summary } from '../../ports/semantic-memory-store.ts';
import { Breath } from './breath.ts';
import { type SummaryParts, summariseDay, summarisePerson } from './summaries.ts';

export interface RebuildParts {
  readonly episodes: SummaryParts['episodes'];
  readonly facts: SemanticMemoryStore;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly idle?: () => Promise<void>;
}

/** Far more than a day or a person has. */
const mostFacts = 2000;

/** Those of the episodes that facts were taken from. */
export const withFactsOf =
  (facts: Pick<SemanticMemoryStore, 'facts'>): SummaryParts['withFacts'] =>
  async episodeIds => {
    const found = await facts.facts({ episodeIds, past: true, limit: mostFacts });
    return new Set(found.flatMap(({ sourceEpisodeIds }) => sourceEpisodeIds));
  };

/**
 * Call once the forgotten episodes and their summaries are gone. Where too little is left there is no summary any more.
 * Rules alone make them. Returns how many were made; throws the signal's reason, or `memory.changed`.
 */
export async function rebuildSummaries(
  gone: readonly Pick<Summary, 'about'>[],
  parts: RebuildParts,
): Promise<number> {
  const { episodes, facts, clock, signal } = parts;
  const breath = new Breath(clock, parts.idle);
  const revision = facts.revision();
  const summaryParts = {
    episodes,
    signal,
    zone: clock.zone(),
    nowMs: clock.nowMs(),
    breathe: () => breath.always(signal),
    withFacts: withFactsOf(facts),
  };
  const made: Summary[] = [];
  for (const { about } of gone) {
    const summary =
      about.kind === 'day'
        ? await summariseDay(about.date, summaryParts)
        : await summarisePerson(about.name, summaryParts);
    if (summary !== undefined) made.push(summary);
  }
  if (made.length === 0) return 0;
  const night = { id: newId(), atMs: clock.nowMs(), episodeIds: [], changes: [] };
  await facts.commitNight({ ...night, summaries: made, revision });
  return made.length;
}
