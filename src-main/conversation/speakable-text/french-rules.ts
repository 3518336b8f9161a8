/** Everything that is read differently from how it is written, in French, in the order in which it is looked for. */
import { acronymRules } from './acronyms.ts';
import { addressRules, versionRules } from './addresses.ts';
import { type FrenchNumbers, frenchOrdinal } from './cardinals-french.ts';
import { codeRules, serialRules } from './codes.ts';
import { eitherOrRules } from './either-or.ts';
import { alwaysOpen, type FractionWords, fractionRules } from './fractions.ts';
import { frenchAbbreviations } from './french-abbreviations.ts';
import { frenchDateRules, frenchDayRules } from './french-dates.ts';
import { frenchHalfRules } from './french-halves.ts';
import { frenchHourRules } from './french-hours.ts';
import { frenchNumberRules } from './french-numbers.ts';
import { leftoverRules, signRules } from './leftovers.ts';
import { mathRules } from './maths.ts';
import { moneyRules } from './money.ts';
import { frenchReader } from './number-reader.ts';
import { frenchOrdinalRules } from './ordinals.ts';
import { perUnitRules } from './per-unit.ts';
import { phoneRules } from './phones.ts';
import { rangeRules } from './ranges.ts';
import { romanRules } from './roman.ts';
import { type RuleGroup, when } from './rule.ts';
import { unitRules } from './units.ts';

const partNames: Readonly<Record<number, string>> = { 2: 'demi', 3: 'tiers', 4: 'quart' };

function fractionWords(numbers: FrenchNumbers, cardinal: (digits: string) => string): FractionWords {
  return {
    part(numerator, denominator) {
      if (denominator < 2 || (denominator > 20 && numerator > 1 && denominator !== 1000)) return undefined;
      const one = partNames[denominator] ?? frenchOrdinal(String(denominator), numbers);
      return `${cardinal(String(numerator))} ${one}${numerator > 1 && !one.endsWith('s') ? 's' : ''}`;
    },
    over: 'sur',
    and: (whole, part) => `${whole} ${part === 'un demi' ? 'et demi' : `et ${part}`}`,
    marks:
      /(?:étape|page|partie|épisode|niveau|question|volume|note|noté|notée|obtenu|score|moyenne|évalué|évaluée)s?\b[^.;!?]*$/iu,
    marked: /^ ?étoiles?/u,
    outOf: 'sur',
  };
}

export function frenchRules(numbers: FrenchNumbers): readonly RuleGroup[] {
  const reader = frenchReader(numbers);
  return [
    { when: when.address, rules: [...addressRules('fr')] },
    { when: when.letters, rules: [...frenchAbbreviations(), ...eitherOrRules('fr')] },
    {
      when: when.amount,
      rules: [
        ...phoneRules(reader),
        ...frenchDateRules(reader),
        ...serialRules(reader),
        ...versionRules('fr'),
        ...alwaysOpen.fr,
      ],
    },
    { when: when.days, rules: [...frenchDayRules] },
    { when: when.formula, rules: [...mathRules(reader)] },
    {
      when: when.amount,
      rules: [
        ...rangeRules(reader),
        ...frenchHalfRules(reader),
        ...frenchHourRules(reader),
        ...fractionRules(reader, fractionWords(numbers, reader.cardinal)),
        ...perUnitRules('fr'),
        ...moneyRules(reader),
        ...unitRules(reader),
        ...codeRules(reader),
        ...frenchOrdinalRules(numbers),
      ],
    },
    {
      when: when.roman,
      rules: [...romanRules(reader, (digits, feminine) => frenchOrdinal(digits, numbers, feminine))],
    },
    { when: when.initials, rules: [...acronymRules('fr')] },
    { when: when.sign, rules: [...signRules('fr')] },
    { when: when.number, rules: [...frenchNumberRules(reader)] },
    { when: when.sign, rules: [...leftoverRules('fr')] },
  ];
}
