/** Facts as they are told in a list of many: as `toldFacts`, with one question for the sources of all of them. */
import type { Fact } from '../../domain/memory.ts';
import type { FactQuery } from '../../ports/semantic-memory-store.ts';
import type { BrainPorts } from '../brain-ports.ts';
import { factsAbout } from '../consolidation/answering/facts-about.ts';

export async function knownFacts(
  query: FactQuery,
  { semantic, explorer }: Pick<BrainPorts, 'semantic' | 'explorer'>,
): Promise<readonly Fact[]> {
  const { about, relations, past, limit } = query;
  const facts =
    about === undefined || relations !== undefined
      ? await semantic.facts(query)
      : await factsAbout(about, semantic, { limit, ...(past !== undefined && { past }) });
  const hidden = await explorer.hidden([...new Set(facts.flatMap(fact => fact.sourceEpisodeIds))]);
  return facts.filter(({ sourceEpisodeIds }) => {
    const kept = sourceEpisodeIds.flatMap(id => hidden.get(id) ?? []);
    // One sentence that is still there is enough; a fact of which none is kept stands by itself.
    return kept.length === 0 || kept.includes(false);
  });
}
