/** What a first look brings to mind: neighbours, the same conversation, what is like the best, and kinds of things. */
import type { Candidate, CandidateSet } from './candidates.ts';
import { type Column, column } from './columns.ts';
import { conceptsOf, termsWithConcepts } from './concepts.ts';
import { linkedTerms } from './linked-terms.ts';
import type { ReadQuestion } from './read-question.ts';
import { neighbour } from './word-features.ts';

/** `first`: the scores of the first look. */
export function associationFeatures(first: Column, set: CandidateSet): Record<string, Column> {
  const { all, conversations, conversationCount } = set;
  const order = [...first.keys()].sort((x, y) => (first[y] as number) - (first[x] as number));
  const best = first[order[0] ?? 0] ?? 0;
  const tenth = first[order[Math.min(9, order.length - 1)] ?? 0] ?? 0;
  const greatest = new Float64Array(conversationCount);
  for (const [index, score] of first.entries()) {
    const conversation = conversations[index] as number;
    greatest[conversation] = Math.max(greatest[conversation] as number, score);
  }
  return {
    toFirst: best > 0 ? first.map(score => score / best) : first,
    overTenth: first.map(score => score - tenth),
    lookBefore: neighbour(first, set, -1),
    lookAfter: neighbour(first, set, 1),
    lookConversation: column(all.length, index => greatest[conversations[index] as number] as number),
  };
}

/** "Which instruments …" brings the violin to mind, "exhausted" the baby: kinds of things, and what follows from what. */
export function conceptFeatures(
  question: ReadQuestion,
  { all, numbers }: CandidateSet,
): Record<string, Column> {
  const asked = new Set(question.words.map(({ term }) => term));
  const { named, held } = conceptsOf(asked);
  const hits = (concepts: readonly number[]) => {
    if (concepts.length === 0) return new Float64Array(all.length);
    const wanted = new Set(concepts);
    return column(all.length, index => {
      const found = new Map<number, number>();
      for (const [term, held] of termsWithConcepts((all[index] as Candidate).read, numbers)) {
        if (asked.has(term)) continue;
        for (const [concept, weight] of held)
          if (wanted.has(concept)) found.set(concept, (found.get(concept) ?? 0) + weight);
      }
      let sum = 0;
      for (const count of found.values()) sum += Math.min(count, 3);
      return Math.min(sum, 4) / 4;
    });
  };
  return { conceptNamed: hits(named), conceptHeld: hits(held) };
}

/** "I can't keep my eyes open" brings the newborn to mind: the other side of what follows from what. */
export function consequenceFeatures(
  question: ReadQuestion,
  { all, numbers }: CandidateSet,
): Record<string, Column> {
  const linkedByTerm = linkedTerms(question.words.map(({ term }) => term));
  const linked = new Map([...linkedByTerm].map(([term, links]) => [numbers.known(term), links]));
  if (linked.size === 0) return { consequence: new Float64Array(all.length) };
  return {
    consequence: column(all.length, index => {
      const found = new Map<number, number>();
      for (const term of new Set(all[index]?.read.terms))
        for (const [link, weight] of linked.get(term) ?? [])
          found.set(link, Math.min(2 * weight, (found.get(link) ?? 0) + weight));
      return Math.min(2, Math.max(0, ...found.values()));
    }),
  };
}
