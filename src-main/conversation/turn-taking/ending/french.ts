/** How a French sentence shows that more is to come. */

import { openRules } from './french-open.ts';
import { dangles, isCutList, isCutNumber } from './french-structures.ts';
import * as say from './french-words.ts';
import type { Phrase } from './phrase.ts';
import { begins, byRules, ends, has, is, type Rule } from './rule.ts';

const question = has(`${say.questionWord}|qu' est -ce|est -ce`);
const inGeneral = /^((?: (?:et|mais|jarvis|alors|dis|ok|bon|donc|,))*) est -ce (?:que?|qu') (?=[^ ])/u;
const sure = 0.02;
const likely = 0.12;

const addressed = `(?:(?:et|mais|hé|hey|ok|dis|jarvis|alors|bonjour|salut) ,? ?)*`;

const rules: readonly Rule[] = [
  // Whole answers, orders and signs that the rules below would take for beginnings.
  { pattern: is(say.wholes), finished: 0.95 },
  { pattern: ends(say.closings), finished: 0.9 },
  { pattern: is(say.loneQuestions), finished: 0.55 },
  { pattern: is(say.maybeWholes), finished: 0.72 },
  // Searching for words.
  { pattern: ends(say.hesitation), finished: sure },
  { pattern: is(`(?:(?:et|mais|oui|non|ah|bon|ok|bah|ben) ,? ?)*(?:${say.searching})`), finished: 0.05 },
  { pattern: ends(`, (?:${say.searching})`), finished: 0.08 },
  {
    pattern: is(
      `(?:(?:et|mais|ou) )?(?:à|a|de|avec|pour|chez|par|en|sur|dans|contre)? ?(?:qui|quoi|où|quand|combien|comment|pourquoi|lequel|laquelle|lesquels|lesquelles)`,
    ),
    finished: 0.8,
  },
  {
    pattern: ends(
      `(?:c' est|c' était|ce sera|ça|-ce|va|vas|allez|vont|es|est|sont|êtes|-tu|-vous|tu|vous|ils|elles|il|elle|on|-il|-elle|-ils|-elles|-on) (?:à |de |avec |pour |chez |depuis |jusqu' à )?(?:qui|quoi|où|quand|comment|combien|pourquoi)`,
    ),
    finished: 0.85,
  },
  { pattern: ends("(?:pour|depuis|à partir de|jusqu' à|vers) (?:quand|où|combien)"), finished: 0.75 },
  {
    pattern: ends(
      'en (?:veux|voudrais|faut|reste|prends|prendrai|ai|as|a|avons|avez|ont|voudrait|faudrait|manque) (?:un|une|plusieurs|quelques -uns|aucun|aucune)',
    ),
    finished: 0.85,
  },
  { pattern: ends(`(?:l' |pas |qu' )?(?:un|une) (?:ou|et) (?:l' autre|plusieurs)`), finished: 0.8 },
  {
    pattern: ends(`[cdjlmnst]'|qu'|jusqu'|lorsqu'|puisqu'|quoiqu'`),
    unless: ends(`va -?t'`),
    finished: sure,
  },
  { pattern: ends(say.neverLast), finished: sure },
  {
    pattern: ends(say.prepositions),
    unless: ends(
      '(?:suis|es|est|sommes|êtes|sont|vote|voté) (?:pour|contre)|(?:viens|venir|vis|vivre) avec|(?:fais|faire|fera|ferai) (?:avec|sans)',
    ),
    finished: 0.06,
  },
  { pattern: ends(say.looseAdverbs), unless: is(say.looseAdverbs), finished: 0.2 },
  { pattern: ends(say.openPhrases), finished: 0.06 },
  {
    pattern: ends(`(?:${say.subjects}) (?:${say.reflexives})?(?:${say.openVerbs})`),
    unless: has(`${say.knowsWhat}|ça (?:me|te|vous|nous|lui)`),
    finished: 0.1,
  },
  {
    pattern: ends(`c' est|c' était|ce sera|ce serait|c' est pas|ce n' est pas`),
    unless: ends(`(?:que|qui|quoi|comment|où|combien|si|dont|quand) (?:c' est|c' était|ce sera|ce serait)`),
    finished: 0.05,
  },
  { pattern: is('et après|en train|et avant|et là'), finished: 0.6 },
  {
    pattern: ends(`(?:le|la|les|l'|en|y|ça|rien|tout|quoi|que|mieux) (?:faire|avoir|être|savoir|voir)`),
    finished: 0.8,
  },
  // Set phrases around verbs that otherwise want more.
  { pattern: ends(say.wishes), finished: 0.9 },
  {
    pattern: ends(`(?:y|ça|tout|bien|mal|mieux|là|ici|d' accord|prêt|prête) (?:${say.bare})`),
    unless: ends(`il y (?:${say.bare})|(?:qui|que) .* (?:${say.bare})`),
    finished: 0.75,
  },
  {
    pattern: ends(
      `(?:qu' est -ce que?|qu' est -ce qu'|ce que|ce qu'|quoi|combien|comment|où|quand|pourquoi|quelle? [^ ]+|quels [^ ]+|quelles [^ ]+)(?: [^ ]+)* (?:${say.subjects})(?: [^ ]+)? (?:${say.bare})`,
    ),
    finished: 0.85,
  },
  {
    pattern: ends(
      `(?:où|comment|combien|que|quand|qu'|pourquoi|quel|quelle) (?:[^ ]+ )*(?:${say.bare})(?:${say.inverted})`,
    ),
    unless: ends(
      `(?:peux|veux|voudrais|pourrais|dois|peut|faut|pouvez|voulez|pourriez|devrais|vais|vas|va|allons|allez) ?(?:${say.inverted})`,
    ),
    finished: 0.85,
  },
  { pattern: ends(`(?:${say.bare})(?:${say.inverted})`), unless: question, finished: 0.06 },
  { pattern: ends(`(?:${say.subjects}) (?:ne |n' )?(?:le|la|les|l') (?:${say.bare})`), finished: 0.75 },
  { pattern: ends(`(?:${say.copulas}) pas`), unless: has('pourquoi|si'), finished: 0.15 },
  {
    pattern: ends('(?:que|quoi|comment|combien|où) [^ ]+ -[^ ]+ (?:faire|avoir|être|savoir|voir|aller)'),
    finished: 0.88,
  },
  {
    pattern: ends(say.bare),
    unless: /(?: si | comme | ce que | ce qu' | tout ce | autant que | dès que | quand )/u,
    finished: 0.06,
  },
  { pattern: ends(say.bare), finished: 0.6 },
  {
    pattern: ends(`(?:${say.bare}) (?:${say.littleAdverbs})`),
    unless: has('qui|ce que|comme|si'),
    finished: 0.15,
  },
  {
    // `quelle heure…`, `pourquoi le ciel…`: a question without its verb.
    pattern: begins(`${addressed}(?:quel|quelle|quels|quelles|combien|pourquoi|comment|où|quand)`),
    unless: has(`${say.questionVerbs}|-[^ ]+|${say.subjects}|qu'|que|pas`),
    finished: 0.15,
  },
  { pattern: is(`${addressed}combien (?:font|fait) [^ ]+`), finished: 0.12 },
  {
    pattern: is(
      `${addressed}(?:quel|quelle|quels|quelles|c' est quoi|donne -moi|dis -moi|combien fait|combien vaut)(?: est| était| sont| sera)? (?:le|la|l'|les) (?:${say.relational})`,
    ),
    finished: 0.25,
  },
  {
    pattern: ends(
      `(?:souviens -toi|rappelle -toi|n' oublie pas|note|retiens|dis -lui|sache) (?:que|qu')(?: [^ ]+){1,2}`,
    ),
    finished: 0.35,
  },
  // Verbs whose object has not come.
  {
    pattern: ends(`(?:${say.askForMore}) (?:-moi|-nous|-lui|-leur|nous|lui|leur)(?: (?:${say.moments}))?`),
    finished: 0.1,
  },
  {
    pattern: ends(`(?:le|la|les|l'|en|-le|-la|-les|-en|tout|rien|quoi|ça|cela) (?:${say.transitives})`),
    finished: 0.8,
  },
  {
    pattern: ends(`(?:${say.determiners})(?: (?:${say.adjectivesBefore}))? (?:${say.transitives})`),
    unless: ends(`(?:le|la|les|l'|d'|de) (?:[^ ]+er|[^ ]+ir|[^ ]+re)`),
    finished: 0.82,
  },
  {
    pattern: ends(say.transitives),
    unless: has(`que|qu'|quoi|quel|quelle|quels|quelles|combien|où|comment|pourquoi|qui`),
    finished: 0.08,
  },
  {
    pattern: ends(
      `(?:que|qu'|quoi|quel|quelle|quels|quelles|combien|où|comment|pourquoi|qui)(?: [^ ]+)* (?:${say.transitives})`,
    ),
    finished: 0.75,
  },
  { pattern: ends(`(?:${say.determiners}) (?:${say.adjectivesBefore})`), finished: 0.12 },
  { pattern: begins(say.relativeOpeners), unless: / , [^ ]+ [^ ]+/u, finished: likely },
];

const called = is(`(?:(?:${say.calls}) ,? ?)*jarvis`);
const courtesy = new RegExp(`(?: ,)? (?:${say.politeness}) $`, 'u');

/** @returns probability that the speaker has finished. */
export function endingInFrench(phrase: Phrase): number {
  const words = /qu' est -ce/u.test(phrase.words) ? phrase.words : phrase.words.replace(inGeneral, '$1 ');
  if (called.test(words)) return 0.2;
  const isPolite = courtesy.test(words) && words.replace(courtesy, '').trim() !== '';
  const bare = { ...phrase, words: isPolite ? `${words.replace(courtesy, '')} ` : words };
  const found =
    isCutNumber(bare) ?? isCutList(bare) ?? byRules(bare, rules) ?? dangles(bare) ?? byRules(bare, openRules);
  if (found !== undefined) return isPolite ? found + 0.15 : found;
  return isPolite ? 0.93 : base(phrase);
}

/** A question by its first word, or by a subject behind its verb. */
const asks = new RegExp(
  `^ ${addressed}(?:à |de |avec |pour )?(?:${say.questionWord}|est -ce|qu' est -ce|qu') | (?:[^ ]+) (?:-t -|-)(?:tu|il|elle|on|vous|ils|elles) `,
  'u',
);

function base({ count, words }: Phrase): number {
  if (asks.test(words)) return 0.88;
  if (count === 1) return 0.62;
  return count === 2 ? 0.75 : 0.82;
}
