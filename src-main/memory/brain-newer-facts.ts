/** Beside a sentence that holds no longer stands what took its place: "I live in Lyon" of three years ago is true of then. */
import type { Fact, RecalledMemory } from '../domain/memory.ts';
import type { RecallRequest } from './brain.ts';
import type { BrainPorts } from './brain-ports.ts';
import { factSentence } from './consolidation/sentences/fact-sentence.ts';

/** Only what will be shown needs it. */
const lookedAt = 10;
const factsAtMost = 40;

/** `found`, each followed by the facts that ended one of its own. */
export async function withNewerFacts(
  found: readonly RecalledMemory[],
  request: RecallRequest,
  ports: BrainPorts,
): Promise<readonly RecalledMemory[]> {
  const { semantic } = ports;
  const ids = found.slice(0, lookedAt).map(({ id }) => id);
  if (ids.length === 0) return found;
  const facts = await semantic.facts({ episodeIds: ids, past: true, limit: factsAtMost });
  const newer = new Map<string, Fact>();
  for (const { supersededBy } of facts) {
    if (supersededBy === undefined || newer.has(supersededBy)) continue;
    const fact = await semantic.byId(supersededBy);
    if (fact !== undefined && !fact.sourceEpisodeIds.some(id => ids.includes(id)))
      newer.set(supersededBy, fact);
  }
  if (newer.size === 0) return found;
  const told = new Set<string>();
  return found.flatMap(memory => {
    const ended = facts.filter(({ sourceEpisodeIds }) => sourceEpisodeIds.includes(memory.id));
    const after = ended.flatMap(({ supersededBy }) => {
      const fact = supersededBy === undefined ? undefined : newer.get(supersededBy);
      if (fact === undefined || told.has(fact.id)) return [];
      told.add(fact.id);
      return [asMemory(fact, memory, request, ports)];
    });
    return [memory, ...after];
  });
}

/** As near to the question as the sentence that it corrects. */
function asMemory(
  fact: Fact,
  { score, parts }: RecalledMemory,
  { language, zone }: RecallRequest,
  { userName }: BrainPorts,
): RecalledMemory {
  const subject = fact.subject === 'user' ? nameOf(userName(), language) : fact.subject;
  return {
    ...{ id: fact.id, kind: 'fact', speaker: 'user', atMs: fact.lastSaidMs, score, parts },
    text: factSentence(fact, language, zone, { subject, withDates: false }),
    sourceEpisodeIds: fact.sourceEpisodeIds,
  };
}

const nameOf = (userName: string, language: RecallRequest['language']): string =>
  userName !== '' ? userName : language === 'fr' ? 'l’utilisateur' : 'the user';
