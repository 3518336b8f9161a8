/** Facts as they are told: those that rest on a deleted conversation, or on words that were edited, stay out. */
import type { Fact } from '../domain/memory.ts';
import type { SemanticMemoryStore } from '../ports/semantic-memory-store.ts';
import type { BrainPorts } from './brain-ports.ts';
import { factsAbout } from './consolidation/answering/facts-about.ts';

export async function toldFacts(
  query: Parameters<SemanticMemoryStore['facts']>[0],
  ports: BrainPorts,
): Promise<readonly Fact[]> {
  const { about, relation, past, limit } = query;
  const facts =
    about === undefined || relation !== undefined
      ? await ports.semantic.facts(query)
      : await factsAbout(about, ports.semantic, { limit, ...(past !== undefined && { past }) });
  const told = await Promise.all(facts.map(fact => isTold(fact, ports)));
  return facts.filter((_, index) => told[index]);
}

/** One sentence that is still there is enough; a fact of which none is kept stands by itself. */
export async function isTold(
  { sourceEpisodeIds }: Fact,
  { episodic, arrivals }: BrainPorts,
): Promise<boolean> {
  const shown = await Promise.all(sourceEpisodeIds.map(id => episodic.byId(id)));
  if (shown.some(episode => episode !== undefined)) return true;
  return (await arrivals.knownEpisodes(sourceEpisodeIds)).size === 0;
}
