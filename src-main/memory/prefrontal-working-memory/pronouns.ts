/** Pronouns of a question that may mean something named before, and what kind of thing they mean. */
import type { Language } from '../../domain/language.ts';
import type { Gender } from './first-names.ts';
import { isListWord } from './kin-words.ts';
import type { Word } from './words.ts';

export type ReferentKind = 'person' | 'people' | 'place' | 'list' | 'thing';

export interface PronounUse {
  readonly kind: ReferentKind;
  readonly gender?: Gender;
}

const person = (gender?: Gender): PronounUse => ({ kind: 'person', ...(gender && { gender }) });
const people: PronounUse = { kind: 'people' };
const thing: PronounUse = { kind: 'thing' };
const list: PronounUse = { kind: 'list' };
const place: PronounUse = { kind: 'place' };

const pronouns: Readonly<Record<Language, Readonly<Record<string, PronounUse>>>> = {
  en: {
    she: person('female'),
    her: person('female'),
    hers: person('female'),
    herself: person('female'),
    he: person('male'),
    him: person('male'),
    his: person('male'),
    himself: person('male'),
    they: people,
    them: people,
    their: people,
    theirs: people,
    it: thing,
    its: thing,
    there: place,
  },
  fr: {
    elle: person('female'),
    il: person('male'),
    lui: person(),
    celui: person('male'),
    celle: person('female'),
    son: person(),
    sa: person(),
    ses: person(),
    elles: people,
    ils: people,
    eux: people,
    leur: people,
    leurs: people,
    ca: thing,
    cela: thing,
  },
};

/** Impersonal uses: « il y a », « il pleut », "it is raining", "there is". */
const impersonal: Readonly<Record<Language, RegExp>> = {
  fr: /^il (?:y|pleut|pleuvait|neige|fait|faisait|faut|fallait|est \d|s agit|reste|vaut|parait|semble|etait \d)\b|^il (?:est|etait) (?:possible|vrai|tard|tot|temps|quelle|l heure)\b/,
  en: /^there (?:is|are|was|were|s|will|has|have)\b|^it (?:s |is |was |will )?(?:rain|snow|cold|hot|late|early|time|true|possible|sunny|windy|monday|ok|fine|seems|takes|took)/,
};

export function pronounsIn(words: readonly Word[], language: Language): readonly PronounUse[] {
  return words.flatMap(({ folded }, at) => {
    const rest = words.slice(at, at + 4).map(word => word.folded);
    if (impersonal[language].test(rest.join(' '))) return [];
    if (isInvertedImpersonal(words, at, language)) return [];
    const use =
      demonstrative(words, at, language) ??
      (Object.hasOwn(pronouns[language], folded) ? pronouns[language][folded] : undefined);
    return use ? [use] : [];
  });
}

/** « Quelle heure est-il ? », "is there": the subject stands behind. */
function isInvertedImpersonal(words: readonly Word[], at: number, language: Language): boolean {
  const word = words[at]?.folded;
  const before = words[at - 1]?.folded ?? '';
  if (language === 'fr')
    return word === 'il' &&
      (['est', 'fait', 'pleut', 'faut'].includes(before) || words[at - 1]?.folded === 't')
      ? words.some(({ folded }) => ['heure', 'temps', 'pleut', 'faut'].includes(folded))
      : false;
  return word === 'there' && ['is', 'are', 'was', 'were'].includes(before);
}

/** "That list", « cette liste », « là-bas », « j'y », "that one". */
function demonstrative(words: readonly Word[], at: number, language: Language): PronounUse | undefined {
  const [before, word, next] = [
    words[at - 1]?.folded ?? '',
    words[at]?.folded ?? '',
    words[at + 1]?.folded ?? '',
  ];
  if (isListWord(word, language)) {
    const open = language === 'fr' ? ['cette', 'la'] : ['that', 'this', 'the'];
    const named = language === 'fr' ? ['de', 'des', 'd', 'du'].includes(next) : false;
    return open.includes(before) && !named ? list : undefined;
  }
  if (language === 'en') return word === 'that' && next === 'one' ? thing : undefined;
  if (word === 'la' && next === 'bas') return place;
  if (
    word === 'y' &&
    ['j', 'on', 'tu', 'nous', 'vous', 'elle', 'ils', 'elles', 'qu', 'n'].includes(before) &&
    next !== 'a'
  )
    return place;
  if (word === 'y' && before === 'il') return undefined;
  return undefined;
}
