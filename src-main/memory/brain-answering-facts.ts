/** Facts that answer a question by themselves stand before what was found: "what should I not bake for Anna?" */
import type { RecalledMemory } from '../domain/memory.ts';
import type { RecallRequest } from './brain.ts';
import { isExcluded } from './brain-exclusions.ts';
import { isTold } from './brain-facts.ts';
import type { BrainPorts } from './brain-ports.ts';
import { answerFacts } from './consolidation/answering/answer-facts.ts';
import { factSentence } from './consolidation/sentences/fact-sentence.ts';

const mostFacts = 8;
/** A sentence among so many best is told anyway, and says more than the fact that was taken from it. */
const surelyTold = 3;

/** `found`: best first. A fact whose sentence is among the very best is left out. */
export async function withAnsweringFacts(
  found: readonly RecalledMemory[],
  { text, language, nowMs, zone }: RecallRequest,
  ports: BrainPorts,
): Promise<readonly RecalledMemory[]> {
  const answer = await answerFacts(text, language, ports.semantic, { nowMs, zone, limit: mostFacts });
  if (answer === undefined) return found;
  const told = new Set(found.slice(0, surelyTold).map(({ id }) => id));
  const best = found[0]?.score ?? 1;
  const answering: RecalledMemory[] = [];
  for (const { fact, sentence } of answer.facts) {
    if (fact.sourceEpisodeIds.some(id => told.has(id)) || isExcluded(sentence, ports.preferences())) continue;
    if (!(await isTold(fact, ports))) continue;
    answering.push({
      id: fact.id,
      kind: 'fact',
      text: factSentence(fact, language, zone, {
        withDates: fact.validFrom !== undefined || fact.validTo !== undefined,
      }),
      speaker: 'user',
      atMs: fact.lastSaidMs,
      score: best,
      parts: { words: 0, meaning: 0, time: 0, association: best, affect: 0 },
      sourceEpisodeIds: fact.sourceEpisodeIds,
    });
  }
  return [...answering, ...found];
}
