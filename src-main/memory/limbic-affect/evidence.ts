/** What each match says once the words around it are heard: turned, strengthened, weakened, suspended, or overruled. */
import type { Language } from '../../domain/language.ts';
import type { Emotion } from '../../domain/memory.ts';
import type { Feeling } from './lexicon/entry.ts';
import type { Match } from './lexicon/match.ts';
import { modifiersOf } from './reading/modifiers.ts';
import type { Utterance } from './reading/tokens.ts';

export interface Evidence {
  readonly feeling: Feeling;
  readonly valence: number;
  readonly arousal: number;
  readonly dominance: number;
  readonly weight: number;
  /** Place of its first word, and of its last. */
  readonly from: number;
  readonly to: number;
  readonly isTurned: boolean;
}

/** Words between a negator and what it turns, at most. */
const negationReach = 4;
/** What was said before "but" keeps this share, what follows gets the second. */
const contrastShares = { before: 0.45, after: 1.4 };
const suspendedShare = 0.6;
const orderedShare = 0.3;
const askedShare = 0.33;
const concededShare = 0.4;
const concession = /^(?:even (?:when|if|though)|meme (?:quand|si))$/;

export function weighMatches(
  utterance: Utterance,
  matches: readonly Match[],
  language: Language,
): readonly Evidence[] {
  const placed = matches.filter(
    match => match.entry.standsAlone !== true || fillsClause(match.places, utterance),
  );
  const used = new Map(
    placed.flatMap(({ places, entry }) => places.map(place => [place, entry.valence] as const)),
  );
  const context: Context = { utterance, language, used, contrastAt: contrastPlace(utterance, language) };
  return placed.map(match => weigh(match, context));
}

interface Context {
  readonly utterance: Utterance;
  readonly language: Language;
  /** Words that belong to an expression, with its valence: a "not" among them turns nothing else. */
  readonly used: ReadonlyMap<number, number>;
  readonly contrastAt: number | undefined;
}

function weigh(match: Match, context: Context): Evidence {
  const { entry, places } = match;
  const from = places[0] ?? 0;
  const to = places.at(-1) ?? from;
  const negation = negationOf(from, to, entry.valence, context);
  const strength = strengthOf(from, to, context);
  const weight = entry.strength * share(from, context) * Math.min(strength, 1.3);
  const plain = {
    weight,
    from,
    to,
    arousal: entry.arousal * Math.sqrt(strength),
    dominance: entry.dominance,
  };
  if (negation === 'turns') {
    const turned = turnedFeeling(entry.feeling);
    const valence = entry.valence * (entry.valence > 0 ? -0.7 : -0.4);
    const kept = entry.valence > 0 ? 0.9 : entry.feeling === 'fear' ? 0.6 : 0.38;
    return {
      ...plain,
      feeling: turned,
      valence,
      weight: weight * kept,
      arousal: entry.arousal * 0.8,
      isTurned: true,
    };
  }
  const raised = negation === 'praises' ? 1.3 : 1;
  return {
    ...plain,
    feeling: entry.feeling,
    valence: entry.valence * strength * raised,
    weight: weight * raised,
    isTurned: false,
  };
}

/** "Not happy" is sad, "not afraid" trusts; "not disgusting" is merely not unpleasant. */
const opposites: Partial<Record<Feeling, Emotion | 'pleasant' | 'unpleasant'>> = {
  joy: 'sadness',
  pleasant: 'unpleasant',
  unpleasant: 'pleasant',
  sadness: 'pleasant',
  fear: 'trust',
  anger: 'pleasant',
  disgust: 'pleasant',
  trust: 'fear',
  anticipation: 'sadness',
  surprise: 'neutral',
  trouble: 'neutral',
};
const turnedFeeling = (feeling: Feeling): Feeling => opposites[feeling] ?? feeling;

/** At most one more word stands beside it: "no, seriously?". */
function fillsClause(places: readonly number[], { tokens }: Utterance): boolean {
  const clause = tokens[places[0] ?? 0]?.clause;
  return tokens.filter(token => token.clause === clause).length <= places.length + 1;
}

