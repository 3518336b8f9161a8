/** Where English lets a sentence end in an auxiliary, a pronoun or a preposition: short answers, questions, relative clauses. */
import * as say from './english-words.ts';
import { begins, ends, has, is, oneLine, type Rule } from './rule.ts';

const asked = `(?:${say.questionWord})`;
const lead = `(?:(?:and|so|but|jarvis|hey|okay|ok|well|oh) ,? ?)*`;
const subject = `(?:${say.pronouns})`;
const auxiliary = `(?:${say.auxiliaries})`;
const preposition = `(?:${say.prepositions})`;

export const questionRules: readonly Rule[] = [
  // Short answers end with the auxiliary.
  {
    pattern: is(
      `(?:(?:yes|no|yeah|nope|sure|well|of course|so|neither|nor|me) ,? ?)+(?:${subject} ${auxiliary}|${auxiliary} ${subject})`,
    ),
    finished: 0.9,
  },
  {
    // `…, isn't it?`
    pattern: ends(
      `[^ ]+ ,? ?(?:can't|won't|couldn't|isn't|aren't|don't|doesn't|didn't|haven't|wouldn't|shouldn't) ${subject}`,
    ),
    unless: is(`${lead}(?:why |where |when |how )?(?:[^ ]+n't) ${subject}`),
    finished: 0.85,
  },
  { pattern: is(`${lead}${subject} ${auxiliary}`), finished: 0.3 },
  // A question word in front takes the place of what would follow.
  {
    pattern: is(
      `${lead}(?:(?:what|who|where|how|why|when|which one) (?:is|are|was|were|am|about) (?:it|that|this|you|he|she|they|we|i|those|these|everyone|everything)|(?:how's|what's|where's|who's|when's) (?:it|that|this|he|she))`,
    ),
    finished: 0.88,
  },
  {
    pattern: ends(
      '(?:what|how|which) [^ ]+ (?:is|are|was|were|am) (?:it|he|she|they|you|we|i|that|this|there)',
    ),
    finished: 0.88,
  },
  {
    pattern: is(
      `${lead}(?:${asked}(?: [^ ]+){0,2} )?(?:${say.inversions}) (?:i|you|he|she|it|we|they|there|this|that)`,
    ),
    finished: 0.05,
  },
  {
    // `…where it is`, `…what the capital of Peru is`
    pattern: ends(
      `(?:what|where|how|who|which|when|why|if|whether)(?: [^ ]+)* (?:${subject}|(?:the|my|your|his|her|our|their|a)(?: [^ ]+){1,4}) (?:is|was|are|were|am|will|can|does|do|did|has|have|had|should|would|could)`,
    ),
    unless: begins(
      `${lead}(?:when|where|what|how|if|why|whether|who) (?:${say.pronouns}|the|my|your|his|her|our|their|a)`,
    ),
    finished: 0.8,
  },
  {
    pattern: ends(
      `(?:as|what|where|how|all|everything|anything|something|whatever|whenever|wherever|whoever|whichever|however|than|which) ${subject} (?:want|wants|wanted|need|needs|needed|think|have|had|said|say|mean|meant|was|is|are|were|am|believe|prefer|like|do|did|can|could|know|see|get|got|wish|hope)`,
    ),
    finished: 0.75,
  },
  // Question words at the end.
  {
    pattern: ends(
      "(?:so|or|like|then|say|guess|know|now|for|no matter|until|since|by|to|with|about|and|you|who's|from) (?:what|who|why|when|how|where|whom|which)",
    ),
    unless: has(
      '(?:you|me|i|they|people|man|woman|place|thing) (?:about|for|to|with|and) (?:what|who|when|how|where)',
    ),
    finished: 0.75,
  },
  { pattern: ends('[^ ]+ [^ ]+ (?:what|who|whom|why|when|how|where|which)'), finished: 0.15 },
  // Prepositions whose object stands in front.
  {
    pattern: ends(
      `(?:what|who|where|which|something|someone|anything|nothing|everything|everyone|things?|people|person|man|woman|guy|one|place|(?:the|a) [^ ]+)(?: that| who| which)?(?: [^ ]+)* (?:${subject}|[^ ]+ing|[^ ]+ed|made|go|come|look|talk|work|belong|live|think|ask|wait|start|do|sound|smell|taste|feel|stand|play|meet|call|out|get|agree|care|vote|pay|sit|worry) ${preposition}`,
    ),
    unless: ends(
      oneLine(`
        (?:what|where|who) (?:do|does|did|is|are|was|were|can|should|would|could) (?:i|you|we|they|he|she|it) (?:to|of|at|in|on|for)
        ${say.openTo}
        (?:time|day|date|weather|temperature|name|price|cost|capital|rest|end|meaning)(?: [^ ]+)* (?:in|of|at|on|for)
      `),
    ),
    finished: 0.72,
  },
  {
    pattern: ends(`${asked}(?: [^ ]+)+ ${preposition}`),
    unless: ends(`(?:of|to|between|like a|per|in|on|at)|(?:${say.transitives}) ${preposition}`),
    finished: 0.6,
  },
];
