/** Who words speak of: the person, kin with or without a name, kin of kin, a name, or a pronoun for somebody named before. */
import type { Language } from '../../domain/language.ts';
import { type KinFound, kinAt } from './kin-words.ts';
import { nameAt, surface } from './name-span.ts';
import { genderOfName, isFirstName } from './names.ts';
import type { Words } from './tokens.ts';
import { isPunctuation } from './tokens.ts';

export interface Entity {
  /** `user`, a name as said, or kin words as said ("sœur", "mari de ma sœur"). */
  readonly name: string;
  readonly gender?: 'f' | 'm';
  readonly isPlural?: boolean;
  readonly aliases: readonly string[];
  /** Of whom it is what: a kin word was said. */
  readonly kin?: { readonly relation: string; readonly owner: string };
  /** A proper name was said with it or is known. */
  readonly isNamed: boolean;
}

export interface FoundEntity {
  readonly entity: Entity;
  /** "my sisters Anna and Julie". */
  readonly others?: readonly Entity[];
  readonly to: number;
  /** Its name was said beside the kin word. */
  readonly isIntroduced?: boolean;
}

/** Who was named so far, the latest last; kin without a name finds the name that was said before. */
export interface Cast {
  readonly known: Entity[];
  /** In the assistant's or an earlier turn "your sister" is the person's too. */
  readonly isContext?: boolean;
}

export const user: Entity = { name: 'user', aliases: [], isNamed: true };

const selves: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('je moi on nous'.split(' ')),
  en: new Set('i we me us'.split(' ')),
};
const mine: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('mon ma mes notre nos'.split(' ')),
  en: new Set('my our'.split(' ')),
};
const yours: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('ton ta tes votre vos'.split(' ')),
  en: new Set(['your']),
};
const theirs: Readonly<Record<Language, Readonly<Record<string, 'f' | 'm' | 'p' | 'any'>>>> = {
  fr: { son: 'any', sa: 'any', ses: 'any', leur: 'p', leurs: 'p' },
  en: { his: 'm', her: 'f', their: 'p' },
};
const pronouns: Readonly<Record<Language, Readonly<Record<string, 'f' | 'm' | 'p'>>>> = {
  fr: { il: 'm', elle: 'f', ils: 'p', elles: 'p', lui: 'm' },
  en: { he: 'm', she: 'f', they: 'p', him: 'm' },
};
const adjectives = new Set(
  'new old dear late great lovely little big older younger elder eldest oldest youngest other first second favourite nouvelle nouveau ancienne ancien vieil vieille vieux cher chere feu feue defunt petit petite grand grande premier premiere deuxieme second seconde autre jeune gentil gentille adorable two three four five deux trois quatre cinq'.split(
    ' ',
  ),
); // prettier-ignore
/** They stand behind the kin word and are no name: "ma sœur aînée". */
const adjectivesBehind = new Set('aine ainee cadet cadette jumeau jumelle preferee cherie unique'.split(' '));
/** Said without "my", they are the person's own. */
const ownWords = new Set(
  'maman papa mamie papi papy mamy mom mum dad mummy daddy grandma grandpa granny nana'.split(' '),
);

/** The entity that begins at token `at`; undefined where none does. `cast` gains who is new by `remember`. */
export function entityAt(words: Words, at: number, cast: Cast): FoundEntity | undefined {
  const base = baseAt(words, at, cast);
  if (!base) return undefined;
  return words.language === 'en' ? possessedEnglish(words, base, cast) : base;
}

function baseAt(words: Words, at: number, cast: Cast): FoundEntity | undefined {
  const { tokens, language } = words;
  const w = tokens[at]?.w ?? '';
  if (selves[language].has(w)) return { entity: user, to: at + 1 };
  if (cast.isContext && /^(?:you|tu|vous|toi)$/.test(w)) return { entity: user, to: at + 1 };
  if (mine[language].has(w) || (cast.isContext && yours[language].has(w)))
    return kinOf(words, at + 1, user, cast);
  const possessor = Object.hasOwn(theirs[language], w) ? theirs[language][w] : undefined;
  if (possessor) {
    const owner = antecedent(cast, possessor);
    return owner && kinOf(words, at + 1, owner, cast);
  }
  const pronoun = Object.hasOwn(pronouns[language], w) ? pronouns[language][w] : undefined;
  if (pronoun) {
    const entity = antecedent(cast, pronoun);
    return entity && { entity, to: at + 1 };
  }
  if (language === 'fr' && /^(?:le|la|les)$/.test(w))
    return frenchKinOf(words, at, cast) ?? ofTheHouse(words, at, cast);
  if (language === 'en' && w === 'the') return ofTheHouse(words, at, cast);
  if (ownWords.has(w)) {
    const kin = kinAt(words, at);
    if (kin) return kinOf(words, at, user, cast);
  }
  const end = nameAt(words, at, false);
  if (end === undefined) return undefined;
  const name = surface(words, at, end);
  const kin = asideKin(words, at, end, name, cast);
  return kin ?? { entity: known(cast, name) ?? named(name, w), to: end };
}

