/** What a question asks for: its words and how rare they are, its focus, whose words it wants, and what an answer holds. */
import { indexTerm } from '../../domain/index-terms.ts';
import type { TimeInterval } from '../../domain/memory.ts';
import { frenchSynonyms } from './french-synonyms.ts';
import { foldedWords } from './read-episode.ts';
import { frenchGrammar, grammarOf, monthOf } from './word-classes.ts';

/** The vectors of what was asked. */
export interface QuestionVectors {
  readonly whole: Float32Array;
  /** Without the names of those who speak. */
  readonly content: Float32Array;
  /** Of what kind of thing is asked for ("which *instruments*"); zeros where nothing is named. */
  readonly focus: Float32Array;
}

/** A word of the question that carries meaning. */
export interface QuestionWord {
  readonly word: string;
  readonly term: string;
  /** Names the kind of thing that is asked for: the answer seldom repeats it. */
  readonly isFocus: boolean;
  /** Terms that may stand in its place. */
  readonly synonyms?: ReadonlySet<string>;
}

export interface ReadQuestion {
  readonly words: readonly QuestionWord[];
  /** Neighbouring terms, for what was said in the same words. */
  readonly pairs: ReadonlySet<string>;
  /** Folded names of speakers that the question names; `user` where the person asks about themselves. */
  readonly speakers: ReadonlySet<string>;
  /** Terms of names and titles: capitals inside the question. */
  readonly names: readonly string[];
  readonly wants: Readonly<Record<Wanted, number>>;
  readonly time?: TimeInterval;
  readonly month?: number;
  readonly year?: number;
  readonly contentText: string;
  readonly focusText: string;
}

export type Wanted =
  | 'date'
  | 'duration'
  | 'person'
  | 'place'
  | 'count'
  | 'reason'
  | 'feeling'
  | 'plan'
  | 'past'
  | 'title'
  | 'name';

const auxiliaries = new Set(
  'do does did is are was were has have had might would can could will should s est sont etait etaient ai as a avons avez ont aime fait peut va'.split(
    ' ',
  ),
);
const kindWords = new Set(
  'kind kinds type types sort sorts way ways many much long often old genre genres type types sorte sortes de d des'.split(
    ' ',
  ),
);
const frenchAsking = new Set('quel quelle quels quelles combien lequel'.split(' '));
/** « joue-t-elle », « habites-tu »: what follows the verb of a question. */
const inverted = new Set('t il elle ils elles on je tu nous vous'.split(' '));
const asking = new Set('what which whose how quel quelle quels quelles combien lequel'.split(' '));

const wanted: Readonly<Record<Wanted, RegExp>> = {
  date: /\b(?:when|what (?:date|day|year|month)|which (?:day|year|month)|quand|quel(?:le)? (?:jour|date|annee|mois))\b/,
  duration: /\b(?:how long|since when|combien de temps|depuis quand|depuis combien)\b/,
  person: /\b(?:who|whom|whose|qui)\b/,
  place:
    /\b(?:where|(?:what|which) (?:city|country|place|state|town)|ou (?:est|a|ai|as|se|va|vit|habite|travaille|etait)|quel(?:le)? (?:ville|pays|endroit|lieu))\b/,
  count: /\b(?:how (?:many|much|often)|combien)\b/,
  reason: /\b(?:why|reason|motivat\w*|inspire\w*|pourquoi|raison|motive)\b/,
  feeling: /\b(?:feel\w*|emotion\w*|react\w*|describe\w*|think of|ressent\w*|sent\w*|pense\w*|decri\w*)\b/,
  plan: /\b(?:plan\w*|want\w*|goal\w*|hope\w*|future|going to|next|intend\w*|would like|excited|prevoi\w*|veut|veux|projet\w*|but|espere\w*|compte\w*|avenir)\b/,
  past: /\b(?:did|was|were|has|had|a|ont|etait|avait)\b/,
  title:
    /\b(?:book\w*|movie\w*|film\w*|song\w*|name\w*|called|title|game\w*|series|show\w*|livre\w*|chanson\w*|nom\w*|appelle\w*|titre|jeu\w*|serie\w*|emission\w*)\b/,
  name: /\b(?:who|whose|name\w*|called|title|which|where|qui|nom\w*|appelle\w*|quel\w*|ou)\b/,
};

export interface QuestionContext {
  /** Folded names of everybody whose words are candidates. */
  readonly speakers: ReadonlySet<string>;
  /** Folded: whose words are wanted, as the plan says; `user` among them where the person asks about themselves. */
  readonly wantedSpeakers: readonly string[];
  readonly time?: TimeInterval;
}

