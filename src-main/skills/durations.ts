/** Lengths of time in words: "une heure et demie", "2 minutes 30", "half an hour", "90s". */
import type { Language } from '../domain/language.ts';

const unitSeconds: readonly (readonly [RegExp, number])[] = [
  [/^(?:secondes?|seconds?|secs?|s)$/, 1],
  [/^(?:minutes?|mins?|mn|m)$/, 60],
  [/^(?:heures?|hours?|hrs?|hr|h)$/, 3600],
  [/^(?:jours?|days?|j|d)$/, 86_400],
  [/^(?:semaines?|weeks?)$/, 604_800],
];
const unitWords: Record<Language, string> = {
  fr: '(?:secondes?|secs?|s|minutes?|mins?|mn|m|heures?|h|jours?|j|semaines?)',
  en: '(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|weeks?)',
};
const amount: Record<Language, string> = {
  fr: String.raw`(?:\d+(?:\.\d+)?|une?)`,
  en: String.raw`(?:\d+(?:\.\d+)?|one|an?|a couple(?: of)?|a few)`,
};
const fixed: Record<Language, readonly (readonly [string, number])[]> = {
  fr: [
    ['(?:une |1 )?demie? heure', 1800],
    ['(?:une |1 )?demie? minute', 30],
    ['(?:une |1 )?demie? journee', 43_200],
    ['(?:un |1 )?quart d heure', 900],
    ['(?:les )?3 quarts? d heure', 2700],
    ['une minute et demie', 90],
  ],
  en: [
    ['(?:a )?half (?:an? )?hour', 1800],
    ['(?:a )?half (?:a )?minute', 30],
    ['half (?:a )?day', 43_200],
    ['(?:a )?quarter (?:of )?(?:an )?hour', 900],
    ['3 quarters of an hour', 2700],
    ['(?:an|one|1) hour and a half', 5400],
    ['(?:a|one|1) minute and a half', 90],
    ['(?:an|one|1) hour and a quarter', 4500],
  ],
};
const tails: Record<Language, readonly (readonly [string, number])[]> = {
  fr: [
    ['et demie?', 0.5],
    ['et (?:un |1 )?quart', 0.25],
    ['3 quarts?', 0.75],
  ],
  en: [
    ['and a half', 0.5],
    ['and a quarter', 0.25],
  ],
};

/** Words that may stand inside, and those that may end, a length of time. */
const words: Record<Language, { readonly first: string; readonly inner: string; readonly last: string }> = {
  fr: {
    first: String.raw`(?:\d+(?:\.\d+)?|une?|demie?|quart|les)`,
    inner: 'une?|demie?|quarts?|d|et',
    last: 'demie?|quarts?|journee',
  },
  en: {
    first: String.raw`(?:\d+(?:\.\d+)?|one|an?|half|quarter)`,
    inner: 'one|an?|half|quarters?|of|and|couple|few',
    last: 'half|quarter',
  },
};

/**
 * A regular-expression source (without groups) of what may be a length of time: cheap and generous, `parseDuration`
 * has the last word.
 */
export function durationSource(language: Language): string {
  const { first, inner, last } = words[language];
  const unit = unitWords[language];
  const more = String.raw`(?:,? (?:${unit}|${inner}|${last}|\d+(?:\.\d+)?))*`;
  return String.raw`(?:${first}${more}(?<=(?: |^)(?:${unit}|${last}|\d+))(?= |$|[,:])(?! (?:%|am|pm|o)(?: |$)))`;
}

const compile = (language: Language) => ({
  fixed: fixed[language].map(([source, seconds]) => [new RegExp(`^${source}(?= |$)`), seconds] as const),
  counted: new RegExp(`^(${amount[language]}) (${unitWords[language]})(?= |$)`),
  tails: tails[language].map(([source, share]) => [new RegExp(`^ ${source}(?= |$)`), share] as const),
});
const compiled = { fr: compile('fr'), en: compile('en') };

/** Seconds of a length of time in normalised words; undefined when it is not one. */
export function parseDuration(text: string, language: Language): number | undefined {
  let rest = text.replace(/[,:]/g, '').trim();
  let total = 0;
  let lastUnit = 0;
  while (rest !== '') {
    const read = readPiece(rest, language) ?? readBareRest(rest, lastUnit);
    if (!read) return undefined;
    total += read.seconds;
    lastUnit = read.unit;
    rest = rest
      .slice(read.length)
      .trim()
      .replace(/^(?:et|and) /, '');
  }
  return total > 0 ? Math.round(total * 1000) / 1000 : total === 0 && lastUnit > 0 ? 0 : undefined;
}

interface Piece {
  readonly seconds: number;
  readonly unit: number;
  readonly length: number;
}

function readPiece(text: string, language: Language): Piece | undefined {
  for (const [expression, seconds] of compiled[language].fixed) {
    const found = expression.exec(text);
    if (found) return { seconds, unit: seconds >= 900 ? 3600 : 60, length: found[0].length };
  }
  const found = compiled[language].counted.exec(text);
  if (!found) return undefined;
  const unit = unitSeconds.find(([expression]) => expression.test(found[2] ?? ''))?.[1];
  if (unit === undefined) return undefined;
  const tail = compiled[language].tails
    .map(([expression, share]) => ({
      share,
      length: expression.exec(text.slice(found[0].length))?.[0].length ?? 0,
    }))
    .find(({ length }) => length > 0);
  const count = countOf(found[1] ?? '') + (tail?.share ?? 0);
  return { seconds: count * unit, unit, length: found[0].length + (tail?.length ?? 0) };
}

function countOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  if (words.startsWith('a couple')) return 2;
  return words === 'a few' ? 3 : 1;
}

/** "1 h 30", "2 minutes 15": a bare number counts the next smaller unit. */
function readBareRest(text: string, lastUnit: number): Piece | undefined {
  const found = /^(\d{1,2})(?= |$)/.exec(text);
  if (!found || (lastUnit !== 3600 && lastUnit !== 60)) return undefined;
  const unit = lastUnit / 60;
  return { seconds: Number(found[1]) * unit, unit, length: found[0].length };
}
