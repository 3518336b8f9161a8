/** What is left of numbers in English: years where they are years, amounts everywhere else. */
import { englishYear } from './cardinals-english.ts';
import type { NumberReader } from './number-reader.ts';
import type { Rule } from './rule.ts';

/** Before a year, whatever follows it. */
const yearCue =
  /(?:^|[^\p{L}])(?:in|since|until|till|circa|c\.|year|early|late|mid|around|spring|summer|autumn|fall|winter|copyright|©|class of|of|from|by|before|after|during|between|to|and|through|born|died|dated|back in|for|season)[ (-]$/iu;
/** Before a count or a name that only looks like a year. */
const countCue =
  /(?:^|[^\p{L}])(?:exactly|about|over|nearly|almost|roughly|approximately|least|most|than|up to|another|only|just|number|room|page|flight|route|address|equals|plus|minus|times|total|costs?|makes?|has|have|had|are|were|some|the first|the last|counted|sold|weighs?)[ ]$/iu;
/** After a number: what is counted. */
const counted =
  /^ (?:(?:\p{Ll}+ )?(?!(?:was|is|has|his|its|this|as|us|yes|plus|versus|always|thus|perhaps|does|goes|olympics|elections)(?!\p{L}))\p{Ll}{2,}s(?!\p{L})|people|men|women|children|percent|million|thousand|billion|times|or so|dollars|euros|miles)/u;

export function englishNumberRules(reader: NumberReader): readonly Rule[] {
  return [
    {
      pattern: new RegExp(String.raw`(?<![\d.,])${reader.signed}`, 'gu'),
      say(match) {
        const [written] = match;
        return isYear(match) ? englishYear(written) : reader.read(written);
      },
    },
    { pattern: /(?<![\d.,])\.(\d+)/gu, say: ([, decimals = '']) => ` point ${reader.digits(decimals)}` },
    { pattern: /\d+/g, say: ([digits]) => reader.read(digits) },
  ];
}

function isYear(match: RegExpExecArray): boolean {
  const [written] = match;
  if (!/^(?:1[0-9]\d\d|20\d\d)$/.test(written)) return false;
  const after = match.input.slice(match.index + 4, match.index + 44);
  const before = match.input.slice(Math.max(0, match.index - 24), match.index);
  if (/(?:^|[^\p{L}])(?:[Cc]lass|[Yy]ear|[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter) of $/u.test(before))
    return true;
  // Without a word that says so, older years are rarer than amounts.
  if (
    /^1[0-4]/.test(written) &&
    !/(?:^|[^\p{L}])(?:in|since|of|year|until|till|before|after|from|to|by|and|between|during|around|circa) $/iu.test(
      before,
    )
  )
    return false;
  if (/^ ?(?:%|°)/.test(after) || countCue.test(before)) return false;
  return (
    !counted.test(after) ||
    (yearCue.test(before) &&
      !/^ (?:people|men|women|children|dollars|euros|miles)/.test(after) &&
      !/(?:^|[^\p{L}])(?:of|by|for|to|and|around|between|from|after|before) $/iu.test(before))
  );
}
