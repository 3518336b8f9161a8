/** Facts about the people and things that words name: by name, by what they are to the user ("ma sœur"), by association. */
import { fold } from '../../../domain/fold.ts';
import type { Fact } from '../../../domain/memory.ts';
import type { SemanticMemoryStore } from '../../../ports/semantic-memory-store.ts';
import { kinRelations } from '../../write-gate/relations-of-people.ts';
import { kinRelationOf } from '../value-words.ts';
import { type Somebody, Who } from '../who.ts';

type Facts = Pick<SemanticMemoryStore, 'facts' | 'revision'>;

interface People {
  readonly revision: number;
  readonly naming: readonly Fact[];
  readonly who: Who;
}

/** Who is who changes seldom and is asked at each question: it is kept until a fact changes. */
const known = new WeakMap<Facts, People>();

async function peopleOf(store: Facts): Promise<People> {
  const revision = store.revision();
  const kept = known.get(store);
  if (kept?.revision === revision) return kept;
  const naming = await store.facts({ namesSomebody: true, past: true, limit: mostPeople });
  const people = { revision, naming, who: new Who(naming) };
  known.set(store, people);
  return people;
}

export interface Named {
  /** `user`, or the name to call them by. */
  readonly name: string;
  readonly subjectId?: string;
}

const mostPeople = 300;
const mostFacts = 60;
const longestName = 3;

/** Words for kin behind "my": longest first, so that "petite amie" is no "amie". */
const kinPhrase = new RegExp(
  `\\b(?:mon|ma|mes|notre|nos|my|our) ((?:petite? |grande? |little |big |older |younger )?(?:${kinRelations
    .flatMap(({ words }) => [...words.fr, ...words.en])
    .sort((x, y) => y.length - x.length)
    .map(word => word.replaceAll('+', '\\+'))
    .join('|')})s?)\\b`,
  'g',
);

const ofUser = /\b(?:je|j'|moi|mon|ma|mes|me|m'|notre|nos|nous|i|my|mine|our|we|am i|myself)(?=\b|\s|$)/;
const noName = new Set(
  "je tu il elle on nous vous ils elles que qui quoi ou quand comment est sont a ai as moi toi the is are do does did what who when where how you know about my me i a an of for and not sur de la le les des un une sa son ses ce se ne pas dans avec quel quelle what's".split(
    ' ',
  ),
);

/** Everybody whom the words name and of whom something is known; the user where they speak of themselves alone. */
export async function namedIn(words: string, store: Facts): Promise<readonly Named[]> {
  const folded = fold(words.replaceAll('’', "'"));
  const { naming: kin, who } = await peopleOf(store);
  const roles = [...folded.matchAll(kinPhrase)].map(([, role = '']) => singular(role));
  const byRole = roles.flatMap(role => who.called(role));
  const byName = await bearers(folded, who, store);
  const both = byName.filter(({ subjectId }) => byRole.some(({ id }) => id === subjectId));
  if (both.length > 0) return both;
  const nameless = byRole.length > 0 ? [] : await calledByRole(roles, store);
  const found = [...byName, ...byRole.map(one => namedAs(one, kin)), ...nameless];
  if (found.length > 0) return unique(found);
  // What is asked of somebody is never answered of the user.
  if (roles.length > 0) return [];
  return ofUser.test(folded) ? [{ name: 'user' }] : [];
}

const singular = (role: string): string => role.replace(/^(.{3,}[^s])s$/, '$1');

const unique = (named: readonly Named[]): readonly Named[] => [
  ...new Map(named.map(one => [one.subjectId ?? one.name, one])).values(),
];

/** People of whom something is known, but no name: "my mother lives in Bordeaux". */
async function calledByRole(roles: readonly string[], store: Facts): Promise<readonly Named[]> {
  const found: Named[] = [];
  for (const subject of new Set(roles.flatMap(wordsOfRole))) {
    const [fact] = await store.facts({ subject, past: true, limit: 1 });
    if (fact !== undefined)
      found.push({ name: fact.subject, ...(fact.subjectId !== undefined && { subjectId: fact.subjectId }) });
  }
  return found;
}

/** In both languages: told of "ma mère", asked of "my mother". */
function wordsOfRole(role: string): readonly string[] {
  const relation = kinRelationOf(role);
  const kin = kinRelations.find(({ name }) => name === relation);
  return kin === undefined ? [role] : [...kin.words.fr, ...kin.words.en];
}

/** By the name that the user gave them, rather than by what they are. */
function namedAs({ id }: Pick<Somebody, 'id'>, kin: readonly Fact[]): Named {
  const name = kin.find(({ valueId }) => valueId === id)?.value;
  return { name: name ?? '', subjectId: id };
}

/** Every run of up to three words that is somebody's whole name. */
async function bearers(folded: string, who: Who, store: Facts): Promise<readonly Named[]> {
  const words = folded.match(/[\p{L}\p{N}-]+/gu) ?? [];
  const found: Named[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const length = await longestNameAt(words, from, who, store, found);
    if (length > 1) from += length - 1;
  }
  return found;
}

async function longestNameAt(
  words: readonly string[],
  from: number,
  who: Who,
  store: Facts,
  found: Named[],
): Promise<number> {
  for (let length = Math.min(longestName, words.length - from); length > 0; length -= 1) {
    const name = words.slice(from, from + length).join(' ');
    if (length === 1 && (noName.has(name) || name.length < 2)) continue;
    const facts = await store.facts({ subject: name, past: true, limit: 5 });
    const ids = new Set(who.called(name).map(({ id }) => id));
    for (const { subjectId } of facts) if (subjectId !== undefined) ids.add(subjectId);
    const [first] = facts;
    if (ids.size === 0 && first === undefined) continue;
    if (name === 'user') continue;
    const display = first?.subject ?? capital(name);
    if (ids.size === 0) found.push({ name: display });
    for (const subjectId of ids) found.push({ name: display, subjectId });
    return length;
  }
  return 1;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

interface FactsOfOptions {
  readonly past: boolean;
  readonly relations?: readonly string[];
  readonly limit?: number;
}

/** What is known of them in these relations (absent: all), and what they are to others; those said last first. */
export async function factsOf(
  { name, subjectId }: Named,
  store: Facts,
  { past, relations, limit = mostFacts }: FactsOfOptions,
): Promise<readonly Fact[]> {
  const own = await store.facts({
    ...(subjectId === undefined ? { subject: name } : { subjectId }),
    ...(relations && { relations }),
    past,
    limit,
  });
  if (subjectId === undefined) return own;
  const { naming } = await peopleOf(store);
  const others = naming.filter(
    ({ valueId, validTo, id }) =>
      valueId === subjectId && (past || validTo === undefined) && !own.some(one => one.id === id),
  );
  return [...others, ...own];
}

/**
 * What is known about whom the words name ("Anna", "ma sœur", "what should I bake for my sister?"). `past`: also what holds
 * no longer. Behind them come facts whose value holds all of the words ("Brest").
 */
export async function factsAbout(
  words: string,
  store: Facts,
  { past = false, limit = mostFacts }: { readonly past?: boolean; readonly limit?: number } = {},
): Promise<readonly Fact[]> {
  const named = (await namedIn(words, store)).filter(({ name }) => name !== 'user');
  const facts: Fact[] = [];
  for (const one of named) facts.push(...(await factsOf(one, store, { past, limit })));
  facts.push(...(await store.facts({ about: words, past, limit })));
  return [...new Map(facts.map(fact => [fact.id, fact])).values()].slice(0, limit);
}
