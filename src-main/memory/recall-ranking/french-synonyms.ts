/** What may be said in place of a French word. */
import { indexTerm } from '../../domain/index-terms.ts';
import { foldedWords } from './read-episode.ts';
import { synonyms } from './synonyms.ts';

const groups: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>();
  for (const line of synonyms.split('\n')) {
    const terms = foldedWords(line).map(indexTerm);
    for (const term of terms) found.set(term, new Set([...(found.get(term) ?? []), ...terms]));
  }
  return found;
})();

/** Terms as the index has them; undefined where no other is known. */
export const frenchSynonyms = (term: string): ReadonlySet<string> | undefined => groups.get(term);
