/** Reads facts that are said with a noun: whose, what, and its value after (or before) the verb "to be". */
import { captureAt } from '../capture.ts';
import { antecedent, type Cast, type Entity, entityAt, user } from '../entities.ts';
import { nameAt, surface } from '../name-span.ts';
import { isPunctuation, tokenAt, type Words } from '../tokens.ts';
import { type Attribute, attributesOf, copula, favouriteOf, leadIn } from './attributes.ts';
import type { Draft } from './draft.ts';
import { named } from './predicate-facts.ts';
import type { PredicateShape } from './predicate-table.ts';
import { type Clause, validityOf, valuesOf } from './values.ts';

interface Noun extends Named {
  readonly owner: Entity;
}

function stick(pattern: RegExp, { line, offsets }: Words, at: number): RegExpExecArray | undefined {
  const offset = offsets[at];
  if (offset === undefined) return undefined;
  pattern.lastIndex = offset;
  return pattern.exec(line) ?? undefined;
}

interface Named {
  readonly attribute: Attribute;
  readonly relation: string;
  readonly to: number;
}

/** All that a noun may mean: "my phone" is a number or a thing. */
function attributesAt(words: Words, at: number): readonly Named[] {
  const found: Named[] = [];
  for (const attribute of attributesOf(words.language)) {
    const match = stick(attribute.noun, words, at);
    if (!match) continue;
    const kind = match.groups?.kind;
    const relation = kind === undefined ? attribute.relation : favouriteOf(kind);
    found.push({ attribute, relation, to: tokenAt(words, match.index + match[0].length + 1) });
  }
  return found;
}

/** "my birthday", "Anna's shoe size", "the address of my sister", "l'anniversaire de Paul". */
function nounsAt(words: Words, at: number, cast: Cast): readonly Noun[] {
  const w = words.tokens[at]?.w ?? '';
  const possessor = whose(words, at, cast);
  const own = possessor ? attributesAt(words, possessor.to) : [];
  if (possessor && own.length > 0) return own.map(noun => ({ ...noun, owner: possessor.owner }));
  const found = words.language === 'en' ? entityAt(words, at, cast) : undefined;
  if (found && found.entity !== user && words.tokens[found.to]?.w === "'s")
    return attributesAt(words, found.to + 1).map(noun => ({ ...noun, owner: found.entity }));
  if (!/^(?:the|le|la|les)$/.test(w)) return [];
  return attributesAt(words, at + 1).flatMap((noun): readonly Noun[] => {
    if (/^(?:of|de|du|des)$/.test(words.tokens[noun.to]?.w ?? '')) {
      const owner = entityAt(words, noun.to + 1, cast);
      return owner ? [{ ...noun, owner: owner.entity, to: owner.to }] : [];
    }
    // "The wifi code is …": it is the household's.
    return noun.relation === 'wifi_password' ? [{ ...noun, owner: user }] : [];
  });
}

function whose(
  { tokens, language }: Words,
  at: number,
  cast: Cast,
): { owner: Entity; to: number } | undefined {
  const w = tokens[at]?.w ?? '';
  const mine = language === 'en' ? /^(?:my|our)$/ : /^(?:mon|ma|mes|notre|nos)$/;
  if (mine.test(w) || (cast.isContext && /^(?:your|ton|ta|tes|votre|vos)$/.test(w)))
    return { owner: user, to: at + 1 };
  const other =
    language === 'en'
      ? ({ his: 'm', her: 'f' } as const)[w]
      : ({ son: 'any', sa: 'any', ses: 'any' } as const)[w];
  const owner = other && antecedent(cast, other);
  return owner ? { owner, to: at + 1 } : undefined;
}

/** "…: VALUE", "… is VALUE". Empty where the noun has no value here. */
export function readAttribute(clause: Clause, at: number, cast: Cast): readonly Draft[] {
  const nouns = nounsAt(clause.words, at, cast);
  if (nouns.length === 0) return readDated(clause, at, cast);
  for (const noun of nouns) {
    const drafts = readNoun(clause, at, noun);
    if (noun.relation === 'name') meet(noun.owner, drafts, cast);
    if (drafts.length > 0) return drafts;
  }
  return [];
}

/** "My daughter's name is Hana and she …": who was only kin so far has a name from here on. */
function meet(owner: Entity, drafts: readonly Draft[], cast: Cast): void {
  const [draft] = drafts;
  if (draft === undefined || owner.kin === undefined || owner.isNamed || draft.isDenied) return;
  cast.known.push({ ...owner, name: draft.value, aliases: [owner.name], isNamed: true });
}