/** "Mathis, my uncle, is …": the name stands first. */
function asideKin(words: Words, at: number, end: number, name: string, cast: Cast): FoundEntity | undefined {
  const { tokens, language } = words;
  if (tokens[end]?.w !== ',' || !mine[language].has(tokens[end + 1]?.w ?? '')) return undefined;
  const kin = kinAt(words, end + 2);
  if (!kin || !/^(?:,|is|est|who|qui|has|a)$/.test(tokens[kin.to]?.w ?? '')) return undefined;
  const said = surface(words, end + 2, kin.to);
  const gender = kin.relation.gender ?? genderOfName(tokens[at]?.w ?? '');
  const entity: Entity = {
    name,
    aliases: [said],
    kin: { relation: kin.relation.name, owner: 'user' },
    isNamed: true,
    ...(gender && { gender }),
  };
  cast.known.push(entity);
  return { entity, to: kin.to + (tokens[kin.to]?.w === ',' ? 1 : 0), isIntroduced: true };
}

const named = (name: string, first: string): Entity => {
  const gender = genderOfName(first);
  return { name, aliases: [], isNamed: true, ...(gender && { gender }) };
};
const known = (cast: Cast, name: string): Entity | undefined =>
  cast.known.findLast(one => one.name.toLowerCase() === name.toLowerCase());

const household =
  /^(?:enfants|gosses|gamins|chien|chienne|chat|chatte|voisins?|voisine|bebe|kids|children|baby|dog|cat|neighbou?rs?|plumber|cleaner|nanny|plombier|nounou|wife|missus|landlord|landlady|boss)$/;
const afterHousehold =
  /^(?:a|ont|est|sont|adore|adorent|aime|aiment|deteste|detestent|habite|habitent|vit|mange|mangent|arrive|arrivent|passe|vient|viennent|de|du|se|is|are|has|have|loves?|likes?|hates?|lives?|eats?|died|across|upstairs|downstairs|next|opposite|who|qui)$/;

/** "The kids", "le voisin": those of the house, where a verb follows that tells of them. */
function ofTheHouse(words: Words, at: number, cast: Cast): FoundEntity | undefined {
  const { tokens } = words;
  if (!household.test(tokens[at + 1]?.w ?? '') || !afterHousehold.test(tokens[at + 2]?.w ?? ''))
    return undefined;
  if (/^(?:of|de|like|comme|than|que|from|to|with|avec|pour|for)$/.test(tokens[at - 1]?.w ?? ''))
    return undefined;
  return kinOf(words, at + 1, user, cast);
}

/** "[ma] sœur Anna", "[my] best friend", and in French "[la] sœur de Paul". */
function kinOf(words: Words, at: number, owner: Entity, cast: Cast): FoundEntity | undefined {
  const { tokens } = words;
  let from = at;
  let kin = kinAt(words, from);
  while (!kin && from < at + 2 && adjectives.has(tokens[from]?.w ?? '')) kin = kinAt(words, ++from);
  if (!kin) return undefined;
  if (adjectivesBehind.has(tokens[kin.to]?.w ?? '')) kin = { ...kin, to: kin.to + 1 };
  const said = surface(words, from, kin.to);
  const relation = kin.relation.name;
  let nameFrom = kin.to;
  if (tokens[nameFrom]?.w === ',' && nameAt(words, nameFrom + 1, false) && tokens[nameFrom + 1]?.isCapital)
    nameFrom++;
  let nameTo = nameAt(words, nameFrom, nameFrom === kin.to && expectsName(words, nameFrom));
  if (
    nameTo !== undefined &&
    nameFrom > kin.to &&
    !/^(?:,|qui|who|is|est|and|et|has|a)$/.test(tokens[nameTo]?.w ?? ',')
  )
    nameTo = undefined;
  if (nameTo !== undefined) return introduced(words, nameFrom, nameTo, kin, said, owner, cast);
  const before = cast.known.findLast(
    one => one.kin?.relation === relation && one.kin.owner === owner.name && one.isNamed,
  );
  if (before && !kin.isPlural) return { entity: before, to: kin.to };
  const name = owner.name === 'user' ? said : ownedName(words, said, owner);
  const gender = kin.relation.gender;
  const entity: Entity = {
    name,
    aliases: [],
    kin: { relation, owner: owner.name },
    isNamed: false,
    ...(gender && { gender }),
    ...(kin.isPlural && { isPlural: true }),
  };
  return { entity, to: kin.to };
}

