/** Which kinds of things words name or belong to. */
import { indexTerm } from '../../domain/index-terms.ts';
import { kindsOfThings } from './kinds-of-things.ts';
import { foldedWords, type ReadEpisode } from './read-episode.ts';
import type { TermNumbers } from './term-numbers.ts';

interface Concept {
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
}

const termsOf = (words = ''): ReadonlySet<string> => new Set(foldedWords(words).map(indexTerm));
const concepts: readonly Concept[] = kindsOfThings
  .split('\n')
  .filter(line => line.includes('|'))
  .map(line => {
    const [names, members] = line.split('|');
    return { names: termsOf(names), members: termsOf(members) };
  });

/** A term that names a kind stands for it less than one that belongs to it. */
const nameWeight = 0.5;

/** The kinds that a term belongs to or names, with what it counts. */
const conceptTerms: ReadonlyMap<string, readonly (readonly [number, number])[]> = (() => {
  const found = new Map<string, (readonly [number, number])[]>();
  const put = (term: string, concept: number, weight: number) => {
    const known = found.get(term);
    if (known) known.push([concept, weight]);
    else found.set(term, [[concept, weight]]);
  };
  for (const [number, { names, members }] of concepts.entries()) {
    for (const term of members) put(term, number, 1);
    for (const term of names) if (!members.has(term)) put(term, number, nameWeight);
  }
  return found;
})();

type TermWithConcepts = readonly [term: string, concepts: readonly (readonly [number, number])[]];
const found = new WeakMap<ReadEpisode, readonly TermWithConcepts[]>();

/** An episode's terms that belong to kinds of things or name them; looked up once for each that was read. */
export function termsWithConcepts(read: ReadEpisode, numbers: TermNumbers): readonly TermWithConcepts[] {
  const known = found.get(read);
  if (known !== undefined) return known;
  const made: TermWithConcepts[] = [];
  for (const number of new Set(read.terms)) {
    const term = numbers.termOf(number);
    const concepts = conceptTerms.get(term);
    if (concepts !== undefined) made.push([term, concepts]);
  }
  found.set(read, made);
  return made;
}

/** `named`: kinds that the terms name. `held`: others that they belong to. */
export function conceptsOf(terms: ReadonlySet<string>): {
  readonly named: readonly number[];
  readonly held: readonly number[];
} {
  const named: number[] = [];
  const held: number[] = [];
  for (const [number, { names, members }] of concepts.entries()) {
    if (intersects(terms, names)) named.push(number);
    else if (intersects(terms, members)) held.push(number);
  }
  return { named, held };
}

const intersects = (terms: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
  for (const term of terms) if (other.has(term)) return true;
  return false;
};

/** What belongs to the kinds of things that a term names, and its synonyms. */
export function membersOf(term: string, synonyms: ReadonlySet<string> = none): ReadonlySet<string> {
  const naming = concepts.filter(({ names }) => names.has(term));
  if (naming.length === 0) return synonyms;
  return new Set([...naming.flatMap(({ members }) => [...members]), ...synonyms]);
}
const none: ReadonlySet<string> = new Set();
