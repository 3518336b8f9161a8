/** What "forget X" means: a test of whether words speak of X, by any form of its words, by name, and by kin. */
import { fold } from '../domain/fold.ts';
import type { Fact } from '../domain/memory.ts';
import type { SemanticMemoryStore } from '../ports/semantic-memory-store.ts';
import { firstNames } from './prefrontal-working-memory/first-names.ts';
import { kinRelations } from './write-gate/relations-of-people.ts';

export interface Topic {
  readonly matches: (text: string) => boolean;
  /** Tells one bearer of a name from another: facts with this `subjectId` or `valueId` belong to it. */
  readonly personIds: ReadonlySet<string>;
}

/** A part of X: the text has to speak of each. */
type Part = (words: readonly string[], line: string) => boolean;

const peopleAtMost = 10_000;

export async function topicOf(about: string, semantic: Pick<SemanticMemoryStore, 'facts'>): Promise<Topic> {
  const said = about.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const people = (await semantic.facts({ past: true, limit: peopleAtMost, subject: 'user' })).filter(
    ({ relation }) => kinWords.has(relation),
  );
  const kin = kinIn(said.map(fold));
  const left = said.filter((_, at) => !kin.places.has(at));
  const meant = personOf(kin.relation, left.map(fold), people);
  const names = new Set(meant.nameWords);
  const plain = left.filter(word => !names.has(fold(word)) && !pointing.has(fold(word)));
  // "My cousin Wlodek", of whom nothing is known: the name says who is meant.
  const isNamed =
    meant.nameWords.length === 0 && plain.length > 0 && plain.every(word => isName(word, false));
  const person = isNamed ? undefined : meant.part;
  const isOneWord = plain.length === 1 && person === undefined;
  const parts = [
    ...(person ? [person] : []),
    ...plain.map(word => wordPart(fold(word), isName(word, word === said[0]) || isOneWord)),
  ];
  return {
    matches: text => {
      if (parts.length === 0) return false;
      const words = wordsOf(text);
      const line = ` ${words.join(' ')} `;
      return parts.every(part => part(words, line));
    },
    // "The allergy of Anna" is not all that is known of her.
    personIds: new Set(plain.length === 0 ? meant.ids : []),
  };
}

/** Words that only point ("mon", "the"), or that any sentence has ("j'ai", "is"), name nothing. */
const pointing = new Set(
  [
    'le la les l un une des du de d a au aux et ou mon ma mes notre nos son sa ses ton ta tes que qu qui tout toute tous toutes sur',
    'j je tu il elle on nous vous ils elles m me t te se c ce n ne pas ai as avons avez ont suis es est sommes etes sont',
    'the an and or my our his her your their s what that of about everything all',
    'i we you he she they it m ve re have has had am is are was were not to',
  ]
    .join(' ')
    .split(' '),
);

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A name has no other forms than its plural; "Marie" is not "mari". */
const isName = (word: string, isFirst: boolean): boolean =>
  firstNames.has(fold(word)) || (!isFirst && /^\p{Lu}/u.test(word));

/** `strict`: beside no other word: only forms that are plainly the same word. */
function wordPart(word: string, isStrict: boolean): Part {
  const name = firstNames.has(word);
  // The same words come again and again.
  const known = new Map<string, boolean>();
  const isIt = (other: string): boolean => {
    const before = known.get(other);
    if (before !== undefined) return before;
    if (known.size >= mostKnown) known.clear();
    const is = other === word || isForm(other, word, isStrict, name);
    known.set(other, is);
    return is;
  };
  return words => words.some(isIt);
}

const mostKnown = 50_000;
const shortestStem = 4;
/** What follows in a longer word is mostly derivation ("allergie", "allergique"). */
const rootLength = 6;

function isForm(other: string, word: string, isStrict: boolean, name: boolean): boolean {
  if (other === `${word}s` || `${other}s` === word) return true;
  if (name) return false;
  if (singular(other) === singular(word)) return true;
  const [x, y] = [stem(other), stem(word)];
  if (x === y && x.length >= shortestStem) return true;
  return !isStrict && x.length >= rootLength && x.slice(0, rootLength) === y.slice(0, rootLength);
}

/** Of a short word the last letter is its own ("noix", "prix"). */
const singular = (word: string): string =>
  word.length <= shortestStem
    ? word
    : word
        .replace(/ies$/, 'y')
        .replace(/aux$/, 'al')
        .replace(/(?<=ch|sh|ss|x|z)es$/, '')
        .replace(/[sx]$/, '');

