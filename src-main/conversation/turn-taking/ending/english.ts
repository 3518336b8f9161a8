/** How an English sentence shows that more is to come. */

import { openRules } from './english-open.ts';
import { questionRules } from './english-questions.ts';
import { dangles, isCutList, isCutNumber } from './english-structures.ts';
import * as say from './english-words.ts';
import type { Phrase } from './phrase.ts';
import { byRules, ends, has, is, type Rule } from './rule.ts';

const sure = 0.02;
const asked = `(?:${say.questionWord})`;

const lead = `(?:(?:and|so|but|jarvis|hey|okay|ok|well) ,? ?)*`;
/** A question by its first word, the auxiliary. */
const inverted = new RegExp(`^ ${lead}(?:${say.inversions}) `, 'u');

const rules: readonly Rule[] = [
  // Whole answers and orders that the rules below would take for beginnings.
  { pattern: is(say.wholes), finished: 0.95 },
  {
    pattern: ends(say.closings),
    unless: is('(?:and|but|so|or) (?:too|either|please|instead)'),
    finished: 0.9,
  },
  { pattern: is(say.loneQuestions), finished: 0.55 },
  { pattern: is(say.maybeWholes), finished: 0.72 },
  {
    pattern: is(
      `(?:(?:and|so|hey|okay|jarvis) ,? ?)*(?:what is|what's|how much is|what was|what are) (?:\\d[\\d·]*|[^ ]+teen|[^ ]+ty|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: percent| %)?`,
    ),
    finished: 0.12,
  },
  {
    pattern: is(
      `(?:(?:and|so|hey|okay|jarvis) ,? ?)*(?:what is|what's|what was|what are|tell me|give me|who is|who's|who was) (?:the|its) (?:${say.relational})`,
    ),
    finished: 0.25,
  },
  {
    // `what time…`, `how much time…`: a question without its verb.
    pattern: is(
      `(?:(?:and|so|hey|okay|jarvis) ,? ?)*(?:(?:what|which|whose|how many|how much)(?: [^ ]+){1,2}|(?:what's|what is) the weather)`,
    ),
    unless: has(
      `${say.auxiliaries}|${say.pronouns}|what's|about|else|one|for|to|do|what's|happened|[^ ]+ed|means?`,
    ),
    finished: 0.3,
  },
  // Searching for words.
  { pattern: ends(say.hesitation), finished: sure },
  {
    pattern: is(`(?:(?:yes|no|yeah|okay|ok|oh|and|but|well|so|um+|uh+|hmm+) ,? ?)*(?:${say.searching})`),
    finished: 0.05,
  },
  { pattern: ends(`, (?:${say.searching})`), finished: 0.08 },
  {
    pattern: ends(
      '(?:problem|thing|fact|point|idea|reason|truth|question|issue|trouble|news|hope|plan|difference|result) (?:is|was) (?:that|to|not|because)',
    ),
    finished: 0.05,
  },
  ...questionRules,
  {
    pattern: ends(say.neverLast),
    unless: ends('(?:that|this|it) once|at once|long since|ever since'),
    finished: 0.03,
  },
  // Particles behind their object, or set verbs.
  {
    pattern: ends(
      `(?:${say.particles}|the [^ ]+(?: [^ ]+)?|my [^ ]+|all [^ ]+) (?:on|off|up|down|out|away|back|back on|back off|back up)|(?:it|them|him|her|me|us|that|this) (?:in|over|around)`,
    ),
    unless: ends(
      '(?:is|was|does|did|are|do|will|can) (?:it|this|that|you|them) (?:in|on|over|out|up|down|around)',
    ),
    finished: 0.88,
  },
  {
    pattern: ends(
      '(?:come|go|log|sign|move|step|get|stay|give|shut|hang|slow|calm|wake|stand|sit|hurry|speed|grow|clock|check|carry|hold|keep|going|coming|stay|break|calm|cheer|eat|work|dress|warm|cool|back|am|is|are|was|fed|logged|signed|home|lights|straight|later|far|further|moved|think|what|left|nearby|way|read|listen) (?:in|on|up|down|off|out|over|around|through|along|past|by)',
    ),
    finished: 0.72,
  },
  {
    pattern: ends(
      '(?:before|after|around|nearby|inside|outside|upstairs|downstairs|over|through|behind|since|years? past|off|up|down|out|in)',
    ),
    unless: ends(
      `(?:${say.transitives}|${say.auxiliaries}) (?:off|up|down|out|in)|(?:day|week|right|just|long|shortly|soon|minutes?|hours?|days?|and|or) (?:before|after)?|(?:is|was|does|do|did|are|were|will) (?:it|this|that|they|we|you|there) (?:in|on|out|over)`,
    ),
    finished: 0.5,
  },
  { pattern: ends('(?:right|just|shortly|soon|immediately|and|or|even) (?:before|after)'), finished: 0.1 },
  {
    pattern: ends(say.prepositions),
    unless: ends(
      '(?:day|week|night|month|year|ever|long|hours?|minutes?) (?:before|after|since)|turn (?:up|in)',
    ),
    finished: 0.07,
  },
  {
    pattern: ends(`(?:${say.openPhrases})`),
    unless: ends(
      '(?:me|you|him|her|us|them) too|i think so|(?:is|was) (?:it|that|this) too|if (?:i|you|we|they) (?:want|need|think|prefer)',
    ),
    finished: 0.07,
  },
  {
    pattern: ends(say.auxiliaries),
    unless: ends('(?:could|should|must|will|would|can|may|might|want it|need it|used) (?:be|have|do)|to do'),
    finished: 0.07,
  },
  { pattern: ends(say.auxiliaries), finished: 0.3 },
  {
    pattern: ends(
      `(?:${say.auxiliaries}|i'm|it's|you're|he's|she's|we're|they're|that's|there's) (?:${say.adverbs})`,
    ),
    finished: 0.12,
  },
  {
    pattern: ends(
      '(?:this|that|these|those|some|any|no|another|each|which|what|more|most|other|his|her|him|enough)',
    ),
    unless: ends(
      "(?:her|him|like (?:this|that)|about (?:this|that)|(?:do|is|was|did|are|at|on|in|of|to|by|for|with|than|and|after|before|me|stop|cancel|delete|repeat|forget|know|say|said|read|send|save|love|hate|like|mean|see|hear|keep|fix|change|explain) (?:this|that|these|those)|(?:once|any|some|no|one|much|not|few|two|three|learn|know|say|tell me|little|bit|hear|read) (?:more|other)|(?:have|had|want|need|get|take|buy|give me|is there|are there|aren't|don't have|left|of) (?:some|any|another|more|enough)|good enough|long enough|at most|the (?:most|other)|is (?:his|her|this|that|enough)|(?:say|said|says|a|means|mean|answer is|hell|oh|still) no)",
    ),
    finished: 0.2,
  },
  // Nouns that look like verbs.
  {
    pattern: ends(`(?:[^ ]+'s|(?:the|a|an|my|your|his|her|our|their)(?: [^ ]+)?) (?:${say.nounsToo})`),
    finished: 0.84,
  },
  // Verbs whose object has not come.
  {
    pattern: new RegExp(
      `^ ${lead}(?:is|are|was|were)(?: [^ ]+){2,} (?:open|closed?|on|off|up|down|set|done|clean|ready|left|put) $`,
      'u',
    ),
    finished: 0.85,
  },
  {
    pattern: ends(
      `(?:remind|tell|give|show|send|find|read|bring|get|buy|teach|ask|make|let|order|book|set) (?:me|us|him|her|them)`,
    ),
    unless: has(asked),
    finished: 0.12,
  },
  {
    pattern: ends(
      `(?:${asked}|that|which|to|everything|anything|something|nothing)(?: [^ ]+)* (?:${say.transitives})`,
    ),
    unless: ends(
      `(?:have|need|want|going|got|try|used|able|supposed|about|like|love|hate|remember|forget|me|us|him|her|them|you|possible|where|how|when) to (?:${say.transitives})|to (?:${say.transitives}) to`,
    ),
    finished: 0.7,
  },
  {
    pattern: ends(`${asked}(?: [^ ]+)+ to (?:${say.transitives})`),
    unless: ends('(?:to|of|with|at|for|from|the|a)'),
    finished: 0.68,
  },
  {
    pattern: ends(say.transitives),
    unless: ends(
      '(?:a|the|my|one|this|that|last|first|phone|your|video|any|next|every|new|an) (?:call|order|change|check|search|text|email|message|note|play|print|record|measure|copy|log|track|name|double|plan|pick|book|set|love|like|use|share|lock|need|start|schedule|switch|turn|show|move|find|take|keep|fix|post|buy)',
    ),
    finished: 0.08,
  },
  {
    pattern: ends(`(?:${say.determiners}) (?:${say.adverbs} )?(?:${say.adjectives})`),
    unless: has(
      `(?:is|are|was|were|be|looks|feels|sounds|seems) (?:this|that|these|those|no|any) (?:${say.adjectives})`,
    ),
    finished: 0.15,
  },
];

const called = is(`(?:(?:${say.calls}) ,? ?)*jarvis`);
const courtesy = new RegExp(`(?: ,)? (?:${say.politeness}) $`, 'u');

/** @returns probability that the speaker has finished. */
export function endingInEnglish(phrase: Phrase): number {
  const { words } = phrase;
  if (called.test(words)) return 0.2;
  const isPolite = courtesy.test(words) && words.replace(courtesy, '').trim() !== '';
  const bare = isPolite ? { ...phrase, words: `${words.replace(courtesy, '')} ` } : phrase;
  const found =
    isCutNumber(bare) ?? isCutList(bare) ?? byRules(bare, rules) ?? dangles(bare) ?? byRules(bare, openRules);
  if (found !== undefined) return isPolite ? Math.min(0.95, found + 0.15) : found;
  return isPolite ? 0.93 : base(phrase);
}

function base({ count, words }: Phrase): number {
  if (new RegExp(`^ (?:(?:and|so|but|jarvis|hey|okay|ok) ,? ?)*${asked} `, 'u').test(words)) return 0.86;
  if (count >= 4 && inverted.test(words)) return 0.86;
  if (count === 1) return 0.62;
  return count === 2 ? 0.74 : 0.82;
}
