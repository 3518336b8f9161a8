/** Everything that is read differently from how it is written, in English, in the order in which it is looked for. */
import { acronymRules } from './acronyms.ts';
import { addressRules, versionRules } from './addresses.ts';
import { englishOrdinal } from './cardinals-english.ts';
import { codeRules, serialRules } from './codes.ts';
import { eitherOrRules } from './either-or.ts';
import { englishAbbreviations } from './english-abbreviations.ts';
import { englishDateRules, englishDayRules, englishLoneMonths } from './english-dates.ts';
import { englishHourRules } from './english-hours.ts';
import { englishNumberRules } from './english-numbers.ts';
import { alwaysOpen, type FractionWords, fractionRules } from './fractions.ts';
import { leftoverRules, signRules } from './leftovers.ts';
import { mathRules } from './maths.ts';
import { moneyRules } from './money.ts';
import { englishReader } from './number-reader.ts';
import { englishOrdinalRules } from './ordinals.ts';
import { perUnitRules } from './per-unit.ts';
import { phoneRules } from './phones.ts';
import { rangeRules } from './ranges.ts';
import { romanRules } from './roman.ts';
import { type RuleGroup, when } from './rule.ts';
import { unitRules } from './units.ts';

const partNames: Readonly<Record<number, string>> = { 2: 'half', 4: 'quarter' };

const fractionWords = (cardinal: (digits: string) => string): FractionWords => ({
  part(numerator, denominator) {
    if (denominator < 2 || (denominator > 20 && numerator > 1 && denominator !== 1000)) return undefined;
    const one = partNames[denominator] ?? englishOrdinal(String(denominator));
    if (numerator === 1) return one.startsWith('one ') ? one : `one ${one}`;
    return `${cardinal(String(numerator))} ${one === 'half' ? 'halves' : `${one}s`}`;
  },
  over: 'over',
  and: (whole, part) => `${whole} and ${part.replace(/^one (?=half|quarter)/, 'a ')}`,
  marks:
    /(?:step|page|part|round|question|episode|score|scored|rated|rating|grade|graded|mark)s?\b[^.;!?]*$/iu,
  marked: /^ (?:stars?|dentists|doctors|experts|people|points?)/u,
  outOf: 'out of',
});

export function englishRules(): readonly RuleGroup[] {
  const reader = englishReader();
  return [
    { when: when.address, rules: [...addressRules('en')] },
    { when: when.letters, rules: [...englishAbbreviations(), ...englishLoneMonths, ...eitherOrRules('en')] },
    { when: when.days, rules: [...englishDayRules] },
    {
      when: when.amount,
      rules: [
        ...phoneRules(reader),
        ...alwaysOpen.en,
        ...englishDateRules(reader),
        ...serialRules(reader),
        ...versionRules('en'),
      ],
    },
    { when: when.formula, rules: [...mathRules(reader)] },
    {
      when: when.amount,
      rules: [
        ...rangeRules(reader),
        ...englishHourRules(reader),
        ...fractionRules(reader, fractionWords(reader.cardinal)),
        ...perUnitRules('en'),
        ...moneyRules(reader),
        ...unitRules(reader),
        ...codeRules(reader),
        ...englishOrdinalRules,
      ],
    },
    { when: when.roman, rules: [...romanRules(reader, digits => englishOrdinal(digits))] },
    { when: when.initials, rules: [...acronymRules('en')] },
    { when: when.sign, rules: [...signRules('en')] },
    { when: when.number, rules: [...englishNumberRules(reader)] },
    { when: when.sign, rules: [...leftoverRules('en')] },
  ];
}
