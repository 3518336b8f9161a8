/** Working memory of a conversation: who "she", where "there" and what "that list" is. A pure state, bounded in size. */
import type { Language } from '../../domain/language.ts';
import { firstNames, type Gender, genderOf } from './first-names.ts';
import { isFunctionWord } from './function-words.ts';
import { isListWord, isPlacePreposition, isPossessive, personWords } from './kin-words.ts';
import { type FoundName, namesIn } from './names.ts';
import { type PronounUse, pronounsIn, type ReferentKind } from './pronouns.ts';
import { type Word, wordsOf } from './words.ts';

export interface Referent {
  readonly kind: ReferentKind;
  /** As it was said: "Anna", "ma sœur", "shopping list". */
  readonly name: string;
  readonly folded: string;
  /** Other words for the same: "sœur" of "ma sœur Anna". */
  readonly alias?: string;
  readonly gender?: Gender;
  /** The turn that named it last. */
  readonly turn: number;
}

/** The newest referent comes first. */
export interface OpenReferences {
  readonly turn: number;
  readonly referents: readonly Referent[];
}

export const noReferences: OpenReferences = { turn: 0, referents: [] };

/** What was named longer ago is meant by no pronoun any more. */
const turnsKept = 6;
const referentsKept = 12;

/** The state after a turn (the person's words, or an answer) was heard. `known`: folded names that memory knows. */
export function afterTurn(
  state: OpenReferences,
  text: string,
  language: Language,
  known?: ReadonlySet<string>,
): OpenReferences {
  const turn = state.turn + 1;
  const named = referentsIn(text, language, known).map(referent => ({ ...referent, turn }));
  // Who is meant by a pronoun stays in mind as if named again.
  const meant = resolve(text, state, language).referents.map(referent => ({ ...referent, turn }));
  const newest = [...named.reverse(), ...meant, ...state.referents];
  const kept = newest.filter(
    (referent, index) =>
      turn - referent.turn < turnsKept &&
      newest.findIndex(other => other.kind === referent.kind && other.folded === referent.folded) === index,
  );
  return { turn, referents: kept.slice(0, referentsKept) };
}

export interface Resolved {
  /** The question, with what its pronouns mean added in brackets: nothing of it is replaced. */
  readonly text: string;
  /** Names to search for, as they were said, aliases too. */
  readonly names: readonly string[];
  readonly referents: readonly Referent[];
}

/** What the pronouns of a question mean; the text unchanged where they mean nothing that was named. */
export function resolve(text: string, state: OpenReferences, language: Language): Resolved {
  const words = wordsOf(text);
  const here = new Set(words.map(({ folded }) => folded));
  const meant: Referent[] = [];
  for (const use of pronounsIn(words, language))
    for (const referent of whoIs(use, state.referents))
      if (!meant.includes(referent) && !here.has(referent.folded)) meant.push(referent);
  const names = [
    ...new Set(meant.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]))),
  ];
  return { text: names.length === 0 ? text : `${text} (${names.join(', ')})`, names, referents: meant };
}

function whoIs(use: PronounUse, referents: readonly Referent[]): readonly Referent[] {
  if (use.kind === 'people') {
    const group = referents.find(({ kind }) => kind === 'people');
    const people = referents.filter(({ kind }) => kind === 'person');
    const newest = people.filter(({ turn }) => turn === people[0]?.turn);
    if (group && (newest.length < 2 || group.turn >= (newest[0]?.turn ?? 0))) return [group];
    return people.length < 2 ? people : (newest.length > 1 ? newest : people).slice(0, 3);
  }
  const found =
    referents.find(
      ({ kind, gender }) => kind === use.kind && (use.gender === undefined || gender === use.gender),
    ) ??
    referents.find(
      ({ kind, gender }) => kind === use.kind && (gender === undefined || use.gender === undefined),
    );
  return found ? [found] : [];
}

/** In the order they are named. */
function referentsIn(
  text: string,
  language: Language,
  known?: ReadonlySet<string>,
): readonly Omit<Referent, 'turn'>[] {
  const words = wordsOf(text);
  const names = namesIn(words, language, known);
  const found = words.flatMap((_, at): { at: number; referent: Omit<Referent, 'turn'> }[] => {
    const name = names.find(({ from }) => from === at);
    if (name) return [{ at, referent: nameReferent(words, name, language) }];
    if (names.some(({ from, to }) => at >= from && at < to)) return [];
    const referent =
      personReferent(words, at, names, language) ??
      listReferent(words, at, language) ??
      thingReferent(words, at, language);
    return referent ? [{ at, referent }] : [];
  });
  return found.sort((a, b) => a.at - b.at).map(({ referent }) => referent);
}

function nameReferent(words: readonly Word[], name: FoundName, language: Language): Omit<Referent, 'turn'> {
  const before = words[name.from - 1]?.folded ?? '';
  const kin = personWords[language].get(before);
  const gender = genderOf(name.folded) ?? kin?.gender;
  const isPlace =
    !kin && !firstNames.has(name.folded.split(' ')[0] ?? '') && isPlacePreposition(before, language);
  if (isPlace) return { kind: 'place', name: name.said, folded: name.folded };
  return {
    kind: 'person',
    name: name.said,
    folded: name.folded,
    ...(gender && { gender }),
    ...(kin && { alias: words[name.from - 1]?.said ?? before }),
  };
}

/** "Ma sœur", "my parents"; with a name behind it the name stands for both. */
function personReferent(
  words: readonly Word[],
  at: number,
  names: readonly FoundName[],
  language: Language,
): Omit<Referent, 'turn'> | undefined {
  const word = words[at];
  const person = word && personWords[language].get(word.folded);
  if (!word || !person || names.some(({ from }) => from === at + 1)) return undefined;
  return {
    kind: person.many ? 'people' : 'person',
    name: word.said,
    folded: word.folded,
    ...(person.gender && { gender: person.gender }),
  };
}

/** "La liste de courses", "the shopping list". */
function listReferent(
  words: readonly Word[],
  at: number,
  language: Language,
): Omit<Referent, 'turn'> | undefined {
  const word = words[at];
  if (!word || !isListWord(word.folded, language)) return undefined;
  const part = language === 'fr' ? words.slice(at, at + 3) : words.slice(Math.max(0, at - 1), at + 1);
  const telling = part.filter(({ folded }) => !isFunctionWord(folded, language) || folded === word.folded);
  if (telling.length < 2) return undefined;
  const name = telling.map(({ said }) => said).join(' ');
  return { kind: 'list', name, folded: telling.map(({ folded }) => folded).join(' ') };
}

/** "My car", « mon chat »: what belongs to somebody is what "it" means most often. */
function thingReferent(
  words: readonly Word[],
  at: number,
  language: Language,
): Omit<Referent, 'turn'> | undefined {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || !isPossessive(before.folded, language)) return undefined;
  if (isFunctionWord(word.folded, language) || word.folded.length < 3 || /^\d/.test(word.folded))
    return undefined;
  return { kind: 'thing', name: word.said, folded: word.folded };
}