function readNoun(clause: Clause, at: number, noun: Noun): readonly Draft[] {
  const { words } = clause;
  let next = skipScope(words, noun.to);
  // In French the owner may follow: "la couleur préférée de ma sœur", "mon numéro de téléphone".
  const verb = stick(copula[words.language], words, next);
  if (!verb) return [];
  if (noun.relation === 'wifi_password' && isNoPassword(words, verb, noun.to)) return [];
  const isDenied = words.tokens
    .slice(at, tokenAt(words, verb.index + verb[0].length))
    .some(({ denied }) => denied);
  next = tokenAt(words, verb.index + verb[0].length);
  const shape = noun.attribute.shape as PredicateShape | 'anp';
  if (shape === 'anp' && !/^(?:an?|une?|the|la|le)$/.test(words.tokens[next]?.w ?? '')) return [];
  const lead =
    noun.relation === 'blood_type' ||
    shape === 'address' ||
    shape === 'list' ||
    shape === 'np' ||
    shape === 'place' ||
    shape === 'name'
      ? undefined
      : stick(leadIn[words.language], words, next);
  if (lead && lead[0] !== '') next = tokenAt(words, lead.index + lead[0].length);
  const isPast =
    verb[0].startsWith('was') ||
    verb[0].includes('etait') ||
    words.tokens.slice(at, next).some(token => token.isPast);
  const wide: Clause = { ...clause, end: Math.max(clause.end, endOfSentence(words, next)) };
  const plain = shape === 'anp' ? 'np' : shape === 'number' ? 'count' : shape;
  const values = valuesOf(wide, plain, next, next, verb);
  if (!values) return [];
  if (isPast)
    return nowInstead(wide, { subject: noun.owner, relation: noun.relation, at, confidence: 0.9 }, values);
  return values.values
    .filter(value => !isEmpty(value))
    .map(value =>
      named(
        {
          subject: noun.owner,
          relation: noun.relation,
          value,
          confidence: 0.95,
          at,
          to: values.to,
          ...validityOf(clause, next, false),
          ...(isDenied && { isDenied: true }),
        },
        noun.relation,
        value,
      ),
    );
}

/** "The wifi is slow", "the wifi is called Narnia", "the password is on the fridge"; a bare "the wifi is" needs a figure behind it. */
function isNoPassword({ tokens, line }: Words, verb: RegExpExecArray, to: number): boolean {
  const value = line.slice(verb.index + verb[0].length, verb.index + verb[0].length + 60);
  const isSaid = /password|code|key|passe|cle/.test(
    tokens
      .slice(Math.max(0, to - 4), to)
      .map(({ w }) => w)
      .join(' '),
  );
  if (
    /called|appelle/.test(verb[0]) ||
    /^(?:called|named|on|in|under|behind|sur|sous|dans|derriere) /.test(value)
  )
    return true;
  return isSaid ? /^(?:wrong|too|so|trop|faux|the same|le meme|not|pas) /.test(value) : !/^\S*\d/.test(value);
}

/** "… du moment", "… of all time" narrow nothing that is kept. */
function skipScope(words: Words, at: number): number {
  const rest = words.line.slice(words.offsets[at], (words.offsets[at] ?? 0) + 40);
  const scope = /^(?:du moment|de tous les temps|de toujours|of all time|right now|ever) /.exec(rest);
  return scope ? at + scope[0].trim().split(' ').length : at;
}

/** "My favourite colour used to be red but now it's green": what it is now takes the place of what it was. */
function nowInstead(
  { words, end }: Clause,
  base: Pick<Draft, 'subject' | 'relation' | 'at' | 'confidence'>,
  old: { readonly values: readonly string[]; readonly to: number },
): readonly Draft[] {
  const offset = words.offsets[old.to] ?? words.line.length;
  const turn =
    /^(?:, )?(?:but |and |mais |et )?(?:now |maintenant )?(?:it is|it 's|ce est)(?: now| maintenant)? /.exec(
      words.line.slice(offset, offset + 60),
    );
  const [was] = old.values;
  if (!turn || was === undefined) return [];
  const value = captureAt(words, tokenAt(words, offset + turn[0].length), 'np', { until: end });
  return value?.values[0] ? [{ ...base, value: value.values[0], supersedes: was, to: value.to }] : [];
}

const isEmpty = (value: string): boolean =>
  /^(?:what|quoi|it|that|ça|ca|coming|soon|bientot|bientôt|broken|dead|great|good|bad|nice|fine|full|new|old|here|là|ready|late|gone|back|changed|wrong|mort|morte|cassé|cassée|bien|nul|vide|longue?|fini|finie)$/i.test(
    value,
  );

function endOfSentence({ tokens }: Words, at: number): number {
  let i = at;
  while (i < tokens.length && !/^[.?!;]$/.test(tokens[i]?.w ?? '')) i++;
  return i;
}

