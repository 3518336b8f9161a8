/** The write gate: whether what was said becomes a memory, why, and which facts it makes known. Rules alone; nothing is kept here. */

import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';
import type { GateReason, GateVerdict, ProposedFact, Provenance } from '../../domain/memory.ts';
import type { Moment } from './dates.ts';
import type { Cast } from './entities.ts';
import { answerTo, readContext } from './facts/context.ts';
import { correctionOf, isCorrection, joinEnded, superseding } from './facts/corrections.ts';
import type { Draft } from './facts/draft.ts';
import { type Extraction, extract } from './facts/extract.ts';
import { todayOf } from './facts/values.ts';
import { onlyOrdersToForget } from './forget-orders.ts';
import type { Frame } from './frames.ts';
import { isFirstName } from './names.ts';
import { relationOf } from './relations.ts';
import { tellsOfLife } from './small-talk.ts';
import { isPunctuation, type Words } from './tokens.ts';
import { wordsOf } from './words.ts';

export interface GateInput {
  readonly text: string;
  readonly language: Language;
  readonly provenance: Provenance;
  /** What was said before it, oldest first; who "she" is and which question is answered comes from there. */
  readonly context?: string | readonly string[];
  readonly isPrivate?: boolean;
  /** The skill that took the words (`timer.set`), where one did. */
  readonly intent?: string;
  /** For "tomorrow"; without it only full dates become ISO. */
  readonly nowMs?: number;
  /** IANA, with `nowMs`. */
  readonly zone?: string;
}

/** Characters; a person says no more than that in one turn, and what is longer was pasted. */
export const longestText = 8_000;

const refuse = (why: GateReason): GateVerdict => ({ store: false, why, facts: [] });

/** Deterministic and without side effects. Takes under a millisecond for a sentence. */
export function judge(input: GateInput): GateVerdict {
  const { text, language, provenance } = input;
  if (input.isPrivate) return refuse('private');
  if (provenance === 'assistant') return refuse('own-words');
  if (provenance !== 'user') return refuse('not-the-user');
  if (text.length > longestText) return refuse('too-long');
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('empty');
  if (isPasted(text)) return refuse('not-the-user');
  if (onlyOrdersToForget(text, language)) return refuse('command');
  const moment: Moment | undefined =
    input.nowMs === undefined ? undefined : { nowMs: input.nowMs, zone: input.zone ?? 'UTC' };
  const turns = typeof input.context === 'string' ? [input.context] : (input.context ?? []);
  const before = readContext(turns, language, moment);
  const isSetRight = isCorrection(text);
  const words = wordsOf(withoutAsk(isSetRight ? withoutLead(text) : text), language);
  const cast = { known: [...before.cast.known] };
  const found = extract(words, cast, moment);
  let kept = stated(words, found);
  if (kept.every(({ isApposition }) => isApposition) && isOpen(found)) {
    const corrected = isSetRight ? correctionOf(words, before.drafts, moment) : [];
    const answered =
      corrected.length === 0 && before.question ? answerTo(before.question, words, before.cast, moment) : [];
    kept = [...kept, ...corrected, ...answered];
  }
  kept = settle(superseding(kept, before.drafts, isSetRight), before.drafts, moment);
  return verdict({ input, words, found, kept, before: before.cast });
}

