/** Reads the facts out of words: a subject, then what is said of it, as often as the sentence says something. */
import { captureAt, startsGap } from '../capture.ts';
import { datesIn, type FoundDate, type Moment } from '../dates.ts';
import { type Cast, type Entity, entityAt, type FoundEntity, user } from '../entities.ts';
import { type Frames, framesOf } from '../frames.ts';
import { kinAt } from '../kin-words.ts';
import { nameAt, surface } from '../name-span.ts';
import { isPunctuation, type Words } from '../tokens.ts';
import { readAttribute, readInverse } from './attribute-facts.ts';
import type { Draft, Reading } from './draft.ts';
import { readHabit } from './habits.ts';
import { readHolding } from './holdings.ts';
import { readNickname } from './nicknames.ts';
import { readPlace } from './places-of-things.ts';
import { readPredicate } from './predicate-facts.ts';
import type { Clause } from './values.ts';
import { afterWhich } from './which-one.ts';

export interface Extraction {
  readonly drafts: readonly Draft[];
  readonly frames: Frames;
  readonly dates: readonly FoundDate[];
}

/** Where "who is allergic to nuts" or "qui habite à Rome" may begin. */
const relative = /^(?:who|qui|that|and|et|but|mais)$/;

/** @param cast who is known from before; whoever is named is added to it. */
export function extract(words: Words, cast: Cast, moment: Moment | undefined): Extraction {
  const dates = datesIn(words, moment);
  const frames = framesOf(words, { ...cast, known: [...cast.known] });
  const drafts: Draft[] = [];
  // Who was named before an "and": "my brother and his wife live in Cork" is said of both.
  let joint: Entity | undefined;
  for (let at = 0; at < words.tokens.length; at++) {
    const clause: Clause = { words, dates, end: clauseEnd(words, at), moment };
    const called = readNickname(clause, at);
    if (called) drafts.push(called);
    const placed = readPlace(clause, at);
    if (placed) drafts.push(placed);
    const inverse = readInverse(clause, at, cast);
    if (inverse) drafts.push(inverse);
    const attribute = readAttribute(clause, at, cast);
    if (attribute.length > 0) {
      drafts.push(...attribute);
      at = Math.max(at, (attribute[0]?.to ?? 0) - 1);
      continue;
    }
    const found = entityAt(words, at, cast);
    if (!found) continue;
    drafts.push(...appositions(found, at));
    const speaker = frames.speakers[at];
    const subject = found.entity === user && speaker ? speaker : found.entity;
    if (found.entity !== user && !isPlace(words, at)) speakOf(found.entity, cast);
    const read = isObject(words, at, found.to)
      ? []
      : predicates(words, dates, moment, subject, found, at, cast);
    drafts.push(...read, ...gapped(words, read));
    if (joint && isPlural(words, found.to))
      drafts.push(...read.map(draft => ({ ...draft, subject: joint as Entity })));
    joint = /^(?:and|et)$/.test(words.tokens[found.to]?.w ?? '') && read.length === 0 ? subject : undefined;
    for (const other of found.others ?? []) drafts.push(...read.map(draft => ({ ...draft, subject: other })));
    at = found.to - 1;
  }
  return { drafts, frames, dates };
}

/** Whoever was spoken of last is whom "she" means. */
function speakOf(entity: Entity, cast: Cast): void {
  const at = cast.known.indexOf(entity);
  if (at >= 0) cast.known.splice(at, 1);
  cast.known.push(entity);
}

