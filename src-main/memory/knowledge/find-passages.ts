/** Finds the passages that answer a question, by their words and by their meaning. */

import { indexTerms } from '../../domain/index-terms.ts';
import type { FoundPassage } from '../../domain/knowledge.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { KnowledgeStore, ScoredPassage } from '../../ports/knowledge-store.ts';
import type { ReadQuery } from './read-query.ts';

export interface FinderPorts {
  readonly store: Pick<KnowledgeStore, 'byWords' | 'byMeaning' | 'passages' | 'frequencies'>;
  readonly embedder: Embedder;
}

/** Of each kind. */
const candidates = 40;
/** What each kind of nearness gives at most; together 1. */
const weights = { coverage: 0.3, words: 0.15, meaning: 0.55 };

/** Best first. `score` is 0 to 1 and compares between questions. */
export async function findPassages(
  query: ReadQuery,
  limit: number,
  { store, embedder }: FinderPorts,
  signal?: AbortSignal,
): Promise<readonly FoundPassage[]> {
  if (query.terms.length === 0) return [];
  const [vector] = await embedder.embed([query.content], signal);
  const byWords = await store.byWords(query.terms, candidates);
  const byMeaning = vector === undefined ? [] : await store.byMeaning(embedder.model, vector, candidates);
  signal?.throwIfAborted();
  const keys = [...new Set([...byWords, ...byMeaning].map(({ key }) => key))];
  if (keys.length === 0) return [];
  const weigh = await termWeights(query.terms, store);
  const bestWords = byWords[0]?.score ?? 1;
  const [wordScores, meaningScores] = [scoresOf(byWords), scoresOf(byMeaning)];
  const found = (await store.passages(keys)).map(({ key, ...passage }) => {
    const named = [passage.documentName, passage.documentTitle ?? '', ...passage.headings, passage.text];
    const coverage = weigh(new Set(indexTerms(named.join(' '))));
    const share = Math.max(0, wordScores.get(key) ?? 0) / Math.max(bestWords, Number.EPSILON);
    const words = weights.coverage * coverage + weights.words * share * coverage;
    const meaning = weights.meaning * Math.max(0, meaningScores.get(key) ?? 0);
    return { ...passage, words, meaning, score: words + meaning };
  });
  return found.sort((x, y) => y.score - x.score).slice(0, limit);
}

const scoresOf = (scored: readonly ScoredPassage[]): ReadonlyMap<number, number> =>
  new Map(scored.map(({ key, score }) => [key, score]));

/** How much of the question a set of terms covers, 0 to 1; rare terms count for more. */
async function termWeights(
  terms: readonly string[],
  store: FinderPorts['store'],
): Promise<(held: ReadonlySet<string>) => number> {
  const { passages, holding } = await store.frequencies(terms);
  const rarities = terms.map(term => {
    const count = Math.min(holding.get(term) ?? 0, passages);
    return { term, rarity: Math.log(1 + (passages - count + 0.5) / (count + 0.5)) };
  });
  const all = rarities.reduce((sum, { rarity }) => sum + rarity, 0);
  return held => rarities.reduce((sum, { term, rarity }) => sum + (held.has(term) ? rarity : 0), 0) / all;
}