/** A page that was pasted: addresses, navigation, or much text that never says "I". */
function isPasted(text: string): boolean {
  const isWeb =
    /(?:©|cookies?\b.{0,60}\b(?:policy|accept|politique|accepter)|https?:\/\/\S+.{200}|all rights reserved|tous droits réservés|subscribe to our|abonnez-vous|published on|publié le|updated on|mis à jour le)/is.test(
      text.slice(0, 4000),
    );
  const isQuoted = /^\s*(?:>|```|From:|De :|Subject:|Objet :)/.test(text);
  const isLong =
    text.length > 700 &&
    (text.match(/\b(?:I|my|je|j'|mon|ma|mes|we|nous)\b/gi)?.length ?? 0) * 300 < text.length;
  return isWeb || isQuoted || isLong;
}

/** "Wait, sorry, it is Hanna": the words that announce a correction are none of it. */
const withoutLead = (text: string): string =>
  text.replace(
    /^\s*(?:(?:wait|attends|attendez|hold on|sorry|pardon|désolée?|oops|oups|actually|finally|finalement|en fait|my mistake|my bad|correction)\b[\s,.!:]*)+/i,
    '',
  ) || text;

/** "Did you know that I'm allergic to shrimp?" tells it. */
const withoutAsk = (text: string): string => {
  const told =
    /^\s*(?:did you know|do you know|you know|have i told you|did i tell you|i told you|you should know|i think i told you|tu savais|savais-tu|tu sais|sais-tu|saviez-vous|vous saviez|je t'ai dit|je t'ai déjà dit|je vous ai dit|est-ce que je t'ai dit) (?:that|que|qu'(?=\p{L}))\s*(?=(?:i|my|we|our|je|j|ma|mon|mes|on|nous|notre)\b)/iu.exec(
      text,
    );
  return told ? text.slice(told[0].length).replace(/\?\s*$/, '.') : text;
};

const isOpen = ({ frames }: Extraction): boolean => frames.of.some(frame => frame === 'stated');

/** The drafts that stand in a statement, or as an aside within a question, and not in another's mouth as the person's own. */
function stated(words: Words, { drafts, frames }: Extraction): Draft[] {
  const held = drafts.filter(draft => {
    const frame: Frame = frames.of[draft.at] ?? 'stated';
    if (draft.subject.name === '' || /^(?:told|joke|supposed|instruction)$/.test(frame)) return false;
    const speaker = frames.speakers[draft.at];
    if (
      speaker &&
      (draft.subject.name === 'user' ||
        (draft.subject === speaker && !isOwnVoice(words, draft, speaker.name)))
    )
      return false;
    if (isHistory(draft)) return false;
    if (frame === 'stated' || (frame === 'command' && isDictated.test(draft.relation))) return true;
    return (
      draft.isRelative === true || (draft.isApposition === true && followsAside(draft, drafts, frames.of))
    );
  });
  return held.every(({ isApposition, at }) => isApposition && frames.of[at] !== 'stated') ? [] : held;
}

/** "Mozart was born in Salzburg": of somebody nobody has spoken of, where and when they were born is no news of the person's life. */
const isHistory = ({ subject, relation }: Draft): boolean =>
  /^(?:born_in|birthday|birth_year|died_on|nationality)$/.test(relation) &&
  subject.name !== 'user' &&
  subject.kin === undefined &&
  subject.isNamed &&
  !isFirstName(fold(subject.name.split(/[ -]/)[0] ?? ''));

/** "Can you note my number: 06 …" is an order, and tells the number. */
const isDictated = /^(?:phone_number|email|address|wifi_password|code|licence_plate)$/;

const followsAside = (apposition: Draft, drafts: readonly Draft[], of: readonly Frame[]): boolean =>
  drafts.some(
    ({ isRelative, at, subject }) =>
      isRelative && at === apposition.at && subject.name === apposition.value && of[at] !== 'supposed',
  );

/** Reported "he lives in Rome" is his; a reported "I" is his only in a direct quotation. */
function isOwnVoice({ tokens, text }: Words, draft: Draft, speaker: string): boolean {
  const first = tokens[draft.at];
  if (!first || !/^(?:i|je|we|nous|on)$/.test(first.w)) return true;
  const before = text.slice(Math.max(0, first.start - 40), first.start);
  return speaker !== '' && /["«“':]\s*$|["«“':]\s*\S{0,12}\s*$/.test(before);
}

/** Denials end what was known, twins become one, and an end joins the beginning that follows it. */
function settle(drafts: readonly Draft[], before: readonly Draft[], moment: Moment | undefined): Draft[] {
  const today = todayOf(moment);
  const known = drafts.flatMap((draft): Draft[] => {
    if (!draft.isDenied) return [draft];
    const old = before.findLast(
      one =>
        one.subject.name === draft.subject.name &&
        one.relation === draft.relation &&
        same(one.value, draft.value),
    );
    return old ? [{ ...draft, validTo: today ?? 'past' }] : [];
  });
  const unique: Draft[] = [];
  for (const plain of joinEnded(known)) {
    const draft = { ...plain, ...insteadOf(plain, drafts) };
    const twin = unique.findIndex(
      one =>
        one.subject.name === draft.subject.name &&
        one.relation === draft.relation &&
        (one.validTo === undefined) === (draft.validTo === undefined) &&
        same(one.value, draft.value),
    );
    if (twin < 0) unique.push(draft);
    else if (!unique[twin]?.validFrom && draft.validFrom) unique[twin] = draft;
  }
  return unique;
}
/** "I don't live in Leeds, I live in York": what is denied is what the other takes the place of. */
function insteadOf(draft: Draft, drafts: readonly Draft[]): Pick<Draft, 'supersedes'> {
  if (draft.supersedes || draft.isDenied || draft.validTo || relationOf(draft.relation).values !== 'one')
    return {};
  const denied = drafts.find(
    one => one.isDenied && one.relation === draft.relation && one.subject.name === draft.subject.name,
  );
  return denied ? { supersedes: denied.value } : {};
}
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

interface Judged {
  readonly input: GateInput;
  readonly words: Words;
  readonly found: Extraction;
  readonly kept: readonly Draft[];
  readonly before: Cast;
}

function verdict({ input, words, found, kept, before }: Judged): GateVerdict {
  const { frames } = found;
  if (kept.length > 0) {
    const why = frames.isAskedToRemember ? 'asked-to-remember' : 'personal';
    return { store: true, why, facts: kept.map(proposed) };
  }
  const has = (frame: Frame): boolean =>
    frames.of.some((one, i) => one === frame && !isPunctuation(words.tokens[i]?.w ?? '.'));
  if (has('instruction') && (frames.isAskedToRemember || !has('stated'))) return refuse('instruction');
  const tells = tellsOfLife(words, frames, before);
  const isCommand =
    input.intent !== undefined && input.intent !== 'none' && input.intent !== 'memory.remember';
  if (isCommand) return refuse('command');
  if (tells === 'life' && frames.isAskedToRemember)
    return { store: true, why: 'asked-to-remember', facts: [] };
  if (has('joke')) return refuse('not-meant');
  if (
    tells === 'life' &&
    !has('command') &&
    !has('supposed') &&
    !has('told') &&
    !(has('question') && isShort(words, frames.of))
  ) {
    return { store: true, why: 'personal', facts: [] };
  }
  if (has('instruction')) return refuse('instruction');
  if (has('command')) return refuse('command');
  if (has('question')) return refuse('question');
  if (has('told') || has('supposed')) return refuse('not-meant');
  return refuse('small-talk');
}

/** Beside a question a few stated words are but its beginning. */
function isShort(words: Words, of: readonly Frame[]): boolean {
  return words.tokens.filter(({ w }, i) => of[i] === 'stated' && !isPunctuation(w)).length < 5;
}

function proposed(draft: Draft): ProposedFact {
  const { subject, relation, value, validFrom, validTo, supersedes, confidence } = draft;
  const aliases = [...new Set([...(draft.aliases ?? []), ...subject.aliases])];
  return {
    subject: subject.name,
    relation,
    value,
    confidence,
    ...(validFrom && { validFrom }),
    ...(validTo && { validTo }),
    ...(supersedes && { supersedes }),
    ...(aliases.length > 0 && { aliases }),
  };
}
