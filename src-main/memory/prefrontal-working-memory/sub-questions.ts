/** Takes a question apart that needs several memories: one part for each person, clause or place that it names. */
import type { Language } from '../../domain/language.ts';
import { isAskingWord } from './function-words.ts';
import type { FoundName } from './names.ts';
import type { Word } from './words.ts';
import { contentWords, wordsOf } from './words.ts';

export interface SubQuestion {
  readonly text: string;
  /** Folded; those that this part is about. */
  readonly names: readonly string[];
}

const joints: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['et', 'ou', 'avec']),
  en: new Set(['and', 'or', 'with']),
};
/** A clause about something else begins here, behind the first word; "that" and « que » go on about the same. */
const clauseWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['où', 'quand', 'dont']),
  en: new Set(['where', 'when', 'whose']),
};
const joining: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['et', 'ou', 'mais', 'puis']),
  en: new Set(['and', 'or', 'but', 'then']),
};
const mostParts = 5;

/** Empty where the question is one. */
export function subQuestions(
  text: string,
  words: readonly Word[],
  names: readonly FoundName[],
  language: Language,
): readonly SubQuestion[] {
  const people = coordinated(text, words, names, language);
  return (people.length > 0 ? people : clauses(text, words, names, language)).slice(0, mostParts);
}

/** "Anna and Paul", "Anna, Paul or Luc": the question asked of each. */
function coordinated(
  text: string,
  words: readonly Word[],
  names: readonly FoundName[],
  language: Language,
): readonly SubQuestion[] {
  const group = longestGroup(text, words, names, language);
  const first = words[group[0]?.from ?? -1];
  const last = words[(group.at(-1)?.to ?? 0) - 1];
  if (group.length < 2 || !first || !last) return [];
  return group.map(name => ({
    text: `${text.slice(0, first.start)}${name.said}${text.slice(last.end)}`,
    names: [name.folded],
  }));
}

function longestGroup(
  text: string,
  words: readonly Word[],
  names: readonly FoundName[],
  language: Language,
): readonly FoundName[] {
  let best: FoundName[] = [];
  let group: FoundName[] = [];
  for (const name of names) {
    const before = group.at(-1);
    const between = before ? words.slice(before.to, name.from) : [];
    const gap = before ? text.slice(words[before.to - 1]?.end ?? 0, words[name.from]?.start ?? 0) : '';
    const joined =
      before !== undefined &&
      (between.length === 0
        ? /^\s*[,&/+]\s*$/.test(gap)
        : between.length === 1 && joints[language].has(between[0]?.folded ?? ''));
    group = joined ? [...group, name] : [name];
    if (group.length > best.length) best = group;
  }
  return best.length > 1 ? best : [];
}

/** "… and | where …": the joint belongs to neither. */
const endsOpen = (word: Word | undefined): boolean =>
  word !== undefined && (joining.en.has(word.folded) || joining.fr.has(word.folded));

/** "Which of my friends live | where I was born?"; a clause that names nobody keeps the name of the one before. */
function clauses(
  text: string,
  words: readonly Word[],
  names: readonly FoundName[],
  language: Language,
): readonly SubQuestion[] {
  const cuts = words
    .map((_, index) => index)
    .filter(index => index > 1 && beginsClause(words, index, language));
  if (cuts.length === 0) return [];
  const edges = [0, ...cuts, words.length];
  const parts = edges
    .slice(0, -1)
    .map((from, index) => partBetween(text, words, names, from, edges[index + 1] ?? from));
  const telling = parts.filter(part => contentWords(wordsOf(part.text), language).length > 0);
  if (telling.length < 2) return [];
  return telling.map((part, index) => ({
    ...part,
    names: part.names.length > 0 ? part.names : (telling[index - 1]?.names ?? []),
  }));
}

/** "… where I was born", "… and what does she do": a second question; « est-ce que » begins none. */
function beginsClause(words: readonly Word[], index: number, language: Language): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (!before || !word) return false;
  if (clauseWords[language].has(word.said.toLowerCase())) return !isAskingWord(before.folded, language);
  return isAskingWord(word.folded, language) && joining[language].has(before.folded);
}

function partBetween(
  text: string,
  words: readonly Word[],
  names: readonly FoundName[],
  from: number,
  to: number,
): SubQuestion {
  const [first, last] = [words[from], words[to - (endsOpen(words[to - 1]) ? 2 : 1)]];
  return {
    text: first && last ? text.slice(first.start, last.end) : '',
    names: names.filter(name => name.from >= from && name.to <= to).map(({ folded }) => folded),
  };
}
