/** Whole numbers, ordinals and years in English words. */

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',');
const scales = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];

function belowHundred(n: number): string {
  if (n < 20) return small[n] ?? '';
  return n % 10 === 0 ? (tens[n / 10] ?? '') : `${tens[Math.floor(n / 10)]}-${small[n % 10]}`;
}

function belowThousand(n: number): string {
  const hundred = Math.floor(n / 100);
  if (hundred === 0) return belowHundred(n);
  const name = `${small[hundred]} hundred`;
  return n % 100 === 0 ? name : `${name} ${belowHundred(n % 100)}`;
}

/** @param digits up to 18 of them, no sign. @returns the number as Americans say it, without "and". */
export function englishCardinal(digits: string): string {
  const groups = digits.replace(/^0+(?=\d)/, '').match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? [];
  const words = groups.flatMap((group, i) => {
    const n = Number(group);
    const power = groups.length - 1 - i;
    if (n === 0) return [];
    return [belowThousand(n), ...(power > 0 ? [scales[power] ?? ''] : [])];
  });
  return words.join(' ') || 'zero';
}

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** @returns "third", "twenty-first". */
export function englishOrdinal(digits: string): string {
  return englishCardinal(digits).replace(
    /[a-z]+$/,
    last => irregular[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
}

/** @param digits four of them. @returns "nineteen eighty-four", "two thousand five", "twenty twenty-four". */
export function englishYear(digits: string): string {
  const century = Number(digits.slice(0, 2));
  const year = Number(digits.slice(2));
  if (century % 10 === 0) {
    if (year === 0) return `${small[century / 10]} thousand`;
    if (year < 10) return `${small[century / 10]} thousand ${small[year]}`;
  }
  if (year === 0) return `${belowHundred(century)} hundred`;
  if (year < 10) return `${belowHundred(century)} oh ${small[year]}`;
  return `${belowHundred(century)} ${belowHundred(year)}`;
}

/** "nineteen eighty" as "nineteen eighties". */
export const englishPlural = (words: string): string =>
  words.replace(/[a-z]+$/, last => (last.endsWith('y') ? `${last.slice(0, -1)}ies` : `${last}s`));
