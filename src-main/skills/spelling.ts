/** Mends small typing errors in command words, never in the user's free words. */
import type { Language } from '../domain/language.ts';

/** Words of times, lengths and measures: part of commands, though no pattern spells them out. */
export const measureWords: Record<Language, readonly string[]> = {
  fr: (
    'secondes minute minutes heure heures jours semaine semaines demain apres matin aujourd lundi mardi mercredi jeudi vendredi samedi dimanche prochain ' +
    'janvier fevrier avril juillet septembre octobre novembre decembre demie quart minuit kilometre kilometres metres centimetres kilos grammes litre litres ' +
    'celsius fahrenheit miles pouces pieds livres degres euros dollars multiplie divise racine carree puissance courses taches vingt trente quarante cinquante'
  ).split(' '),
  en: (
    'seconds minute minutes hours hour days weeks tomorrow morning evening afternoon tonight monday tuesday wednesday thursday friday saturday sunday january ' +
    'february march april august september october november december quarter midnight kilometers kilometres meters metres centimeters inches pounds ounces ' +
    'liters litres grams miles celsius fahrenheit degrees euros dollars multiplied divided square times shopping grocery groceries twenty thirty forty fifty'
  ).split(' '),
};

/**
 * A function that gives back a known word for an unknown one at a small distance: one slip (swap, change, missing or
 * doubled letter) from five letters on, two from nine, a swap alone at four. Words of `known` are left alone.
 */
export function spellingCorrector(
  vocabulary: ReadonlySet<string>,
  known: ReadonlySet<string>,
): (word: string) => string {
  // The first letter is never mistaken, so that few words are compared.
  const alike = new Map<string, string[]>();
  const keyOf = (initial: string, length: number): string => `${initial}${length}`;
  for (const word of vocabulary) {
    const key = keyOf(word.charAt(0), word.length);
    const group = alike.get(key);
    if (group) group.push(word);
    else alike.set(key, [word]);
  }
  const mend = (word: string): string => {
    if (word.length < 4 || word.length > 16 || vocabulary.has(word) || known.has(word)) return word;
    let best = word;
    let bestDistance = allowance(word.length) + 1;
    for (let length = word.length - 2; length <= word.length + 2; length++) {
      for (const candidate of alike.get(keyOf(word.charAt(0), length)) ?? []) {
        const distance = slips(word, candidate, Math.min(bestDistance - 1, allowance(candidate.length)));
        if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
      }
    }
    return best;
  };
  // People use few words, and each is looked at several times in one sentence.
  const mended = new Map<string, string>();
  return word => {
    const before = mended.get(word);
    if (before !== undefined) return before;
    const result = mend(word);
    if (mended.size >= wordsKept) mended.clear();
    mended.set(word, result);
    return result;
  };
}

const wordsKept = 2000;
const allowance = (length: number): number => (length >= 9 ? 2 : 1);

/** Damerau–Levenshtein distance (optimal string alignment), or Infinity beyond `limit`. */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.charAt(0) !== b.charAt(0)) return Number.POSITIVE_INFINITY;
  if (Math.min(a.length, b.length) === 4) return isSwapOrLonger(a, b);
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return Number.POSITIVE_INFINITY;
    [beforeLast, last] = [last, row];
  }
  const distance = last[b.length] ?? Number.POSITIVE_INFINITY;
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

/** Among four letters only two neighbours swapped, or one letter doubled, is safe to mend. */
function isSwapOrLonger(a: string, b: string): number {
  if (a.length === 4 && b.length === 4) {
    for (let i = 0; i < 3; i++) {
      if (a.slice(0, i) + a.charAt(i + 1) + a.charAt(i) + a.slice(i + 2) === b) return 1;
    }
    return Number.POSITIVE_INFINITY;
  }
  const squeeze = (word: string): string => word.replace(/(.)\1/g, '$1');
  return squeeze(a) === squeeze(b) ? 1 : Number.POSITIVE_INFINITY;
}

/** True when `word` is `target` but for one slip. */
export const isNearly = (word: string, target: string): boolean => slips(word, target, 1) <= 1;
