/** English beginnings that only the whole phrase shows: numbers cut in two, rising lists, clauses without a main one. */
import { digitsIn } from './numbers.ts';
import type { Phrase } from './phrase.ts';
import { oneLine } from './rule.ts';

const digit =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million';
const numeral = `(?:\\d[\\d·]*|(?:a )?(?:${digit})(?: (?:and |)(?:${digit}))*)`;

const open = new RegExp(
  ` ${numeral} (?:and|point|times|plus|minus|divided|divided by|multiplied|multiplied by|over|per|x|\\*|\\+|/|=|equals|out of) $`,
  'u',
);
const unitless = new RegExp(
  ` (?:timer for|timer of|alarm in|reminder in|me in|every|wait|sleep for|for|within|convert|about|around|another|last|next|than) ${numeral} $`,
  'u',
);
/** `three hours and ten`: the second number has its own unit. */
const secondUnit = new RegExp(
  ` (?:hours?|minutes?|feet|pounds?|dollars|meters|metres|years?|days?|weeks?) and ${numeral} $`,
  'u',
);
const asAnswer =
  / (?:page|number|chapter|channel|volume|level|plus|step|point|option|line|bus|root|code|table|floor|which|between|table for|dinner for|reservation for|for about|at|by|party of|alarm for|me up|from \d+ to) /u;
const phone = / (?:number|phone|call|dial|mobile|cell|reach|text) /u;

/** A number that wants a unit, another operand or more digits; undefined where there is none. */
export function isCutNumber({ words }: Phrase): number | undefined {
  if (open.test(words)) return 0.04;
  if (secondUnit.test(words)) return 0.1;
  const said = digitsIn(words, 'en');
  if (said !== undefined && said.digits.length > 1 && phone.test(words)) {
    return said.digits.length < 7 ? 0.1 : 0.88;
  }
  if (said !== undefined && said.pieces > 1) {
    if (said.digits.startsWith('0')) return said.digits.length < 7 ? 0.08 : 0.88;
    if (said.pieces >= 3 && said.digits.length < 7 && said.digits.length !== 4) return 0.25;
  }
  if (unitless.test(words) && !asAnswer.test(words)) return 0.25;
  return undefined;
}

const listVerb = / (?:add|buy|get|put|take|order|need|want|list|invite|like|bring|have|pack|pick) /u;
const thing = /^(?:some|a|an|the|two|three|four|five|six|\d+|my|more|and also|few|several|bread|milk) /u;

/** `bread, milk`: things in a row without the `and` that announces the last one. */
export function isCutList({ words }: Phrase): number | undefined {
  const parts = words.trim().split(' , ');
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || / and | or | too /u.test(` ${last} `) || last.split(' ').length > 4)
    return undefined;
  // Whoever searches for a word is not at the end of a list.
  if (/^(?:u+h+|u+m+|e+r+m?|h+m+)$/u.test(last)) return undefined;
  if (/^(?:please|thanks|thank|jarvis|no|yes|right|okay|isn't|aren't|don't|though|too|then)/u.test(last))
    return undefined;
  const areShort = parts.slice(1).every(part => part.split(' ').length <= 3);
  if (parts.length >= 3 && areShort) return 0.2;
  const areThings =
    listVerb.test(` ${parts[0]} `) || (thing.test(`${last} `) && thing.test(`${parts.at(-2)} `));
  return areThings && !/ (?:is|are|was|i|you|it|he|she|we|they|do|can|will) /u.test(` ${last} `)
    ? 0.25
    : undefined;
}

const lead = '(?:(?:and|but|yes|no|so|okay|ok|jarvis|well|also|oh|hey|then) ,? ?)*';
const opener = new RegExp(
  `^ ${lead}(?:${oneLine(`
    when|if|whenever|while|although|though|even though|even if|unless|until|before|after|as soon as|as long as|once|since|in case|as far as|every time|each time|the next time|next time|the day|by the time|now that|given that|provided that|assuming|considering|instead of|rather than|in order to|whether|ever since
  `)}) (.*)$`,
  'u',
);
const asks =
  /^ (?:(?:and|so|but) )?when (?:is|are|was|were|do|does|did|will|can|should|would|could|has|have|am|'s) /u;
const subject =
  /(?:^| )(?:i|you|he|she|it|we|they|i'm|i'll|i'd|i've|you're|you'll|it's|it'll|he's|she's|we're|we'll|they're|they'll|that's|there's|there|let's) (?!$)/gu;
const order = new RegExp(
  ` (?:${oneLine(`
    remind|tell|turn|switch|add|send|call|wake|open|close|play|set|stop|show|find|give|note|make|ask|buy|check|start|put|lock|text|email|don't|please|what|how|why|where|who|which|should|can you|could you|would you|let me know|do i|does
  `)}) `,
  'u',
);

/** A clause that begins with a subordinator and has no main clause behind it; undefined for another phrase. */
export function dangles({ words }: Phrase): number | undefined {
  if (new RegExp(`^ ${lead}(?:because|cause|cos) [^ ]+ [^ ]+`, 'u').test(words)) return 0.7;
  const rest = opener.exec(words)?.[1];
  if (rest === undefined || asks.test(words)) return undefined;
  const adverbial =
    /^(?:that|this|lunch|dinner|breakfast|work|school|midnight|noon|tomorrow|monday|then|all|christmas|the (?:meeting|movie|show)|\d+|[^ ]+ (?:o'clock|am|pm)) $/u.test(
      rest,
    );
  if (adverbial) return 0.7;
  const behindComma = / , (?!(?:[^ ]+ )?$)/u.test(` ${rest}`);
  const subjects = ` ${rest}`.match(subject)?.length ?? 0;
  return behindComma || subjects >= 2 || order.test(` ${rest}`) ? undefined : 0.12;
}
