/** Facts about the people and things that words name: by name, by what they are to the user ("ma sœur"), by association. */
import { fold } from '../../../domain/fold.ts';
import type { Fact } from '../../../domain/memory.ts';
import type { SemanticMemoryStore } from '../../../ports/semantic-memory-store.ts';
import { kinRelations } from '../../write-gate/relations-of-people.ts';
import { type Somebody, Who } from '../who.ts';

export interface Named {
  /** `user`, or the name to call them by. */
  readonly name: string;
  readonly subjectId?: string;
}

const mostPeople = 1000;
const mostFacts = 300;
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
export async function namedIn(
  words: string,
  store: Pick<SemanticMemoryStore, 'facts'>,
): Promise<readonly Named[]> {
  const folded = fold(words.replaceAll('’', "'"));
  const kin = await store.facts({ namesSomebody: true, past: true, limit: mostPeople });
  const who = new Who(kin);
  const byRole = [...folded.matchAll(kinPhrase)].flatMap(([, role = '']) => who.called(singular(role)));
  const byName = await bearers(folded, who, store);
  const both = byName.filter(({ subjectId }) => byRole.some(({ id }) => id === subjectId));
  if (both.length > 0) return both;
  const found = [...byName, ...byRole.map(one => namedAs(one, kin))];
  if (found.length > 0) return unique(found);
  return ofUser.test(folded) ? [{ name: 'user' }] : [];
}

const singular = (role: string): string => role.replace(/^(.{3,}[^s])s$/, '$1');

const unique = (named: readonly Named[]): readonly Named[] => [
  ...new Map(named.map(one => [one.subjectId ?? one.name, one])).values(),
];

/** By the name that the user gave them, rather than by what they are. */
function namedAs({ id }: Pick<Somebody, 'id'>, kin: readonly Fact[]): Named {
  const name = kin.find(({ valueId }) => valueId === id)?.value;
  return { name: name ?? '', subjectId: id };
}

/** Every run of up to three words that is somebody's whole name. */
async function bearers(
  folded: string,
  who: Who,
  store: Pick<SemanticMemoryStore, 'facts'>,
): Promise<readonly Named[]> {
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
  store: Pick<SemanticMemoryStore, 'facts'>,
  found: Named[],
): Promise<number> {
  for (let length = Math.min(longestName, words.length - from); length > 0; length -= 1) {
    const name = words.slice(from, from + length).join(' ');
    if (length === 1 && (noName.has(name) || name.length < 2)) continue;
    const facts = await store.facts({ subject: name, past: true, limit: 20 });
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

/** All that is known of them, and what they are to others; those said last first. */
export async function factsOf(
  named: Named,
  store: Pick<SemanticMemoryStore, 'facts'>,
  past: boolean,
): Promise<readonly Fact[]> {
  const { name, subjectId } = named;
  const own =
    subjectId === undefined
      ? await store.facts({ subject: name, past, limit: mostFacts })
      : await store.facts({ subjectId, past, limit: mostFacts });
  if (subjectId === undefined) return own;
  const naming = await store.facts({ namesSomebody: true, past, limit: mostPeople });
  const others = naming.filter(({ valueId, id }) => valueId === subjectId && !own.some(one => one.id === id));
  return [...others, ...own];
}

/**
 * What is known about whom the words name ("Anna", "ma sœur", "what should I bake for my sister?"). `past`: also what holds
 * no longer. Without a name that is known: facts whose value the words name.
 */
export async function factsAbout(
  words: string,
  store: Pick<SemanticMemoryStore, 'facts'>,
  past = false,
): Promise<readonly Fact[]> {
  const named = (await namedIn(words, store)).filter(({ name }) => name !== 'user');
  const facts: Fact[] = [];
  for (const one of named) facts.push(...(await factsOf(one, store, past)));
  if (facts.length > 0) return [...new Map(facts.map(fact => [fact.id, fact])).values()];
  return store.facts({ about: words, past, limit: mostFacts });
}