/** "Max is allergic to eggs and Zoe to peanuts": the verb is said but once. */
function gapped(words: Words, read: readonly Draft[]): readonly Draft[] {
  const last = read.at(-1);
  if (last === undefined || !/^(?:allergic_to|intolerant_to|afraid_of|likes|dislikes)$/.test(last.relation))
    return [];
  const { tokens } = words;
  const from = last.to + (/^(?:and|et|,)$/.test(tokens[last.to]?.w ?? '') ? 1 : tokens.length);
  const to = nameAt(words, from, false);
  if (to === undefined || !startsGap(words, from)) return [];
  const found = captureAt(words, to + 1, 'list', { until: clauseEnd(words, to) });
  const subject: Entity = { name: surface(words, from, to), aliases: [], isNamed: true };
  return (found?.values ?? []).map(value => ({ ...last, subject, value, at: from, to: found?.to ?? to }));
}
function appositions({ entity, others, isIntroduced }: FoundEntity, at: number): readonly Draft[] {
  if (!isIntroduced) return [];
  return [entity, ...(others ?? [])].flatMap(one => {
    const owner = one.kin?.owner;
    if (!one.kin || owner === undefined) return [];
    const subject: Entity = owner === 'user' ? user : { name: owner, aliases: [], isNamed: true };
    return [
      {
        subject,
        relation: one.kin.relation,
        value: one.name,
        confidence: 0.9,
        aliases: one.aliases,
        at,
        to: at + 1,
        isApposition: true,
      },
    ];
  });
}

const isPlural = ({ tokens }: Words, at: number): boolean =>
  /^(?:live|are|have|work|love|like|hate|own|moved|got|met|came|speak|play|ont|sont|vont|font|\S{2,}ent)$/.test(
    tokens[at]?.w ?? '',
  );

/** "in York", "à Lens": a name, but nobody's. */
function isPlace({ tokens }: Words, at: number): boolean {
  return (
    /^(?:ecole|lycee|college|universite|clinique|hopital|rue|avenue|place|boulevard|stade|salle|parc|cafe|restaurant)$/.test(
      tokens[at - 1]?.w ?? '',
    ) ||
    (/^(?:in|at|from|to|a|au|en|near|vers|into|for|chez|dans|against)$/.test(tokens[at - 1]?.w ?? '') &&
      !tokens[at]?.w.startsWith('m'))
  );
}

/** "I gave my sister …", "with Anna": after a preposition it is no subject, unless "who" follows. */
function isObject({ tokens }: Words, at: number, to: number): boolean {
  const before = tokens[at - 1]?.w ?? '';
  const isAfter =
    /^(?:of|with|to|for|from|about|like|than|avec|de|a|chez|pour|comme|sans|without|by|sur|on|at|named|called|appelle|met|meet|call|invite|invited|visit|see|saw|seeing)$/.test(
      before,
    );
  const next = tokens[to]?.w ?? '';
  const after = tokens[to + 1]?.w ?? '';
  if (tokens[at]?.w === 'moi' || /^(?:me|us)$/.test(tokens[at]?.w ?? '')) return !/^(?:,|je|ce)$/.test(next);
  return isAfter && !relative.test(next) && !(next === ',' && relative.test(after));
}

function predicates(
  words: Words,
  dates: readonly FoundDate[],
  moment: Moment | undefined,
  subject: Entity,
  found: FoundEntity,
  at: number,
  cast: Cast,
): readonly Draft[] {
  const drafts: Draft[] = [];
  // "Moi, c'est Karim".
  const pause = words.tokens[found.to]?.w === ',' && words.tokens[found.to + 1]?.w === 'ce' ? 1 : 0;
  let head = subject === user ? found.to + pause : afterWhich(words, found.to);
  let isRelative = false;
  for (let turn = 0; turn < 5; turn++) {
    const next = turn === 0 ? skipRelative(words, head) : skipLink(words, head, subject === user);
    if (turn === 0 && next > head) isRelative = true;
    const end = clauseEnd(words, next);
    const clause: Clause = { words, dates, end, moment };
    const read =
      readHolding(clause, next, subject, cast) ??
      readPredicate(clause, next, subject, at) ??
      readHabit(clause, next, subject, at) ??
      (turn > 0 ? readFurther(clause, found.to, next, subject, at) : undefined);
    if (!read || read.drafts.length === 0) {
      if (turn === 0 && next > head) {
        // "my sister, who lives in Rome, is coming": past the aside the main clause goes on.
        head = next;
        continue;
      }
      break;
    }
    drafts.push(
      ...read.drafts.map(draft => ({ ...draft, ...(isRelative && turn === 0 && { isRelative: true }) })),
    );
    head = afterAside(words, Math.max(read.to, next + 1), isRelative && turn === 0);
  }
  return drafts;
}