export function readQuestion(text: string, context: QuestionContext): ReadQuestion {
  const words = foldedWords(text.slice(0, 2000));
  const grammar = grammarOf(words);
  const isName = (word: string): boolean => context.speakers.has(word);
  const focus = focusOf(words, word => grammar.has(word) || isName(word));
  const seen = new Set<string>();
  const content: QuestionWord[] = [];
  for (const word of words) {
    const term = indexTerm(word);
    if (grammar.has(word) || isName(word) || seen.has(term) || (word.length < 2 && !/\d/.test(word)))
      continue;
    seen.add(term);
    const synonyms = grammar === frenchGrammar ? frenchSynonyms(term) : undefined;
    content.push({ word, term, isFocus: focus.includes(word), ...(synonyms && { synonyms }) });
  }
  const line = words.join(' ');
  const month = monthIn(words);
  const year = words.map(Number).find(number => number >= 1900 && number < 2200);
  return {
    words: content,
    pairs: pairsOf(words, grammar),
    speakers: new Set([...words.filter(isName), ...context.wantedSpeakers.filter(isName)]),
    names: namesIn(text, word => grammar.has(word) || isName(word)),
    wants: Object.fromEntries(
      Object.entries(wanted).map(([kind, pattern]) => [kind, pattern.test(line) ? 1 : 0]),
    ) as ReadQuestion['wants'],
    ...(context.time && { time: context.time }),
    ...(month !== undefined && { month }),
    ...(year !== undefined && { year }),
    contentText: contentText(
      words.filter(word => !isName(word)),
      grammar,
    ),
    focusText: focus.join(' '),
  };
}

/** Between the asking word and the verb: "what *martial arts* has John done", "quels *instruments* joue-t-elle". */
function focusOf(words: readonly string[], isEmpty: (word: string) => boolean): readonly string[] {
  const from = words.findIndex(word => asking.has(word));
  if (from < 0) return [];
  const behind = words.slice(from + 1);
  const verb = behind.findIndex(word => auxiliaries.has(word));
  const until = frenchAsking.has(words[from] as string) ? frenchNounEnds(behind, isEmpty) : behind.length;
  const between = behind
    .slice(0, Math.min(until, verb < 0 ? 3 : verb))
    .filter(word => !isEmpty(word) && !kindWords.has(word));
  if (between.length > 0 || verb !== 0) return between;
  // "What are Melanie's pets' names?": the first noun behind the verb.
  return behind
    .slice(1)
    .filter(word => !isEmpty(word) && !kindWords.has(word))
    .slice(0, 1);
}

/** Where the noun behind « quel » ends: before a name, a pronoun or an article; the verb that a pronoun follows is no part of it. */
function frenchNounEnds(behind: readonly string[], isEmpty: (word: string) => boolean): number {
  const end = behind.findIndex(word => isEmpty(word) && !kindWords.has(word));
  if (end < 0) return behind.length;
  return end > 1 && inverted.has(behind[end] as string) ? end - 1 : end;
}

/**
 * « Quand est-ce que Claire a-t-elle signé … » spends half its words on asking. Of French only what it asks and what carries
 * meaning is compared; of English all, as the weights were fitted.
 */
function contentText(words: readonly string[], grammar: ReadonlySet<string>): string {
  const asks = grammar === frenchGrammar && words.some(word => frenchAskingWords.has(word));
  return words.filter(word => !(asks && grammar.has(word)) || frenchCues.has(word)).join(' ');
}
const frenchAskingWords = new Set(
  'qui que quoi quand ou pourquoi combien comment quel quelle quels quelles lequel laquelle lesquels lesquelles'.split(
    ' ',
  ),
);
const frenchCues = new Set('qui quand ou pourquoi combien comment'.split(' '));

function pairsOf(words: readonly string[], grammar: ReadonlySet<string>): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 1; at < words.length; at += 1) {
    const [one, two] = [words[at - 1] as string, words[at] as string];
    if (!(grammar.has(one) && grammar.has(two))) pairs.add(`${indexTerm(one)} ${indexTerm(two)}`);
  }
  return pairs;
}

function monthIn(words: readonly string[]): number | undefined {
  for (const [at, word] of words.entries()) {
    const month = monthOf.get(word);
    if (month === undefined) continue;
    // "may" and "mars" are other words too: a date stands beside them, or "in" and "en".
    const [before = '', after = ''] = [words[at - 1], words[at + 1]];
    const isSure = word !== 'may' && word !== 'mars';
    if (isSure || /^(?:in|of|en|\d{1,2})$/.test(before) || /^\d{1,4}/.test(after)) return month;
  }
  return undefined;
}

function namesIn(text: string, isOther: (word: string) => boolean): readonly string[] {
  const found = [...text.matchAll(/(?<=\S[^.?!]*\s["“«']?)\p{Lu}[\p{L}\p{N}]*/gu)].flatMap(([name]) =>
    foldedWords(name),
  );
  return [...new Set(found.filter(word => !isOther(word) && !monthOf.has(word)).map(indexTerm))];
}

const advice =
  /\b(?:should (?:i|we)|shall (?:i|we)|can i|could (?:i|we|you|someone)|may i|is it (?:ok|okay|fine|safe|wise|all right|a good idea)|a good idea|do you think i|let s|where should|what should|how do i|how can i|who could|est ce que je (?:peux|dois)|je (?:peux|pourrais|dois)|puis je|on pourrait|et si on|est ce prudent|c est prudent|bonne idee|tu (?:crois|penses) que|qu est ce que je (?:mange|mets|fais|prends)|comment je|qui pourrait|ou est ce que je)\b/;

/** "Should I book a table on the tower?": a memory may speak for or against it without a word of it. */
export const asksForAdvice = (text: string): boolean =>
  advice.test(foldedWords(text.slice(0, 2000)).join(' '));