const datedNouns =
  /(?:(?:[a-z]+ ){0,3}?(?:appointment|meeting|interview|exam|test|flight|train|wedding|party|surgery|operation|concert|checkup|check up|recital|graduation|rehearsal|move|rendez vous(?: [a-z]+){0,3}|reunion|entretien|examen|vol|mariage|fete|operation|concert|demenagement|audience|soutenance|spectacle|bapteme|controle|partiel|permis|gala|oral|bac|vacances)) (?:with \S+ (?:\S+ )?|at \S+ (?:\S+ )?|chez \S+ (?:\S+ )?|avec \S+ (?:\S+ )?|de \S+ (?:\S+ )?|(?:to|from|for|pour|vers) \S+ (?:\S+ )??)?(?=(?:is|'s|has been|has moved|was moved|ce est|est|a ete|aura lieu|tombe|sera|will be|lands|leaves|departs|takes off|starts|begins|decolle|atterrit|part|commence|debute)(?: moved| postponed| decale| deplace| reportee?| decalee?| avancee?| on| to| for| set for| prevue?| le| au| a)* )/dy;

/** "my dentist appointment is on Tuesday at 3": an appointment of the person. */
function readDated(clause: Clause, at: number, cast: Cast): readonly Draft[] {
  const { words } = clause;
  const w = words.tokens[at]?.w ?? '';
  const possessor =
    whose(words, at, cast) ??
    (/^(?:the|le|la|l)$/.test(w) ? { owner: user, to: at + 1 } : othersOf(words, at, cast));
  if (!possessor) return [];
  const match = stick(datedNouns, words, possessor.to);
  if (!match) return [];
  const to = tokenAt(words, match.index + match[0].length);
  const date = clause.dates.find(({ from, isHabit }) => from >= to && from < to + 6 && !isHabit);
  if (!date) return [];
  const isMoved = /moved|postponed|decal|deplac|report|avanc/.test(
    words.line.slice(match.index, words.offsets[date.from] ?? 0),
  );
  return [
    {
      subject: possessor.owner,
      relation: 'appointment',
      value: surface(words, possessor.to, to),
      confidence: isMoved ? 0.9 : 0.95,
      at,
      to: date.to,
      ...(date.iso && { validFrom: date.iso }),
    },
  ]; // prettier-ignore
}

/** "Tom's wedding is on June 14". */
function othersOf(words: Words, at: number, cast: Cast): { owner: Entity; to: number } | undefined {
  if (words.language !== 'en') return undefined;
  const found = entityAt(words, at, cast);
  return found && found.entity !== user && words.tokens[found.to]?.w === "'s"
    ? { owner: found.entity, to: found.to + 1 }
    : undefined;
}

/** "Blue is my favourite colour", "Anna is my sister", "le 4 mai, c'est mon anniversaire". */
export function readInverse(clause: Clause, at: number, cast: Cast): Draft | undefined {
  const { words } = clause;
  const w = words.tokens[at]?.w ?? '';
  if (!/^(?:is|'s|est|are|sont)$/.test(w) || at === 0) return undefined;
  const noun = whose(words, at + 1, cast) ? nounsAt(words, at + 1, cast)[0] : undefined;
  const start = phraseStart(words, words.tokens[at - 1]?.w === 'ce' ? at - 1 : at);
  if (noun?.relation.startsWith('favourite_')) {
    const phrase = captureAt(words, start, 'np', { until: words.tokens[at - 1]?.w === 'ce' ? at - 1 : at });
    const value = phrase?.values[0];
    return phrase &&
      phrase.to >= at - 2 &&
      value &&
      !/^(?:what|that|this|it|ce|which|ca|quel|quelle)$/i.test(value)
      ? { subject: noun.owner, relation: noun.relation, value, confidence: 0.9, at, to: noun.to }
      : undefined;
  }
  return readKinInverse(words, at, start, cast);
}

function readKinInverse(words: Words, at: number, start: number, cast: Cast): Draft | undefined {
  const end = nameAt(words, start, false);
  if (end === undefined || end < at - 2 || words.tokens[at]?.denied) return undefined;
  const own = entityAt(words, at + 1, { ...cast, known: [] });
  if (!own?.entity.kin || own.isIntroduced || words.tokens[own.to]?.w === "'s") return undefined;
  const { relation, owner } = own.entity.kin;
  const subject: Entity = owner === 'user' ? user : { name: owner, aliases: [], isNamed: true };
  const value = surface(words, start, end);
  const said = own.entity.name;
  cast.known.push({
    name: value,
    aliases: [said],
    isNamed: true,
    kin: { relation, owner },
    ...(own.entity.gender && { gender: own.entity.gender }),
  });
  return { subject, relation, value, confidence: 0.95, aliases: [said], at, to: own.to };
}

function phraseStart({ tokens }: Words, at: number): number {
  let start = at;
  while (start > 0 && start > at - 5) {
    const w = tokens[start - 1]?.w ?? '';
    if (w === ',' && start === at) {
      start--;
      continue;
    }
    if (isPunctuation(w) || /^(?:and|et|but|mais|that|que|because)$/.test(w)) break;
    start--;
  }
  return start;
}
