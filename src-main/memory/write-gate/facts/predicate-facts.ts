/** Applies the table of predicates at a verb: what is said of this subject here, since when, and whether it is denied. */
import { isoDate } from '../../../domain/local-time.ts';
import { civilNow } from '../dates.ts';
import { type Entity, user } from '../entities.ts';
import { nameAt, surface } from '../name-span.ts';
import { tokenAt, type Words } from '../tokens.ts';
import type { Draft, Reading } from './draft.ts';
import { readHabit } from './habits.ts';
import { type Predicate, predicatesOf } from './predicate-table.ts';
import { otherOfBirth, otherOfWork } from './second-facts.ts';
import { type Clause, groupSpan, todayOf, type Values, validityOf, valuesOf } from './values.ts';

/** What "je" and the reflexive say together stands in the table at "me": "je me appelle". */
export function readPredicate(
  clause: Clause,
  head: number,
  subject: Entity,
  at: number,
  follows = head + 1,
): Reading | undefined {
  const { words } = clause;
  const verb = words.tokens[head];
  // "On m'appelle Nico": others call the person so, which is read elsewhere.
  if (!verb || (verb.w === 'me' && words.tokens[head - 1]?.w !== 'je')) return undefined;
  for (const predicate of predicatesOf(words.language, verb.w)) {
    const offset = words.offsets[follows] ?? words.line.length;
    predicate.follow.lastIndex = offset;
    const match = predicate.follow.exec(words.line);
    if (!match) continue;
    const from = tokenAt(words, match.index + match[0].length);
    if (from > clause.end) continue;
    const reading = apply(clause, predicate, { head, from, match, subject, at });
    if (!reading) continue;
    const recurs = reading.drafts.some(({ relation }) => mayRecur.test(relation));
    return (recurs ? readHabit(clause, head, subject, at) : undefined) ?? reading;
  }
  return follows === head + 1 ? readNamed(clause, head, subject, at) : undefined;
}

/** "I play tennis every Thursday" is a habit first. */
const mayRecur = /^(?:hobby|plays|appointment|plan|member_of|works_in|likes)$/;

interface Place {
  readonly head: number;
  readonly from: number;
  readonly match: RegExpExecArray;
  readonly subject: Entity;
  readonly at: number;
}

