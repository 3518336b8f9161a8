/** What stands behind the words of a turn: memories, and passages of documents, within one budget. */

import { estimateTokens } from '../conversation/prompt.ts';
import type { Recalled } from '../conversation/recalled.ts';
import type { Brain, RecallRequest } from '../memory/brain.ts';
import { readQuery } from '../memory/knowledge/read-query.ts';
import type { OpenedKnowledge } from './open-knowledge.ts';

interface Both {
  readonly brain: Pick<Brain, 'remind'>;
  readonly documents: Pick<OpenedKnowledge, 'remind'>;
}

/** Of the budget, where documents are asked for; memories have all of it otherwise, and documents what is left. */
const shareOfDocuments = 0.7;
/** Between the two blocks. */
const gap = '\n\n';

/** Undefined where neither has anything to say. */
export async function remindOfBoth(
  request: RecallRequest & { readonly budgetTokens: number },
  signal: AbortSignal,
  { brain, documents }: Both,
): Promise<Recalled | undefined> {
  const { text, language, budgetTokens } = request;
  const passages = (tokens: number) => documents.remind({ text, language, budgetTokens: tokens }, signal);
  if (!readQuery(text, language).asksDocuments) {
    const memories = await brain.remind(request, signal);
    const left = budgetTokens - (memories === undefined ? 0 : estimateTokens(memories.block + gap));
    return together(memories, left > 0 ? await passages(left) : undefined);
  }
  const cited = await passages(Math.floor(budgetTokens * shareOfDocuments));
  const left = budgetTokens - (cited === undefined ? 0 : estimateTokens(cited.block + gap));
  return together(await brain.remind({ ...request, budgetTokens: left }, signal), cited);
}

/** Memories first. */
function together(memories: Recalled | undefined, passages: Recalled | undefined): Recalled | undefined {
  if (memories === undefined || passages === undefined) return memories ?? passages;
  return {
    block: `${memories.block}${gap}${passages.block}`,
    used: [...memories.used, ...passages.used],
  };
}