const ownedName = ({ language }: Words, said: string, owner: Entity): string => {
  if (language === 'en') return `${owner.name}'s ${said}`;
  const article = owner.isNamed ? '' : owner.gender === 'f' ? 'ma ' : 'mon ';
  return `${said} ${/^[aeiouyàâéèêh]/i.test(owner.name) && owner.isNamed ? "d'" : 'de '}${article}${owner.name}`;
};

/** Without capitals, a word after "my sister" is a name when a verb, a pause or the end follows. */
function expectsName(words: Words, at: number): boolean {
  const token = words.tokens[at];
  if (!token || isPunctuation(token.w)) return false;
  if (token.isCapital || isFirstName(token.w)) return true;
  if (!words.isLowerCase || /(?:ed|ing|ly|ait|ent|er|ez)$/.test(token.w)) return false;
  const next = words.tokens[at + 1]?.w ?? '';
  return /^(?:,|is|was|has|lives|works|likes|loves|hates|turns|and|who|'s|est|vit|habite|travaille|a|aime|adore|deteste|et|qui|va|vient|fete|joue|plays)$/.test(
    next,
  );
}

function introduced(
  words: Words,
  from: number,
  to: number,
  kin: KinFound,
  said: string,
  owner: Entity,
  cast: Cast,
): FoundEntity {
  const make = (a: number, b: number): Entity => {
    const gender = kin.relation.gender ?? genderOfName(words.tokens[a]?.w ?? '');
    return {
      name: surface(words, a, b),
      aliases: [said.replace(/s$/, kin.isPlural ? '' : 's')],
      kin: { relation: kin.relation.name, owner: owner.name },
      isNamed: true,
      ...(gender && { gender }),
    };
  };
  const entities = [make(from, to)];
  let end = to;
  while (kin.isPlural && /^(?:and|et|,)$/.test(words.tokens[end]?.w ?? '')) {
    const joint = words.tokens[end]?.w === ',' && /^(?:and|et)$/.test(words.tokens[end + 1]?.w ?? '') ? 2 : 1;
    const next = nameAt(
      words,
      end + joint,
      words.isLowerCase && isFirstName(words.tokens[end + joint]?.w ?? ''),
    );
    if (next === undefined) break;
    entities.push(make(end + joint, next));
    end = next;
  }
  cast.known.push(...entities);
  const [entity = user, ...others] = entities;
  return { entity, to: end, isIntroduced: true, ...(others.length > 0 && { others }) };
}

function frenchKinOf(words: Words, at: number, cast: Cast): FoundEntity | undefined {
  const kin = kinAt(words, at + 1);
  if (!kin || !/^(?:de|du|des)$/.test(words.tokens[kin.to]?.w ?? '')) return undefined;
  const owner = entityAt(words, kin.to + 1, cast);
  if (!owner || owner.entity.name === 'user') return undefined;
  const said = surface(words, at + 1, kin.to);
  const nameTo = nameAt(words, owner.to, expectsName(words, owner.to));
  if (nameTo !== undefined) return introduced(words, owner.to, nameTo, kin, said, owner.entity, cast);
  const relation = kin.relation.name;
  const before = cast.known.findLast(
    one => one.kin?.relation === relation && one.kin.owner === owner.entity.name && one.isNamed,
  );
  if (before) return { entity: before, to: owner.to };
  const gender = kin.relation.gender;
  const entity: Entity = {
    name: ownedName(words, said, owner.entity),
    aliases: [],
    kin: { relation, owner: owner.entity.name },
    isNamed: false,
    ...(gender && { gender }),
  };
  return { entity, to: owner.to };
}

/** "'s husband", as often as it is said: "my sister's husband's mother". */
function possessedEnglish(words: Words, base: FoundEntity, cast: Cast): FoundEntity {
  let found = base;
  for (let i = 0; i < 3 && words.tokens[found.to]?.w === "'s" && found.entity.name !== 'user'; i++) {
    const next = kinOf(words, found.to + 1, found.entity, cast);
    if (!next) break;
    found = next;
  }
  return found;
}

export function antecedent(cast: Cast, gender: 'f' | 'm' | 'p' | 'any'): Entity | undefined {
  return cast.known.findLast(one => {
    if (one.name === 'user') return false;
    if (gender === 'p')
      return (
        one.isPlural === true || (one.isNamed && one.gender === undefined && one.kin?.relation === 'partner')
      );
    if (one.isPlural) return false;
    return gender === 'any' || one.gender === undefined || one.gender === gender;
  });
}