function apply(clause: Clause, predicate: Predicate, place: Place): Reading | undefined {
  const { words } = clause;
  const { flags } = predicate;
  const { head, from, match, subject, at } = place;
  const denied = deniedIn(words, head, from);
  if (flags.has('denied') !== (denied === 'not') && flags.has('denied')) return undefined;
  if (flags.has('opinion')) return undefined;
  const future = isTimely(clause, head, flags.has('dated'));
  if (!future) return undefined;
  const values =
    predicate.shape === 'located'
      ? located(clause, place)
      : valuesOf(clause, predicate.shape, head, from, match);
  if (!values || values.values.every(value => isEmptyValue(value))) return undefined;
  if (predicate.shape === 'located') return locatedFact(place, values);
  const meant = relationWhen(predicate, denied);
  if (meant === undefined) return { drafts: [], to: values.to };
  const relation =
    meant === 'works_at' && match[0].includes('chez') && /^(?:suis|est)$/.test(words.tokens[head]?.w ?? '')
      ? customerOf(words.line)
      : meant;
  if (relation === undefined) return undefined;
  const old = groupSpan(words, match, 'old');
  const base = {
    subject,
    at,
    to: values.to,
    confidence: flags.has('hedge')
      ? 0.5
      : flags.has('wish')
        ? 0.6
        : flags.has('plan') || flags.has('dated')
          ? 0.8
          : 0.9,
    ...time(clause, predicate, place, denied),
    ...(old && { supersedes: surface(words, old[0], old[1]).replace(/^(?:de |d'|from )/i, '') }),
    ...(denied === 'not' && !flags.has('denied') && predicate.whenDenied === undefined && { isDenied: true }),
  };
  // "I was at Ikea on Saturday" is an occasion, no state that ended.
  if (
    base.wasSo &&
    base.validFrom !== undefined &&
    base.validFrom === base.validTo &&
    base.validFrom.length >= 10
  )
    return undefined;
  const drafts = (
    relation === 'prefers'
      ? values.values.map(preferred)
      : relation === 'job'
        ? values.values.map(asJob)
        : values.values
  )
    .map(value =>
      isOver.test(words.tokens[head]?.w ?? '') || relation === 'died_on' ? past(clause, value) : value,
    )
    .filter(value => !isEmptyValue(value))
    .map((value): Draft => named({ ...base, relation, value }, relation, value));
  // "No coffee after lunch" is not no coffee.
  const isBounded =
    /^does_not_(?:eat|drink)$/.test(relation) &&
    /^(?:after|before|at|apres|avant|le|in|during|pendant|on)$/.test(words.tokens[values.to]?.w ?? '');
  if (isBounded) return { drafts: [], to: values.to };
  if (relation === 'age' && subject.isPlural && /^(?:and|et|,)$/.test(words.tokens[values.to]?.w ?? ''))
    return undefined;
  return {
    drafts: [
      ...drafts,
      ...otherOfBirth(clause, base, relation, values.to),
      ...otherOfWork(clause, base, relation, values.to),
    ],
    to: values.to,
  };
}

/** "Tea to coffee", "le thé au café": what is preferred stands first. */
const preferred = (value: string): string =>
  value.split(/ (?:à|au|aux|plutôt|to|over|than|rather) /i)[0] ?? value;

/** "Boulanger de métier", "a nurse by training". */
const asJob = (value: string): string =>
  value.replace(
    / (?:de (?:métier|metier|formation|profession)|by (?:trade|profession|training)| (?:à|au|aux) .*)$/i,
    '',
  );

/** "Je suis chez Boursorama": the words around tell whether one works there or is a customer. */
function customerOf(line: string): string | undefined {
  if (/banque|compte/.test(line)) return 'bank';
  if (/assur|mutuelle/.test(line)) return 'insurer';
  if (/operateur|forfait|box /.test(line)) return 'phone_company';
  return /travail|boss|boulot|job|poste|embauch|boite|demission|quitt|cdi|cdd|stage|recrut/.test(line)
    ? 'works_at'
    : undefined;
}

const isOver = /^(?:died|passed|was|were|got)$/;
/** What is over on "Tuesday" was the last one. */
function past({ moment }: Clause, value: string): string {
  const today = todayOf(moment);
  if (!today || !/^\d{4}-\d\d-\d\d$/.test(value) || value <= today) return value;
  return isoDate(Date.parse(`${value}T00:00:00Z`) - 7 * 86_400_000);
}

function deniedIn({ tokens }: Words, head: number, to: number): 'not' | 'ended' | undefined {
  for (let i = head; i < Math.max(to, head + 1); i++) {
    const mark = tokens[i]?.denied;
    if (mark) return mark;
  }
  return undefined;
}

/** Undefined: nothing is to be made of the denial. */
function relationWhen(predicate: Predicate, denied: 'not' | 'ended' | undefined): string | undefined {
  if (denied !== 'not' || predicate.flags.has('denied') || predicate.whenDenied === undefined)
    return predicate.relation;
  return predicate.whenDenied === '' ? undefined : predicate.whenDenied;
}

/** A plan in the plain present needs a day that is to come; what happened last week is none. */
function isTimely(clause: Clause, head: number, isNeeded: boolean): boolean {
  if (!isNeeded) return true;
  const date =
    clause.dates.find(({ from, to, isHabit }) => !isHabit && to > head && from < clause.end) ??
    clause.dates.find(({ to, isHabit }) => !isHabit && to <= head && head - to < 4);
  if (!date) return false;
  if (!clause.moment || !date.iso) return true;
  return date.iso >= isoDate(civilNow(clause.moment)).slice(0, date.iso.length);
}

function time(
  clause: Clause,
  { flags, relation }: Predicate,
  { head, at }: Place,
  denied: 'not' | 'ended' | undefined,
): Pick<Draft, 'validFrom' | 'validTo' | 'wasSo'> {
  const isEvent =
    flags.has('begins') ||
    flags.has('plan') ||
    flags.has('dated') ||
    relation === 'plan' ||
    flags.has('hedge');
  const isStated = /^(?:birthday|birth_year|married_on|died_on|age|born_in|name)$/.test(relation);
  if (isStated) return {};
  const start = Math.min(at, startOf(clause, at));
  const isState = flags.has('past') || clause.words.tokens[head]?.isPast === true;
  if (isState) return timeOfState(clause, start, head);
  if (!flags.has('ends') && denied !== 'ended') return validityOf(clause, isEvent ? start : head, isEvent);
  const { validFrom, validTo } = validityOf(clause, start, true);
  return { validTo: validTo ?? validFrom ?? todayOf(clause.moment) ?? 'past' };
}

/** What was so: from when to when, as far as that is said; it ended before today at the latest. */
function timeOfState(
  clause: Clause,
  start: number,
  head: number,
): Pick<Draft, 'validFrom' | 'validTo' | 'wasSo'> {
  const today = todayOf(clause.moment);
  const said = validityOf(clause, head, false);
  if (said.validTo) return { ...said, wasSo: 'dated' };
  const { validFrom: then } = validityOf(clause, start, true);
  const isThen = then !== undefined && said.validFrom === undefined && (!today || then < today);
  if (isThen) return { validFrom: then, validTo: then, wasSo: 'dated' };
  return { validTo: today ?? 'past', wasSo: 'undated' };
}

/** "Demain je vais …": the date may stand before the subject. */
function startOf({ words, dates }: Clause, at: number): number {
  const before = dates.find(({ to }) => to === at || (to === at - 1 && words.tokens[at - 1]?.w === ','));
  return before?.from ?? at;
}

/** "My sister is called Anna" names her: it is said of whose sister she is. */
export function named(draft: Draft, relation: string, value: string): Draft {
  const { subject } = draft;
  if (relation !== 'name' || !subject.kin || subject.isNamed) return draft;
  const owner = subject.kin.owner;
  return {
    ...draft,
    subject: owner === 'user' ? user : { name: owner, aliases: [], isNamed: true },
    relation: subject.kin.relation,
    value,
    aliases: [subject.name],
  };
}

const titles = /^(?:dr|doctor|docteur|mr|mrs|ms|miss|monsieur|madame|mme|maitre|professor|m)$/;
/** "My doctor is Dr Martin", "I am Paul", "ma chef, c'est Claire". */
function readNamed({ words, end }: Clause, head: number, subject: Entity, at: number): Reading | undefined {
  const verb = words.tokens[head]?.w ?? '';
  const isTo = /^(?:is|am|'s|est|suis)$/.test(verb) || (verb === 'ce' && words.tokens[head + 1]?.w === 'est');
  if (!isTo || words.tokens[head]?.denied) return undefined;
  const from = head + (verb === 'ce' ? 2 : 1);
  const first = words.tokens[from];
  if (!first || from >= end) return undefined;
  const lead = /^(?:le|la)$/.test(first.w) && titles.test(words.tokens[from + 1]?.w ?? '') ? 1 : 0;
  const titled = titles.test(words.tokens[from + lead]?.w ?? '')
    ? 1 + (words.tokens[from + lead + 1]?.w === '.' ? 1 : 0)
    : 0;
  const to = nameAt(words, from + lead + titled, titled > 0);
  const isOwn = subject === user && !titled;
  if (to === undefined || (subject.isNamed && !isOwn)) return undefined;
  if (isOwn && !/^(?:$|[.,!?;]|and|et)$/.test(words.tokens[to]?.w ?? '')) return undefined;
  const value = surface(words, from + lead, to);
  const draft: Draft = { subject, relation: 'name', value, confidence: 0.9, at, to };
  return { drafts: [named(draft, 'name', value)], to };
}

const empties =
  /^(?:it|that|this|them|you|me|him|her|us|so|too|there|here|ça|ca|cela|tout|rien|everything|nothing|anything|something|things?|stuff|lot|bit|one|some|many|much|people|chose|choses|truc|trucs|mieux|bien|better|well|peu|fait|to|être|be|way|idea|good|fun|pas|de|la|le|à|y|en|l'|time|fois|question|problem|problème|reason|raison|impression|feeling|sure|same|kind|type|genre|voir|faire|moment|life|vie)$/i;
const isEmptyValue = (value: string): boolean => empties.test(value) || value.length > 120;

function located(clause: Clause, { from }: Place): Values | undefined {
  const { words } = clause;
  let at = from;
  while (
    /^(?:in|on|under|behind|inside|next|to|at|above|beside|near|by|dans|sur|sous|derriere|cote|de|fond|du|dessus|au|a|chez|devant|pres|the|my|our|le|la|les|un|une|mon|ma)$/.test(
      words.tokens[at]?.w ?? '',
    ) &&
    at < from + 5
  )
    at++;
  let to = at;
  while (
    to < clause.end &&
    to < at + 7 &&
    !/^[,.!?;]$|^(?:and|et|but|mais|so|because|yesterday|hier|today|if|just|for|pour)$/.test(
      words.tokens[to]?.w ?? '.',
    )
  )
    to++;
  return to > at ? { values: [surface(words, at, to)], to } : undefined;
}

function locatedFact({ match, at }: Place, { values, to }: Values): Reading | undefined {
  const thing = match.groups?.thing?.trim();
  const [value] = values;
  if (!thing || !value || /^(?:it|them|him|her|all|everything|tout|ca)$/.test(thing)) return undefined;
  const subject: Entity = { name: thing, aliases: [], isNamed: true };
  return { drafts: [{ subject, relation: 'located_in', value, confidence: 0.85, at, to }], to };
}