type Negation = 'none' | 'turns' | 'praises';

function negationOf(from: number, to: number, valence: number, context: Context): Negation {
  const { utterance, language, used } = context;
  const { negators, notNegating, comparers, openers } = modifiersOf[language];
  const { tokens } = utterance;
  const clause = tokens[from]?.clause;
  let found: Negation = 'none';
  for (let at = from - 1; at >= Math.max(0, from - negationReach - 1); at--) {
    const token = tokens[at];
    if (token === undefined || token.clause !== clause) break;
    const between = used.get(at);
    // "Not cheerful without her": the negation stops at what feels the other way.
    if (between !== undefined && Math.sign(between) !== Math.sign(valence)) break;
    if (openers.has(token.word) && !isOpinion(at)) break;
    if (!isNegator(at)) continue;
    if (notNegating.has(tokens[at + 1]?.word ?? '')) continue;
    const isPraise =
      /^(?:never|jamais|not|rien|nothing)$/.test(token.word) && comparedBetween(at + 1, from, to);
    if (isPraise) return 'praises';
    // Two of them cancel out: "I don't have nothing" is rare, "never without joy" is not meant badly.
    found = found === 'none' ? 'turns' : 'none';
    if (language === 'fr' && found === 'turns') break;
  }
  if (found === 'none' && language === 'fr' && isVerbNegatedAfter()) return 'turns';
  return found;

  function isNegator(at: number): boolean {
    const word = tokens[at]?.word ?? '';
    if (used.has(at)) return false;
    const isNoun =
      word === 'personne' &&
      /^(?:le|une|cette|chaque|autre|seule|de|mauvaise|bonne)$/.test(tokens[at - 1]?.word ?? '');
    if (negators.has(word)) return !isNoun;
    return (
      language === 'fr' &&
      word === 'plus' &&
      tokens.slice(Math.max(0, at - 4), at).some(token => token.word === 'ne')
    );
  }
  /** "I don't think she is nice": what is denied is what she is. */
  function isOpinion(at: number): boolean {
    return /^(?:think|believe|find|say|pense|crois|trouve)$/.test(tokens[at - 1]?.word ?? '');
  }
  function comparedBetween(start: number, end: number, last: number): boolean {
    const isDegree = (word: string) => comparers.has(word) && word !== 'been' && word !== 'that';
    const between = tokens.slice(start, last + 1);
    if (language === 'en' && tokens.slice(end, last + 1).some(token => /(?:er|better)$/.test(token.word)))
      return true;
    const isEver = /^(?:never|jamais)$/.test(tokens[start - 1]?.word ?? '');
    if (isEver && between.some(token => isDegree(token.word))) return true;
    return (
      /^(?:not|rien|nothing)$/.test(tokens[start - 1]?.word ?? '') &&
      between.some(token => /^(?:more|better|mieux)$/.test(token.word))
    );
  }
  /** "J'aime pas": in French the negator follows the verb. */
  function isVerbNegatedAfter(): boolean {
    const next = tokens[to + 1];
    if (next === undefined || next.clause !== clause || used.has(to + 1)) return false;
    if (/^(?:pas|jamais|rien|personne|guere)$/.test(next.word))
      return !notNegating.has(tokens[to + 2]?.word ?? '');
    const hasNe = tokens.slice(Math.max(0, from - 3), from).some(token => token.word === 'ne');
    return hasNe && (next.word === 'plus' || tokens[to + 2]?.word === 'pas');
  }
}

