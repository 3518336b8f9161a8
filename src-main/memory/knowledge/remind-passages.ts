/** Decides whether documents have a say in an answer, and fits what they say in a budget of tokens. */
import type { FoundPassage } from '../../domain/knowledge.ts';
import type { UsedMemory } from '../../domain/memory.ts';
import { fitBudget } from '../prefrontal-working-memory/fit-budget.ts';
import { isIdle } from '../prefrontal-working-memory/worth-recalling.ts';
import { excerptOf } from './excerpt.ts';
import { type FinderPorts, findPassages } from './find-passages.ts';
import type { KnowledgeQuestion, KnowledgeReminder } from './knowledge.ts';
import { passageBlock } from './passage-block.ts';
import { readQuery } from './read-query.ts';

export interface RemindPorts extends FinderPorts {
  /** The same that counts the prompt. */
  readonly estimateTokens: (text: string) => number;
}

/** A passage that scores less has nothing to do with the question, one that was asked for aside. */
export const leastScore = { asked: 0.25, unasked: 0.36 };
/** One that is so much worse than the best adds nothing. */
const leastOfBest = 0.7;
const passagesAtMost = 4;
/** UTF-16 units of each, so that several fit. */
const longestExcerpt = 900;

/** Undefined where no document helps. */
export async function remindPassages(
  { text, language, budgetTokens }: KnowledgeQuestion,
  signal: AbortSignal | undefined,
  ports: RemindPorts,
): Promise<KnowledgeReminder | undefined> {
  if (isIdle(text, language)) return undefined;
  const query = readQuery(text, language);
  const found = relevant(await findPassages(query, passagesAtMost, ports, signal), query.asksDocuments);
  const { memories: passages, tokens } = fitBudget(
    found.map(one => ({ ...one, text: excerptOf(one.text, query.terms, longestExcerpt) })),
    {
      tokens: budgetTokens,
      estimate: ports.estimateTokens,
      render: kept => passageBlock(kept, language),
    },
  );
  if (passages.length === 0) return undefined;
  return { block: passageBlock(passages, language), tokens, used: passages.map(usedPassage) };
}

export const usedPassage = ({ id, score, words, meaning }: FoundPassage): UsedMemory => ({
  ...{ id, kind: 'passage', score },
  parts: { words, meaning, time: 0, association: 0, affect: 0 },
});

/** Those that have to do with the question. */
export function relevant(found: readonly FoundPassage[], asksDocuments: boolean): readonly FoundPassage[] {
  const best = found[0]?.score ?? 0;
  const least = Math.max(asksDocuments ? leastScore.asked : leastScore.unasked, best * leastOfBest);
  return found.filter(({ score }) => score >= least);
}
