/** Makes the summaries again that something was taken out of, from what stays. */
import type { Summary } from '../ports/semantic-memory-store.ts';
import type { BrainPorts } from './brain-ports.ts';
import { type SummaryParts, summariseDay, summarisePerson, withFactsOf } from './consolidation/summaries.ts';

/** `gone`: ids of episodes. `matches`: what must not be spoken of any more. */
export async function rebuildSummaries(
  summaries: readonly Summary[],
  gone: ReadonlySet<string>,
  matches: (text: string) => boolean,
  ports: BrainPorts,
): Promise<readonly Summary[]> {
  const made: Summary[] = [];
  for (const summary of summaries) {
    const { about } = summary;
    if (about.kind === 'person' && matches(about.name)) continue;
    const parts = await partsOf(summary, gone, ports);
    const again = await (about.kind === 'day'
      ? summariseDay(about.date, parts)
      : summarisePerson(about.name, parts));
    if (again !== undefined && !matches(again.text)) made.push(again);
  }
  return made;
}

/** What it was made of and stays, also where recall no longer looks through it, and whatever else fits. */
async function partsOf(
  { sourceEpisodeIds }: Summary,
  gone: ReadonlySet<string>,
  { episodic, semantic, clock, zone }: BrainPorts,
): Promise<SummaryParts> {
  const left = await Promise.all(sourceEpisodeIds.filter(id => !gone.has(id)).map(id => episodic.byId(id)));
  const keys = left.flatMap(episode => episode?.key ?? []);
  return {
    episodes: {
      findByTime: async (interval, limit) => unite(keys, await episodic.findByTime(interval, limit)),
      findByEntities: async (names, limit) => unite(keys, await episodic.findByEntities(names, limit)),
      read: async wanted => (await episodic.read(wanted)).filter(({ id }) => !gone.has(id)),
    },
    zone: zone(),
    nowMs: clock.nowMs(),
    signal: new AbortController().signal,
    breathe: () => new Promise(resolve => setImmediate(resolve)),
    withFacts: withFactsOf(semantic),
  };
}

const unite = (x: readonly number[], y: readonly number[]): readonly number[] => [...new Set([...x, ...y])];
