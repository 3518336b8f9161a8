/** Finds what the user means among short texts, by the words that carry meaning. */
import { fold } from '../../domain/fold.ts';

/** Words that say nothing about the thing itself: function words and the words questions are made of. */
const empty = new Set(
  (
    'le la les l un une des du de d a au aux et ou en dans sur pour par avec mon ma mes ton ta tes son sa ses notre nos votre vos je tu il elle on nous vous ils elles ' +
    'que qui quoi quel quelle quels quelles est sont ete etait suis es ai as ont avons s se me m te t c ce cet cette y ne n pas plus nom prenom appelle appeler propos sujet ' +
    'the an my our your his her its i you he she it we they is are was were am be been has have had do did does to of in on at for with and or about that this what who ' +
    'where when how name called call named s m re ve ll not'
  ).split(' '),
);

/** Meaningful words in a form that ignores case, accents and plural endings. */
export function meaningfulWords(text: string): string[] {
  return [...new Set((fold(text).match(/[a-z0-9]+/g) ?? []).filter(word => !empty.has(word)).map(stem))];
}

const stem = (word: string): string =>
  word.length > 3 ? word.replace(/(?:aux|eaux|es|s|x|e|ed|ing)$/, '') : word;

/** Which share of the meaningful words of `about` stands in `text`: 0 to 1; 1 when `about` has none. */
function likeness(about: string, text: string): number {
  const asked = meaningfulWords(about);
  if (asked.length === 0) return fold(text).includes(fold(about)) ? 1 : 0;
  const there = new Set(meaningfulWords(text));
  return asked.filter(word => there.has(word)).length / asked.length;
}

/** Those that share the most words with `about`, at least `least` of them, best first. */
export function matching<T>(
  things: readonly T[],
  about: string,
  textOf: (thing: T) => string,
  least = 0.5,
): T[] {
  const scored = things
    .map(thing => ({ thing, score: likeness(about, textOf(thing)) }))
    .filter(({ score }) => score >= least);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ thing }) => thing);
}
