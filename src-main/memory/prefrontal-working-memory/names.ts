/** Names of people and places in a sentence: known ones in any case, others by their capital. */
import type { Language } from '../../domain/language.ts';
import { firstNames } from './first-names.ts';
import { isFunctionWord } from './function-words.ts';
import type { Word } from './words.ts';

/** Capitals that name no person, place or thing. */
const calendarWords = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre christmas easter thanksgiving halloween noel paques toussaint ramadan jarvis hi hello hey bonjour bonsoir salut ok thanks merci monsieur madame mr mrs ms dr'.split(
    ' ',
  ),
);

export interface FoundName {
  /** As it was said, all its words. */
  readonly said: string;
  readonly folded: string;
  /** Of its first and behind its last word, counted in words. */
  readonly from: number;
  readonly to: number;
}

/** The longest name known has so many words. */
const longestName = 4;

/** In the order they were said, each place once. `known`: folded. */
export function namesIn(
  words: readonly Word[],
  language: Language,
  known: ReadonlySet<string> = new Set(),
): readonly FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; ) {
    const length = knownLength(words, at, known) || capitalLength(words, at, language);
    if (length > 0) found.push(nameAt(words, at, at + length));
    at += Math.max(1, length);
  }
  return found;
}

function nameAt(words: readonly Word[], from: number, to: number): FoundName {
  const part = words.slice(from, to);
  return {
    said: part.map(({ said }) => said).join(' '),
    folded: part.map(({ folded }) => folded).join(' '),
    from,
    to,
  };
}

function knownLength(words: readonly Word[], at: number, known: ReadonlySet<string>): number {
  if (known.size === 0) return 0;
  for (let length = Math.min(longestName, words.length - at); length > 0; length--) {
    const name = nameAt(words, at, at + length).folded;
    if (name.length > 1 && known.has(name)) return length;
  }
  return 0;
}

/** Words with a capital that stand together: "Paul Dupont", "New York". */
function capitalLength(words: readonly Word[], at: number, language: Language): number {
  const word = words[at];
  if (!word || !mayBeName(word, language)) return 0;
  if (word.first && !firstNames.has(word.folded)) return 0;
  let length = 1;
  for (;;) {
    const next = words[at + length];
    const before = words[at + length - 1];
    if (!next || !before || next.first || next.start - before.end !== 1 || !mayBeName(next, language))
      return length;
    if (length >= longestName) return length;
    length++;
  }
}

const mayBeName = ({ said, folded }: Word, language: Language): boolean =>
  said.length > 1 && /^\p{Lu}/u.test(said) && !calendarWords.has(folded) && !isFunctionWord(folded, language);
