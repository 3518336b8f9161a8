/** Tells whether two values say the same: case, accents, articles, plural, and words for kin do not count. */
import { fold } from '../../domain/fold.ts';
import { kinRelations } from '../write-gate/relations-of-people.ts';

const articles = new Set(
  'le la les l un une des du de d au aux a the an some of mon ma mes ton ta tes son sa ses notre nos my our your his her their'.split(
    ' ',
  ),
);

const numbers: ReadonlyMap<string, string> = new Map(
  [
    'zero',
    'un one',
    'deux two',
    'trois three',
    'quatre four',
    'cinq five',
    'six',
    'sept seven',
    'huit eight',
    'neuf nine',
    'dix ten',
    'onze eleven',
    'douze twelve',
    'treize thirteen',
    'quatorze fourteen',
    'quinze fifteen',
    'seize sixteen',
  ].flatMap((words, number) => words.split(' ').map(word => [word, String(number)] as const)),
); // prettier-ignore

/** The relation that a word for kin, friends or animals names ("ma petite sœur": `sister`); the whole text must be it. */
export function kinRelationOf(name: string): string | undefined {
  const bare = fold(name.replaceAll('’', "'"))
    .replace(/^(?:l'|(?:mon|ma|mes|notre|nos|my|our|le|la|les|the|un|une|an?) )/, '')
    .trim();
  return kinByWord.get(bare);
}

const kinByWord: ReadonlyMap<string, string> = new Map(
  kinRelations.flatMap(({ name, words }) =>
    [...words.fr, ...words.en, name].map(one => [one.replaceAll('_', ' '), name] as const),
  ),
);

/** Those that no trade is named by: a boss is not a manager where a job is meant. */
const lastOfKin = 'goddaughter';
const family: ReadonlySet<string> = new Set(
  kinRelations
    .map(({ name }) => name)
    .slice(0, kinRelations.findIndex(({ name }) => name === lastOfKin) + 1)
    .concat('dog', 'cat'),
);

/** A letter or digit run; a sign at its end belongs to it ("A+"). */
const word = /[\p{L}\p{N}\p{M}]+(?:[+-](?!\p{L}|\p{N}))?/gu;
const digitsOnly = /^[\d\s.()+/-]{6,}$/;

/** The same few names and values are compared again and again: what was read of them is kept, up to a bound. */
const mostKept = 8192;
const longestKept = 200;
const kept = new Map<string, readonly string[]>();

/** Some of them may be forgotten by now. */
export const forgetValueWords = (): void => kept.clear();

/** What is compared of a value: folded words in their order, singular, without articles. */
export function valueWords(value: string): readonly string[] {
  const known = kept.get(value);
  if (known) return known;
  const words = readWords(value);
  if (kept.size >= mostKept) kept.clear();
  if (value.length <= longestKept) kept.set(value, words);
  return words;
}

function readWords(value: string): readonly string[] {
  if (digitsOnly.test(value) && !/^\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?$/.test(value.trim())) {
    return [value.replace(/[^\d+]/g, '')];
  }
  const kin = kinRelationOf(value);
  if (kin !== undefined && family.has(kin)) return [kin];
  // Before accents go: "thé" is no article.
  const words = value.toLowerCase().match(word) ?? [];
  const telling = words.filter(one => !articles.has(one));
  return (telling.length > 0 ? telling : words).map(fold).map(one => numbers.get(one) ?? singular(one));
}

function singular(one: string): string {
  if (one.length <= 3) return one;
  return one
    .replace(/eaux$/, 'eau')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^e])aux$/, 'al')
    .replace(/(ch|sh|ss|x|o)es$/, '$1')
    .replace(/[sx]$/, '');
}

export const valueKey = (value: string): string => valueWords(value).join(' ');

export function isSameValue(x: string, y: string): boolean {
  const [one, other] = [valueWords(x), valueWords(y)];
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

/** `finer` says all that `coarse` says, and more ("4 May 1990", "4 May"). */
export function refines(finer: string, coarse: string): boolean {
  const all = valueWords(finer);
  const some = valueWords(coarse);
  return some.length > 0 && some.length < all.length && some.every(one => all.includes(one));
}
