/** Answers a question about the person's life from the facts alone: which, of whom, now or before. */
import { fold } from '../../../domain/fold.ts';
import type { Language } from '../../../domain/language.ts';
import { civilOf, isoDate } from '../../../domain/local-time.ts';
import type { Fact } from '../../../domain/memory.ts';
import type { SemanticMemoryStore } from '../../../ports/semantic-memory-store.ts';
import { kinRelations } from '../../write-gate/relations-of-people.ts';
import { factSentence } from '../sentences/fact-sentence.ts';
import { isSameValue, kinRelationOf, valueWords } from '../value-words.ts';
import { askedRelations, asksForAll, asksForPast, asksWho } from './asked-relations.ts';
import { factsOf, type Named, namedIn } from './facts-about.ts';

export interface AnsweredFact {
  readonly fact: Fact;
  /** In the language of the question: "Anna est allergique aux noix (dit le 3 mars 2026)". */
  readonly sentence: string;
}

export interface FactAnswer {
  /** Whom it is about; `user` for the person. */
  readonly about: readonly string[];
  /** Best first. */
  readonly facts: readonly AnsweredFact[];
}

export interface AnswerOptions {
  readonly nowMs: number;
  readonly zone: string;
  /** Default 12. */
  readonly limit?: number;
}

/** Undefined where the question asks for no fact, or none is known. */
export async function answerFacts(
  question: string,
  language: Language,
  store: Pick<SemanticMemoryStore, 'facts' | 'revision'>,
  { nowMs, zone, limit = 12 }: AnswerOptions,
): Promise<FactAnswer | undefined> {
  const folded = fold(question.replaceAll('’', "'"));
  const asked = askedRelations(folded);
  const kin = kinAsked(folded);
  const isAll = asked.size === 0 && asksForAll(folded);
  if (asked.size === 0 && !isAll && kin.length === 0 && !asksWho(folded)) return undefined;
  const past = asksForPast(folded);
  const namedThere = await namedIn(question, store);
  const named =
    namedThere.length === 0 && [...asked].some(name => ofHome.has(name)) ? [{ name: 'user' }] : namedThere;
  const today = isoDate(civilOf(nowMs, zone));
  if (named.length === 0 && kin.length === 0 && asksWho(folded))
    return answerWho({ question, language, asked, past }, store, { today, zone, limit });
  const found = new Map<string, { readonly fact: Fact; readonly of: Named }>();
  for (const one of named) {
    const facts = await factsOf(one, store, { past: true, ...(!isAll && { relations: [...asked, ...kin] }) });
    for (const fact of chosen(facts, { asked, isAll, past, today, named: one, kin })) {
      if (!found.has(fact.id)) found.set(fact.id, { fact, of: one });
    }
  }
  if (found.size === 0) return undefined;
  const facts = [...found.values()]
    .slice(0, limit)
    .map(({ fact, of }) => ({ fact, sentence: sentenceOf(fact, of, { language, zone, today }) }));
  return { about: named.map(({ name }) => name), facts };
}

interface AskedWho {
  readonly question: string;
  readonly language: Language;
  readonly asked: ReadonlySet<string>;
  readonly past: boolean;
}

const mostHolders = 300;
/** Of facts whose words are of the other language, so that none is shared with the question. */
const fewHolders = 5;

/** "Who is allergic to nuts?": everybody of whom it is known, themselves too. */
async function answerWho(
  { question, language, asked, past }: AskedWho,
  store: Pick<SemanticMemoryStore, 'facts'>,
  { today, zone, limit }: { readonly today: string; readonly zone: string; readonly limit: number },
): Promise<FactAnswer | undefined> {
  const relations = asked.size > 0 && { relations: [...asked] };
  const facts = (await store.facts({ ...relations, past: true, limit: mostHolders })).filter(
    ({ validTo }) => (validTo !== undefined && validTo.slice(0, 10) <= today) === past,
  );
  const words = new Set(valueWords(question));
  const isShared = ({ value }: Fact): boolean => {
    const own = valueWords(value).filter(word => word.length > 2);
    // "Qui est asthmatique ?" names no relation: the whole value must be there.
    return asked.size > 0
      ? own.some(word => words.has(word))
      : own.length > 0 && own.every(word => words.has(word));
  };
  const shared = facts.filter(isShared);
  // A name is the same in both languages.
  const foreign = facts.filter(fact => fact.language !== language && !/^\p{Lu}/u.test(fact.value));
  const held = shared.length > 0 || asked.size === 0 ? shared : foreign.length <= fewHolders ? foreign : [];
  if (held.length === 0) return undefined;
  return {
    about: [...new Set(held.map(({ subject }) => subject))],
    facts: held
      .slice(0, limit)
      .map(fact => ({ fact, sentence: factSentence(fact, language, zone, { today }) })),
  };
}

const asksForName =
  /\bnom\b|prenom|appel|\bname|called|\bqui est\b|\bwho(?: i|')s\b|ai-je|est-ce que j'ai|do i have|have i/;

const kinPatterns: readonly (readonly [pattern: RegExp, relation: string])[] = kinRelations.map(
  ({ name, words }) => [
    new RegExp(
      `\\b(?:${[...words.fr, ...words.en].map(word => word.replaceAll('+', '\\+')).join('|')})s?\\b`,
    ),
    name,
  ],
);

/** "Comment s'appelle ma sœur ?": the relation itself is asked for. */
const kinAsked = (folded: string): readonly string[] =>
  asksForName.test(folded)
    ? kinPatterns.filter(([pattern]) => pattern.test(folded)).map(([, relation]) => relation)
    : [];

/** Asked of nobody in particular, they are the user's own. */
const ofHome = new Set(['wifi_password', 'code', 'licence_plate']);

interface Choice {
  readonly asked: ReadonlySet<string>;
  readonly isAll: boolean;
  readonly past: boolean;
  readonly today: string;
  readonly named: Named;
  readonly kin: readonly string[];
}

function chosen(facts: readonly Fact[], choice: Choice): readonly Fact[] {
  const { asked, isAll, past, today, named, kin } = choice;
  const ended = ({ validTo }: Fact) => validTo !== undefined && validTo.slice(0, 10) <= today;
  const fitting = facts.filter(fact => {
    if (ended(fact) !== past) return false;
    if (kin.includes(fact.relation)) return true;
    const isOwn = isOf(fact, named);
    return isAll ? true : isOwn && asked.has(fact.relation);
  });
  const order = [...asked];
  const rank = ({ relation }: Fact) => (order.includes(relation) ? order.indexOf(relation) : order.length);
  return past
    ? [...fitting].sort((x, y) => (y.validTo ?? '').localeCompare(x.validTo ?? '') || rank(x) - rank(y))
    : [...fitting].sort((x, y) => rank(x) - rank(y) || y.lastSaidMs - x.lastSaidMs);
}

const isOf = (fact: Fact, { name, subjectId }: Named): boolean =>
  subjectId === undefined ? isSameValue(fact.subject, name) : fact.subjectId === subjectId;

function sentenceOf(
  fact: Fact,
  named: Named,
  { language, zone, today }: { language: Language; zone: string; today: string },
): string {
  const isCalledByRole =
    kinRelationOf(fact.subject) !== undefined && named.name !== '' && named.name !== 'user';
  const subject = isCalledByRole && isOf(fact, named) ? { subject: named.name } : {};
  return factSentence(fact, language, zone, { today, ...subject });
}