/** "I am left handed and colour blind": the verb is said but once. */
function readFurther(
  clause: Clause,
  head: number,
  next: number,
  subject: Entity,
  at: number,
): Reading | undefined {
  const { tokens } = clause.words;
  const isJoined = /^(?:and|et)$/.test(tokens[next - 1]?.w ?? '');
  return isJoined && /^(?:am|is|are|'s|suis|est|sommes|sont)$/.test(tokens[head]?.w ?? '')
    ? readPredicate(clause, head, subject, at, next)
    : undefined;
}

/** Over ", who" to the verb; or over "in Leeds" and "d'en face", which tell who is meant. */
function skipRelative(words: Words, at: number): number {
  const { tokens } = words;
  const next = tokens[at]?.w === ',' ? at + 1 : at;
  return /^(?:who|qui|that)$/.test(tokens[next]?.w ?? '') ? next + 1 : at;
}

/** Over "and" to the next verb of the same subject: "and I" only where the person speaks of themselves, "who" of others. */
function skipLink({ tokens }: Words, at: number, isOwn: boolean): number {
  const link = isOwn
    ? /^(?:and|et|but|mais|then|puis|,|i|je|on|nous|we)$/
    : /^(?:and|et|but|mais|then|puis|,|qui|who)$/;
  let next = at;
  while (link.test(tokens[next]?.w ?? '') && next < at + 4) next++;
  return next;
}

/** After a relative clause the comma that closes it; after any, the date and time that hang on it. */
function afterAside({ tokens }: Words, at: number, isRelative: boolean): number {
  let next = at;
  while (
    next < at + 8 &&
    next < tokens.length &&
    !isPunctuation(tokens[next]?.w ?? '') &&
    !/^(?:and|et|but|mais)$/.test(tokens[next]?.w ?? '')
  )
    next++;
  return isRelative && next > at + 4 ? at : next;
}

const boundary = {
  en: /^(?:but|because|so|while|whereas|although|unless)$/,
  fr: /^(?:mais|parce|donc|car|tandis|alors)$/,
} as const;
/** A clause ends at a full stop, a colon or a conjunction; a comma does not end it for dates. */
export function clauseEnd({ tokens, language }: Words, at: number): number {
  let i = at;
  for (; i < tokens.length && i < at + 30; i++) {
    const w = tokens[i]?.w ?? '';
    if (i > at && (boundary[language].test(w) || /^[.?!;:…()"«»]$/.test(w))) break;
    if (i > at && /^(?:and|et|,)$/.test(w) && opensClause(tokens[i + 1]?.w, tokens[i + 2]?.w)) break;
  }
  return i;
}
const opensClause = (next: string | undefined, after: string | undefined): boolean =>
  /^(?:i|je|we|she|he|il|elle|on|nous|they|ils|elles)$/.test(next ?? '') ||
  (/^(?:my|ma|mon|our|notre|his|her|son|sa)$/.test(next ?? '') && after !== undefined);

/** Whether the words hold any subject at all, kin or person (for what is told without a fact). */
export function namesSomebody(words: Words, before: Cast): boolean {
  const cast: Cast = { known: [...before.known] };
  for (let at = 0; at < words.tokens.length; at++) {
    if (entityAt(words, at, cast) || (kinAt(words, at) && at > 0)) return true;
    const end = nameAt(words, at, false);
    if (end !== undefined) return true;
  }
  return false;
}