const endings =
  /(?:issement|ements?|ments?|ations?|ante?s?|euses?|eurs?|rices?|ions|ons|ait|ais|aient|eait|ings?|ees?|ers?|ez|ent|ed|es|e|s|x)$/;
const stem = (word: string): string => {
  const bare = word.replace(endings, '').replace(/([lnt])\1$/, '$1');
  return bare.length >= shortestStem ? bare : singular(word);
};

const kinWords: ReadonlyMap<string, readonly string[]> = new Map(
  kinRelations.map(({ name, words }) => [
    name,
    [...new Set([...words.fr, ...words.en].map(word => wordsOf(word).join(' ')))],
  ]),
);
const mine = 'mon|ma|mes|notre|nos|my|our';
const possessives = new Set(mine.split('|'));
/** Whoever says these speaks of their own. */
const ownNames = new Set(
  'maman papa mamie mamy papi papy tata tonton mum mom mommy mummy dad daddy grandma granny grandpa nana'.split(
    ' ',
  ),
);

/** "Ma sœur", "my big sister", or "sœur" alone; and where in the words it stands. */
function kinIn(words: readonly string[]): {
  readonly relation?: string;
  readonly places: ReadonlySet<number>;
} {
  const line = ` ${words.join(' ')} `;
  const found = [...kinWords]
    .flatMap(([relation, names]) => names.map(name => ({ relation, name })))
    .filter(({ name }) => line.includes(` ${name} `) || line.includes(` ${name}s `))
    .sort((x, y) => y.name.length - x.name.length)[0];
  if (found === undefined) return { places: new Set() };
  const length = found.name.split(' ').length;
  const first = words.findIndex((_, at) =>
    [found.name, `${found.name}s`].includes(words.slice(at, at + length).join(' ')),
  );
  const places = new Set(Array.from({ length }, (_, index) => first + index));
  const isMine = words.slice(Math.max(0, first - 2), first).some(word => possessives.has(word));
  const isAll = words.every((word, at) => places.has(at) || pointing.has(word));
  return isMine || isAll || ownNames.has(found.name)
    ? { relation: found.relation, places }
    : { places: new Set() };
}

interface Person {
  readonly part?: Part;
  readonly ids: readonly string[];
  /** Words of X that are used up by it. */
  readonly nameWords: readonly string[];
}

/** By kin, by name, or by both; what else the person is called counts as well, as long as it means nobody else. */
function personOf(relation: string | undefined, words: readonly string[], people: readonly Fact[]): Person {
  const named = people.filter(({ value }) => {
    const name = wordsOf(value);
    return name.length > 0 && name.every(word => words.includes(word));
  });
  const related = relation === undefined ? named : people.filter(one => one.relation === relation);
  const both = relation === undefined ? named : related.filter(one => named.includes(one));
  const meant = both.length > 0 ? both : relation === undefined ? [] : related;
  if (relation === undefined && meant.length === 0) return { ids: [], nameWords: [] };
  const values = new Set(meant.map(({ value }) => fold(value)));
  const relations = new Set(relation === undefined ? meant.map(one => one.relation) : [relation]);
  const byKin = [...relations].filter(one =>
    people.every(other => other.relation !== one || values.has(fold(other.value))),
  );
  const bearers = people.filter(({ value }) => values.has(fold(value)));
  // A name that somebody else bears too means this one only together with what they are.
  const isShared = relation !== undefined && bearers.some(one => one.relation !== relation);
  const names = isShared
    ? []
    : [...values].map(value => wordsOf(value).join(' ')).filter(name => name !== '');
  const kin = (isShared && relation !== undefined ? [relation] : byKin).map(ofKin);
  return {
    part: (_, line) =>
      names.some(name => line.includes(` ${name} `) || line.includes(` ${name}s `)) ||
      kin.some(isKin => isKin(line)),
    ids: meant.flatMap(({ valueId }) => valueId ?? []),
    nameWords: both.flatMap(({ value }) => wordsOf(value)),
  };
}

/** "J'ai un chien", "we have two dogs". */
const having = 'j ai|j avais|nous avons|on a|i have|i ve|i had|we have|we ve';

/** "Ma sœur", "my big sister", "I have a sister". */
function ofKin(relation: string): (line: string) => boolean {
  const names = kinWords.get(relation) ?? [];
  const called = `(?:${names.join('|')})s? `;
  const mineIs = new RegExp(` (?:${mine}) (?:[a-z]+ )?${called}`);
  const haveOne = new RegExp(` (?:${having}) (?:[a-z0-9]+ ){0,2}${called}`);
  const own = names.filter(name => ownNames.has(name));
  return line => mineIs.test(line) || haveOne.test(line) || own.some(name => line.includes(` ${name} `));
}
