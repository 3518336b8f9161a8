/** How an English sentence shows that more is to come. */
import { dangles, isCutList, isCutNumber } from './english-structures.ts';
import * as say from './english-words.ts';
import type { Phrase } from './phrase.ts';
import { byRules, ends, has, is, type Rule } from './rule.ts';

const sure = 0.02;
const asked = `(?:${say.questionWord})`;

const rules: readonly Rule[] = [
  // Whole answers and orders that the rules below would take for beginnings.
  { pattern: is(say.wholes), finished: 0.95 },
  {
    pattern: ends(say.closings),
    unless: is('(?:and|but|so|or) (?:too|either|please|instead)'),
    finished: 0.9,
  },
  // Searching for words.
  { pattern: ends(say.hesitation), finished: sure },
  { pattern: is(`(?:(?:yes|no|yeah|okay|ok|oh|and|but|well|so) ,? ?)*(?:${say.searching})`), finished: 0.05 },
  { pattern: ends(`, (?:${say.searching})`), finished: 0.08 },
  { pattern: is(`(?:(?:${say.calls}) ,? ?)*jarvis(?: please)?`), finished: 0.2 },
  // Short answers end with the auxiliary.
  {
    pattern: is(
      `(?:(?:yes|no|yeah|nope|sure|well|of course|so|neither|nor|me) ,? ?)+(?:(?:${say.pronouns}) (?:${say.auxiliaries})|(?:${say.auxiliaries}) (?:${say.pronouns}))`,
    ),
    finished: 0.9,
  },
  {
    pattern: ends(
      `(?:can't|cannot|won't|couldn't|isn't|aren't|don't|doesn't|didn't|haven't|wouldn't|shouldn't) (?:${say.pronouns})`,
    ),
    unless: is(
      `(?:why |well |so )?(?:can't|won't|couldn't|isn't|aren't|don't|doesn't|didn't|haven't|wouldn't|shouldn't) (?:${say.pronouns})`,
    ),
    finished: 0.85,
  },
  {
    pattern: is(
      `(?:${say.pronouns}) (?:can't|won't|couldn't|don't|didn't|wouldn't|shouldn't|haven't|hadn't|doesn't)`,
    ),
    finished: 0.6,
  },
  // A question word in front takes the place of what would follow.
  {
    pattern: new RegExp(
      `^ (?:(?:and|so|but|jarvis|hey|okay|ok|well) ,? ?)*${asked} (?:is|are|was|were|am|'s|are|about) (?:it|that|this|you|he|she|they|we|i|there|those|these) $`,
      'u',
    ),
    finished: 0.88,
  },
  {
    pattern:
      /^ (?:(?:and|so|but|jarvis|hey|okay|ok) ,? ?)*(?:how's|what's|where's|who's|when's) (?:it|that|this|he|she|there) $/u,
    finished: 0.85,
  },
  {
    pattern: has(
      `(?:what|how|which) (?:[^ ]+ )?(?:is|was|are|were) (?:it|that|this|he|she|they)$|what time is it|how old (?:am i|are you|is (?:he|she|it))|how (?:are|were) you|who are (?:you|they)|where (?:am i|are (?:you|we|they)|is (?:it|he|she))|what (?:is|was|are) (?:it|this|that|these|those)`,
    ),
    unless: ends(`${say.auxiliaries}|the|a|an|of|to|and`),
    finished: 0.88,
  },
  {
    pattern: ends(
      `(?:what|where|how|who|which|when|why)(?: [^ ]+)* (?:it|he|she|they|that|this|you|we|i|there) (?:is|was|are|were|am|will|can|does|do|did|has|have|had|should|would|could)`,
    ),
    unless: is(
      '(?:when|where|what|how|if|why) (?:i|you|we|he|she|it|they) (?:is|was|are|were|am|will|can|have|had|should|would|could|did|do)',
    ),
    finished: 0.8,
  },
  {
    pattern: ends(
      `(?:what|who|where|which)(?: [^ ]+)* (?:${say.pronouns}|[^ ]+ing|[^ ]+ed|made|go|come|look|talk|work|belong|live|think|ask|wait|start|do|sound|smell|taste|feel|used|stand|play|meet|call|go out|get) (?:${say.prepositions})`,
    ),
    unless: ends(
      '(?:what|where|who) (?:do|does|did|is|are|was|were|can|should) (?:i|you|we|they|he|she) (?:to|of|at)',
    ),
    finished: 0.85,
  },
  {
    pattern: ends(`${asked}(?: [^ ]+)+ (?:${say.prepositions})`),
    unless: ends('(?:of|to|and|the|between|like a|per)'),
    finished: 0.62,
  },
  {
    pattern: ends(say.neverLast),
    unless: ends(
      '(?:that|this|it) once|at once|long since|ever since|how are you|where are you|who are you|(?:who|what|where|how|when|why) (?:is|was|am|are) (?:it|that|this|there|he|she|i|we)|how (?:do|can|should|could|would) (?:i|we|you)',
    ),
    finished: 0.03,
  },
  { pattern: ends('how (?:do|can|should|could|would|did|does) (?:i|we|you|it|they|he|she)'), finished: 0.05 },
  // Particles behind their object, or set verbs.
  {
    pattern: ends(
      `(?:${say.particles}|the [^ ]+(?: [^ ]+)?|my [^ ]+|all [^ ]+) (?:on|off|up|down|in|out|over|away|back|back on|back off|back up|around)`,
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
      `(?:${say.transitives}|${say.auxiliaries}) (?:off|up|down|out|in)|(?:day|week|right|just|long|shortly|soon|minutes?|hours?|days?|and|or) (?:before|after)?`,
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
      `(?:as|what|where|how|when|if|all|everything|anything|whatever|which|one|ones|something|than|that) (?:i|you|we|he|she|they|it) (?:want|wants|wanted|need|needs|needed|think|have|had|said|say|mean|was|is|are|were|am|believe|heard|guess|suppose|prefer|hope)|(?:me|you|him|her|us|them) too|i think so|(?:is|was) (?:it|that|this) too`,
    ),
    finished: 0.07,
  },
  {
    pattern: ends(
      `(?:as|what|where|how|when|if|all|everything|anything|whatever|than) (?:i|you|we|he|she|they|it) (?:want|wants|need|think|have|said|mean|was|is|are|were|am|believe|prefer|like|do|did|can|could|know)`,
    ),
    finished: 0.72,
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
      "(?:her|him|like (?:this|that)|about (?:this|that)|(?:do|is|was|did|are|at|on|in|of|to|by|for|with|than|and|after|before|me|stop|cancel|delete|repeat|remember|forget|know|say|said|read|send|save|love|hate|like|mean|see|hear|keep|fix|change|explain) (?:this|that|these|those)|(?:once|any|some|no|one|much|not|few|two|three|learn|know|say|tell me|little|bit|hear|read) (?:more|other)|(?:have|had|want|need|get|take|buy|give me|is there|are there|aren't|don't have|left|of) (?:some|any|another|more|enough)|good enough|long enough|at most|the (?:most|other)|is (?:his|her|this|that|enough))",
    ),
    finished: 0.2,
  },
  // Verbs whose object has not come.
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

const courtesy = new RegExp(`(?: ,)? (?:${say.politeness}) $`, 'u');

/** @returns probability that the speaker has finished. */
export function endingInEnglish(phrase: Phrase): number {
  const { words } = phrase;
  const isPolite = courtesy.test(words) && words.replace(courtesy, '').trim() !== '';
  const bare = isPolite ? { ...phrase, words: `${words.replace(courtesy, '')} ` } : phrase;
  const found = isCutNumber(bare) ?? isCutList(bare) ?? byRules(bare, rules) ?? dangles(bare);
  if (found !== undefined) return isPolite ? Math.min(0.95, found + 0.15) : found;
  return isPolite ? 0.93 : base(phrase);
}

function base({ count, words }: Phrase): number {
  if (new RegExp(`^ (?:(?:and|so|but|jarvis|hey|okay|ok) ,? ?)*${asked} `, 'u').test(words)) return 0.86;
  return count <= 2 ? 0.74 : 0.82;
}
