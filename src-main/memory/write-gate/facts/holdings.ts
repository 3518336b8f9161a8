/** Who has whom: "I have a sister called Anna", "j'ai deux chats, Milo et Oscar", "we have three children", "no pets". */
import { readNumber } from '../../../domain/spoken-numbers.ts';
import type { Cast, Entity } from '../entities.ts';
import { kinAt } from '../kin-words.ts';
import { nameAt, surface } from '../name-span.ts';
import { kinRelations } from '../relations-of-people.ts';
import { isPunctuation, type Words } from '../tokens.ts';
import type { Draft, Reading } from './draft.ts';
import { type Clause, todayOf, validityOf } from './values.ts';
import { withLists } from './word-lists.ts';

const having =
  /^(?:have|has|'s|own|owns|got|adopted|ai|a|avons|ont|possede|adopte|elevons|eleve|had|avais|avait|avions|avaient)$/;
const hadOnce = /^(?:had|avais|avait|avions|avaient)$/;
const between =
  /^(?:got|just|adopted|adopte|a|an|another|one|un|une|de|des|some|my|two|little|small|big|old|young|new|black|white|petit|petite|gros|grosse|vieux|vieille|grand|grande|jeune|nouveau|nouvelle|beautiful|adorable|older|younger|elder|eldest|only|seul|seule|twin|rescue|autre|also|noir|blanc|male|female|golden|german|huge|enormous|enorme|cute|border|cocker|yorkshire|siamese|persian)$/;

/** From the verb "to have" on; undefined where no kin or animal follows. */
export function readHolding(clause: Clause, head: number, subject: Entity, cast: Cast): Reading | undefined {
  const { words } = clause;
  const isJust =
    /^(?:viens|vient|venons)$/.test(words.tokens[head]?.w ?? '') && words.tokens[head + 1]?.w === 'de';
  const verb = words.tokens[isJust ? head + 2 : head];
  if (!verb || !(isJust ? /^(?:adopter|avoir|acheter|accueillir)$/ : having).test(verb.w)) return undefined;
  let at = head + (isJust ? 3 : 1);
  let count: number | undefined;
  for (let i = 0; i < 5; i++) {
    const read =
      readNumber(
        words.tokens.slice(at, at + 3).map(({ w }) => w),
        0,
        words.language,
      ) ?? figure(words, at);
    if (read && !kinAt(words, at)) {
      count = read.value;
      at += read.length;
    } else if (between.test(words.tokens[at]?.w ?? '') && !kinAt(words, at)) at++;
    else break;
  }
  const found = childrenAt(words, at) ?? kinAt(words, at) ?? animalAt(words, at);
  if (!found) return undefined;
  const isOver = hadOnce.test(verb.w) || verb.isPast === true;
  const kin = kindOf(found);
  // "I had a friend over", "we had a chicken for lunch": only pets are told of so.
  if (
    hadOnce.test(verb.w) &&
    (!kin.isAnimal || /^(?:fish|hen|rabbit)$/.test(kin.relation) || isAnimal(subject))
  )
    return undefined;
  const denied = words.tokens.slice(head, at + 1).find(token => token.denied)?.denied;
  const place = { words, head, at, to: kin.to, subject, cast, clause, isOver };
  if (denied) return denials(place, kin, denied);
  const names = namesAfter(words, kin.to);
  if (names.values.length > 0) return withNames(place, kin, names);
  if (kin.isCounted)
    return { drafts: [fact(place, kin.counter ?? 'number_of_children', String(count ?? 1))], to: kin.to };
  // "I have a dentist appointment": the word for somebody stands before another.
  if (!kin.isAnimal) return undefined;
  const value = surface(words, count === undefined ? breedStart(words, at) : at, breedEnd(words, kin.to));
  const more = anotherPet(place, kin.to);
  return { drafts: [fact(place, 'has_pet', value), ...more], to: kin.to };
}

const isAnimal = ({ kin }: Entity): boolean =>
  kinRelations.some(one => one.name === kin?.relation && one.isAnimal);

/** "... and two dogs". */
function anotherPet(place: Place, at: number): readonly Draft[] {
  const { words } = place;
  if (!/^(?:and|et|,)$/.test(words.tokens[at]?.w ?? '')) return [];
  let from = at + 1;
  while (
    from < at + 4 &&
    (between.test(words.tokens[from]?.w ?? '') ||
      /^(?:\d|two|three|four|deux|trois|quatre)/.test(words.tokens[from]?.w ?? ''))
  )
    from++;
  const kin = kinAt(words, from);
  if (from === at + 1 || !kin?.relation.isAnimal || nameAt(words, kin.to, false) !== undefined) return [];
  return [fact({ ...place, to: kin.to }, 'has_pet', surface(words, from, kin.to))];
}

const figure = (words: Words, at: number) => {
  const w = words.tokens[at]?.w ?? '';
  return /^\d{1,2}$/.test(w) ? { value: Number(w), length: 1 } : undefined;
};

interface Kind {
  readonly to: number;
  readonly relation: string;
  readonly isAnimal: boolean;
  readonly isCounted: boolean;
  readonly counter?: string;
  readonly gender?: 'f' | 'm';
}

const animalPattern = new RegExp(withLists('^@animal@'));
function animalAt(words: Words, at: number): Kind | undefined {
  const match = animalPattern.exec(
    words.line.slice(words.offsets[at] ?? words.line.length, (words.offsets[at] ?? 0) + 40),
  );
  if (!match) return undefined;
  const isDog =
    /^(?:labrador|poodle|beagle|spaniel|retriever|terrier|dachshund|greyhound|collie|berger|caniche|teckel|golden|bouledogue|epagneul)/.test(
      match[0],
    );
  return {
    to: at + match[0].trim().split(' ').length,
    relation: isDog ? 'dog' : 'pet',
    isAnimal: true,
    isCounted: false,
  };
}

function childrenAt(words: Words, at: number): Kind | undefined {
  const w = words.tokens[at]?.w ?? '';
  const siblings = /^(?:siblings|brothers|freres)$/.test(w);
  if (!siblings && !/^(?:children|kids|enfants|gosses|gamins|garcons|boys|girls)$/.test(w)) return undefined;
  return {
    to: at + 1,
    relation: siblings ? 'sibling' : 'child',
    isAnimal: false,
    isCounted: true,
    counter: siblings ? 'number_of_siblings' : 'number_of_children',
  };
}

interface Place {
  readonly words: Words;
  readonly head: number;
  readonly at: number;
  readonly to: number;
  readonly subject: Entity;
  readonly cast: Cast;
  readonly clause: Clause;
  /** It was had once, and is no more. */
  readonly isOver: boolean;
}

function kindOf(found: NonNullable<ReturnType<typeof kinAt>> | Kind): Kind {
  if ('isAnimal' in found) return found;
  const { relation, to, isPlural } = found;
  const isChild = /^(?:child|son|daughter|brother|sister)$/.test(relation.name);
  const counter =
    relation.name === 'child'
      ? 'number_of_children'
      : /^(?:brother|sister)$/.test(relation.name) && isPlural
        ? `number_of_siblings`
        : undefined;
  return {
    to,
    relation: relation.name,
    isAnimal: relation.isAnimal === true,
    isCounted: isPlural && isChild && counter === 'number_of_children',
    ...(counter && { counter }),
    ...(relation.gender && { gender: relation.gender }),
  };
}

function fact(
  { head, to, subject, clause, isOver }: Place,
  relation: string,
  value: string,
  extra: Partial<Draft> = {},
): Draft {
  return {
    subject,
    relation,
    value,
    confidence: 0.9,
    at: head,
    to,
    ...(isOver
      ? ({ validTo: todayOf(clause.moment) ?? 'past', wasSo: 'undated' } as const)
      : validityOf(clause, to, false)),
    ...extra,
  };
}

function denials(place: Place, kind: Kind, denied: 'not' | 'ended'): Reading {
  const value = surface(place.words, place.at, place.to);
  const today = todayOf(place.clause.moment);
  const relation = kind.isAnimal ? 'has_pet' : (kind.counter ?? kind.relation);
  if (!kind.isAnimal)
    return { drafts: kind.counter && denied === 'not' ? [fact(place, kind.counter, '0')] : [], to: place.to };
  const ended = denied === 'ended' ? { validTo: today ?? 'past' } : { isDenied: true };
  return { drafts: [fact(place, relation, value, ended)], to: place.to };
}

function withNames(place: Place, kind: Kind, names: { values: readonly string[]; to: number }): Reading {
  const said = surface(place.words, place.at, place.to);
  const drafts = names.values.map(value => {
    place.cast.known.push({
      name: value,
      aliases: [said],
      isNamed: true,
      kin: { relation: kind.relation, owner: place.subject.name },
      ...(kind.gender && { gender: kind.gender }),
    });
    return fact({ ...place, to: names.to }, kind.relation, value, { aliases: [said] });
  });
  return { drafts, to: names.to };
}

/** "called Rex", ", Milo et Oscar", "qui s'appelle Anna", ": Emma and Lea". */
function namesAfter(words: Words, at: number): { values: readonly string[]; to: number } {
  const values: string[] = [];
  let next = at;
  let isCalled = false;
  for (
    let i = 0;
    i < 7 &&
    /^(?:,|:|-|who|qui|that|whose|name|names|is|are|'s|se|called|named|appelle|appellent|appelait|appelaient|nomme|nommee|prenomme|prenommee|dont|le|nom|est|ils|elle|il|elles|she|he|they|labelled|appele|appelee|he's)$/.test(
      words.tokens[next]?.w ?? '',
    );
    i++
  ) {
    isCalled ||=
      /^(?:called|named|appelle|appellent|appelait|appelaient|name|names|nom|nomme|nommee|prenomme|prenommee|appele|appelee)$/.test(
        words.tokens[next]?.w ?? '',
      );
    next++;
  }
  let to = at;
  for (let i = 0; i < 6; i++) {
    const token = words.tokens[next];
    if (!isCalled && !token?.isCapital && i === 0) break;
    const end = nameAt(words, next, isCalled || i > 0);
    if (end === undefined) break;
    values.push(surface(words, next, end));
    to = end;
    const joint = words.tokens[end]?.w ?? '';
    if (!/^(?:,|and|et)$/.test(joint)) break;
    next = end + (joint === ',' && /^(?:and|et)$/.test(words.tokens[end + 1]?.w ?? '') ? 2 : 1);
    if (nameAt(words, next, true) !== undefined && !words.tokens[next]?.isCapital && !isCalled) break;
    if (/^(?:is|est|lives|habite|has|likes|aime|a)$/.test(words.tokens[next + 1]?.w ?? '')) break;
  }
  return { values, to };
}

/** "a golden retriever", "un chat noir": the words that tell which. */
function breedStart({ tokens }: Words, at: number): number {
  let from = at;
  while (
    from > 0 &&
    /^(?:black|white|golden|german|border|cocker|siamese|persian|yorkshire)$/.test(tokens[from - 1]?.w ?? '')
  )
    from--;
  return from;
}
function breedEnd({ tokens }: Words, at: number): number {
  return !isPunctuation(tokens[at]?.w ?? '.') &&
    /^(?:noir|noire|blanc|blanche|roux|rousse|gris|grise|siamois|persan|retriever|shepherd|allemand)$/.test(
      tokens[at]?.w ?? '',
    )
    ? at + 1
    : at;
}
