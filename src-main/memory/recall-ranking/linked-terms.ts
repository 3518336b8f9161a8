/** The words that follow from words, or that these follow from. */
import { indexTerm } from '../../domain/index-terms.ts';
import { consequences } from './consequences.ts';
import { foldedWords } from './read-episode.ts';

interface Link {
  readonly sides: readonly [ReadonlySet<string>, ReadonlySet<string>];
}

const termsOf = (words = ''): ReadonlySet<string> => new Set(foldedWords(words).map(indexTerm));
const links: readonly Link[] = consequences
  .split('\n')
  .filter(line => line.includes('|'))
  .map(line => {
    const [one, other] = line.split('|');
    return { sides: [termsOf(one), termsOf(other)] };
  });

/** A word for each term, as the index of words is asked with. */
const wordOf: ReadonlyMap<string, string> = new Map(
  foldedWords(consequences).map(word => [indexTerm(word), word] as const),
);

/** How many links each term stands in: a word that follows from much tells little of any. */
const standing: ReadonlyMap<string, number> = (() => {
  const counts = new Map<string, number>();
  for (const { sides } of links)
    for (const term of new Set(sides.flatMap(side => [...side])))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
})();

/** The most that several words of a question make of one link. */
const mostOfLink = 1.5;

/** Terms on the other side of the links that `terms` stand in, each with the links and what they count. */
export function linkedTerms(
  terms: readonly string[],
): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const linked = new Map<string, (readonly [number, number])[]>();
  const asked = new Set(terms);
  for (const [number, { sides }] of links.entries()) {
    for (const [side, other] of [sides, [sides[1], sides[0]] as const]) {
      let weight = 0;
      for (const term of asked) if (side.has(term)) weight += 1 / Math.sqrt(standing.get(term) ?? 1);
      if (weight === 0) continue;
      for (const term of other) {
        if (asked.has(term)) continue;
        const counts = Math.min(mostOfLink, weight) / Math.sqrt(Math.sqrt(standing.get(term) ?? 1));
        const known = linked.get(term);
        if (known) known.push([number, counts]);
        else linked.set(term, [[number, counts]]);
      }
    }
  }
  return linked;
}

/** The words that follow from a question's or that these follow from, likeliest first. */
export function linkedWords(words: readonly string[], limit: number): readonly string[] {
  const sums = [...linkedTerms(words.map(indexTerm))].map(
    ([term, counts]) => [term, Math.max(...counts.map(([, weight]) => weight))] as const,
  );
  return sums
    .sort(([, x], [, y]) => y - x)
    .slice(0, limit)
    .flatMap(([term]) => wordOf.get(term) ?? []);
}