/** How strongly it is said: strengtheners just before it (or "so much" after it), weakeners, stress. */
function strengthOf(from: number, to: number, { utterance, language }: Context): number {
  const { strengtheners, weakeners } = modifiersOf[language];
  const { tokens } = utterance;
  let factor = 1;
  const near = [from - 1, from - 2, to + 1];
  for (let at = from; at <= to; at++) if (tokens[at]?.isStressed === true) factor *= 1.2;
  for (const at of near) {
    const token = tokens[at];
    if (token === undefined || token.clause !== tokens[from]?.clause) continue;
    factor *= strengtheners.get(token.word) ?? weakeners.get(token.word) ?? 1;
    if (token.isStressed) factor *= 1.1;
  }
  return Math.min(Math.max(factor, 0.4), 1.8);
}

/** How much counts what stands here: after "but", in a question, in a supposition, in an order. */
function share(from: number, context: Context): number {
  const { utterance, language, contrastAt } = context;
  const { suppositions, orders, questionWords } = modifiersOf[language];
  const { tokens, asked } = utterance;
  const token = tokens[from];
  if (token === undefined) return 1;
  let part = 1;
  if (contrastAt !== undefined && tokens[contrastAt]?.sentence === token.sentence)
    part *= from < contrastAt ? contrastShares.before : contrastShares.after;
  const start = openingOf(token.sentence, context);
  const first = tokens[start]?.word ?? '';
  const isPlainStart = start < from && !context.used.has(start);
  const isAsked = asked[token.sentence] === true;
  const isQuestion =
    isPlainStart &&
    questionWords.has(first) &&
    (isAsked || !isExclaimed(first, tokens[start + 1]?.word ?? ''));
  if (isPlainStart && orders.has(first)) part *= orderedShare;
  else if (isQuestion) part *= askedShare;
  else if (isAsked) part *= suspendedShare;
  const clauseStart = tokens.findIndex(other => other.clause === token.clause);
  // "Even when it hurts": conceded, not felt.
  const conceded = tokens
    .slice(start, from)
    .some(({ word }, at) => concession.test(`${word} ${tokens[start + at + 1]?.word}`));
  if (conceded) part *= concededShare;
  const isSupposed = tokens
    .slice(clauseStart, from)
    .some(
      (other, at, before) =>
        suppositions.has(other.word) && isCondition(before, at, language, tokens[clauseStart + at + 1]?.word),
    );
  return isSupposed ? part * suspendedShare : part;
}

/** "What a day", "how sweet", "quelle belle surprise": said, not asked. */
const isExclaimed = (first: string, next: string): boolean =>
  /^quel/.test(first)
    ? !/^(?:est|sont|heure|jour|temps|age|date|etait|a)$/.test(next)
    : /^(?:a|an|such)$/.test(next) ||
      (first === 'how' &&
        !/^(?:many|much|do|does|did|can|is|are|far|long|old|to|big|tall|high|often|come|would|should|about|was)$/.test(
          next,
        ));

/** Place of the first word of a sentence after "hey Jarvis", "please", "can you". */
function openingOf(sentence: number, { utterance, language }: Context): number {
  const { courtesies } = modifiersOf[language];
  const { tokens } = utterance;
  const start = tokens.findIndex(token => token.sentence === sentence);
  let at = start;
  while (courtesies.has(tokens[at]?.word ?? '') && tokens[at + 1]?.sentence === sentence) {
    // "Can you ..." asks for something, "you ..." tells.
    if (at === start && /^(?:you|tu)$/.test(tokens[at]?.word ?? '')) break;
    at++;
  }
  return at;
}

/** "Si" is "if" before a subject, "so" before an adjective. */
function isCondition(
  before: readonly { readonly word: string }[],
  at: number,
  language: Language,
  next = '',
): boolean {
  if (language === 'en') return before[at]?.word !== 'would' || at > 0;
  return /^(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ca|le|mon|ma|mes|quelqu)$/.test(next);
}

/** Place of the last word that sets one clause against another; the first word of all sets nothing. */
function contrastPlace(utterance: Utterance, language: Language): number | undefined {
  const { contrasts } = modifiersOf[language];
  for (let at = utterance.tokens.length - 2; at > 0; at--) {
    if (contrasts.has(utterance.tokens[at]?.word ?? '')) return at;
  }
  return undefined;
}
