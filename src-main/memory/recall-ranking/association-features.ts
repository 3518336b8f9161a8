/** What a first look brings to mind: neighbours, the same conversation, what is like the best, and kinds of things. */
import type { CandidateSet } from './candidates.ts';
import { type Column, column, dot, normalise } from './columns.ts';
import { conceptsOf, conceptTerms } from './concepts.ts';
import type { ReadQuestion } from './read-question.ts';
import { neighbour } from './word-features.ts';

const leaders = 5;

/** `first`: the scores of the first look. */
export function associationFeatures(first: Column, set: CandidateSet): Record<string, Column> {
  const { all, conversations, conversationCount } = set;
  const order = [...first.keys()].sort((x, y) => (first[y] as number) - (first[x] as number));
  const best = first[order[0] ?? 0] ?? 0;
  const tenth = first[order[Math.min(9, order.length - 1)] ?? 0] ?? 0;
  const ranks = new Float64Array(all.length);
  for (const [rank, index] of order.entries()) ranks[index] = rank;
  const greatest = new Float64Array(conversationCount);
  for (const [index, score] of first.entries()) {
    const conversation = conversations[index] as number;
    greatest[conversation] = Math.max(greatest[conversation] as number, score);
  }
  return {
    toFirst: best > 0 ? first.map(score => score / best) : first,
    overTenth: first.map(score => score - tenth),
    rank: ranks.map(rank => Math.log1p(rank) / 5),
    leads: ranks.map(rank => 1 / (rank + 1)),
    lookBefore: neighbour(first, set, -1),
    lookAfter: neighbour(first, set, 1),
    lookConversation: column(all.length, index => greatest[conversations[index] as number] as number),
    likeLeaders: likeLeaders(first, order.slice(0, leaders), set),
  };
}

/** Nearness to the middle of the best: what they have in common is likely the matter of the question. */
function likeLeaders(first: Column, order: readonly number[], { all }: CandidateSet): Column {
  const width = all.find(({ vectors }) => vectors)?.vectors?.whole.length ?? 0;
  const middle = new Float64Array(width);
  for (const index of order) {
    const vector = all[index]?.vectors?.whole;
    const weight = first[index] as number;
    if (vector)
      for (let at = 0; at < width; at += 1)
        middle[at] = (middle[at] as number) + weight * (vector[at] as number);
  }
  normalise(middle);
  return column(all.length, index => {
    const vector = all[index]?.vectors?.whole;
    return vector ? dot(middle, vector) : 0;
  });
}

/** "Which instruments …" brings the violin to mind, "exhausted" the baby: kinds of things, and what follows from what. */
export function conceptFeatures(question: ReadQuestion, { all }: CandidateSet): Record<string, Column> {
  const asked = new Set(question.words.map(({ term }) => term));
  const { named, held } = conceptsOf(asked);
  const hits = (concepts: readonly number[]) =>
    column(all.length, index => {
      if (concepts.length === 0) return 0;
      const found = new Map<number, number>();
      for (const term of all[index]?.read.counts.keys() ?? []) {
        if (asked.has(term)) continue;
        for (const [concept, weight] of conceptTerms.get(term) ?? [])
          if (concepts.includes(concept)) found.set(concept, (found.get(concept) ?? 0) + weight);
      }
      let sum = 0;
      for (const count of found.values()) sum += Math.min(count, 3);
      return Math.min(sum, 4) / 4;
    });
  return { conceptNamed: hits(named), conceptHeld: hits(held) };
}
