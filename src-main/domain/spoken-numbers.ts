/** Reads numbers said in words: "quatre-vingt-dix-sept", "three thousand and five", "deux virgule cinq". */
import type { Language } from './language.ts';

interface NumberRead {
  readonly value: number;
  /** How many words it took. */
  readonly length: number;
}

const index = (words: string, from = 0): Record<string, number> =>
  Object.fromEntries(words.split(' ').map((word, i) => [word, i + from]));

const units = {
  fr: {
    ...index('zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
    une: 1,
  },
  en: index(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
} as const satisfies Record<Language, Record<string, number>>;
const tens = {
  fr: {
    vingt: 20,
    vingts: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    septante: 70,
    huitante: 80,
    octante: 80,
    nonante: 90,
  },
  en: {
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  },
} as const satisfies Record<Language, Record<string, number>>;
const scales: Record<Language, Record<string, number>> = {
  fr: { mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  en: { thousand: 1e3, million: 1e6, billion: 1e9, millions: 1e6 },
};
const hundreds: Record<Language, readonly string[]> = { fr: ['cent', 'cents'], en: ['hundred', 'hundreds'] };
const one: Record<Language, readonly string[]> = { fr: ['un', 'une'], en: ['one', 'a'] };

const lookUp = (table: Record<string, number>, word: string | undefined): number | undefined =>
  word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;

/**
 * The number that begins at `words[at]`, as long as possible; undefined where none does. A lone "un", "une", "one"
 * or "a" is an article first and is not read here. Figures may take part ("2 millions", "5 and a half").
 */
export function readNumber(words: readonly string[], at: number, language: Language): NumberRead | undefined {
  const whole = readWhole(words, at, language);
  const start = whole ?? readLoneOne(words, at, language);
  if (!start) return undefined;
  const decimal = readDecimals(words, at + start.length, language);
  if (decimal) {
    return { value: Number(`${start.value}.${decimal.digits}`), length: start.length + decimal.length };
  }
  const fraction = readFraction(words, at + start.length, language);
  if (fraction) return { value: start.value + fraction.value, length: start.length + fraction.length };
  if (!whole || (whole.length === 1 && /^\d/.test(words[at] ?? ''))) return undefined;
  return whole;
}

function readLoneOne(words: readonly string[], at: number, language: Language): NumberRead | undefined {
  const word = words[at] ?? '';
  if (language === 'en' && word === 'a') return undefined;
  return one[language].includes(word) ? { value: 1, length: 1 } : undefined;
}

function readDecimals(words: readonly string[], at: number, language: Language) {
  const mark = words[at];
  if (mark !== 'point' && !(mark === 'virgule' && language === 'fr')) return undefined;
  let digits = '';
  let length = 1;
  for (;;) {
    const word = words[at + length];
    const read = /^\d+$/.test(word ?? '')
      ? { value: Number(word), length: 1 }
      : (readBelowHundred(words, at + length, language) ?? readLoneOne(words, at + length, language));
    if (!read) break;
    digits += String(read.value);
    length += read.length;
    if (language === 'fr' && read.value !== 0) break;
  }
  return digits === '' ? undefined : { digits, length };
}

/** "et demi(e)", "and a half", "and a quarter" after a number. */
function readFraction(words: readonly string[], at: number, language: Language): NumberRead | undefined {
  const next = words.slice(at, at + 3).join(' ');
  if (language === 'fr') return /^et demie?\b/.test(next) ? { value: 0.5, length: 2 } : undefined;
  if (next === 'and a half') return { value: 0.5, length: 3 };
  return next === 'and a quarter' ? { value: 0.25, length: 3 } : undefined;
}

function readWhole(words: readonly string[], at: number, language: Language): NumberRead | undefined {
  let total = 0;
  let length = 0;
  let lastScale = Number.POSITIVE_INFINITY;
  for (;;) {
    const joint = language === 'en' && length > 0 && words[at + length] === 'and' ? 1 : 0;
    const part = readBelowThousand(words, at + length + joint, language);
    const place = at + length + joint + (part?.length ?? 0);
    const factor = part ?? impliedOne(words, at + length, language);
    const scaleAt = part ? place : at + length + (factor?.length ?? 0);
    const scale = lookUp(scales[language], words[scaleAt]);
    if (scale !== undefined && scale < lastScale && (factor || length === 0 || language === 'fr')) {
      total += (factor?.value ?? 1) * scale;
      length = scaleAt + 1 - at;
      lastScale = scale;
      continue;
    }
    if (
      part &&
      (length === 0 || part.value < lastScale) &&
      !/^\d/.test(length > 0 ? (words[at + length + joint] ?? '') : '')
    ) {
      total += part.value;
      length = place - at;
    }
    return length === 0 ? undefined : { value: total, length };
  }
}

/** "a thousand", "un million": the article counts only before a scale word. */
function impliedOne(words: readonly string[], at: number, language: Language): NumberRead | undefined {
  return one[language].includes(words[at] ?? '') && lookUp(scales[language], words[at + 1]) !== undefined
    ? { value: 1, length: 1 }
    : undefined;
}

function readBelowThousand(words: readonly string[], at: number, language: Language): NumberRead | undefined {
  if (/^\d+(?:\.\d+)?$/.test(words[at] ?? '')) return { value: Number(words[at]), length: 1 };
  const isHundred = (i: number): boolean => hundreds[language].includes(words[i] ?? '');
  const digit = lookUp(units[language], words[at]);
  const article = one[language].includes(words[at] ?? '');
  let value = 0;
  let length = 0;
  if (isHundred(at)) [value, length] = [100, 1];
  else if (((digit !== undefined && digit > 0 && digit < 10) || article) && isHundred(at + 1)) {
    [value, length] = [(digit ?? 1) * 100, 2];
  }
  if (length === 0) return readBelowHundred(words, at, language);
  const joint = language === 'en' && words[at + length] === 'and' ? 1 : 0;
  const rest =
    readBelowHundred(words, at + length + joint, language) ??
    readFinalOne(words, at + length + joint, language);
  return rest ? { value: value + rest.value, length: length + joint + rest.length } : { value, length };
}

/** "one" counts after hundreds ("cent un"), unless an article for what follows is likelier: it never is there. */
function readFinalOne(words: readonly string[], at: number, language: Language): NumberRead | undefined {
  const word = words[at] ?? '';
  return word !== 'a' && one[language].includes(word) ? { value: 1, length: 1 } : undefined;
}

function readBelowHundred(words: readonly string[], at: number, language: Language): NumberRead | undefined {
  return language === 'fr' ? readFrenchBelowHundred(words, at) : readEnglishBelowHundred(words, at);
}

function readEnglishBelowHundred(words: readonly string[], at: number): NumberRead | undefined {
  const ten = lookUp(tens.en, words[at]);
  const unit = lookUp(units.en, words[at + (ten === undefined ? 0 : 1)]);
  if (ten !== undefined) {
    return unit !== undefined && unit > 0 && unit < 10
      ? { value: ten + unit, length: 2 }
      : { value: ten, length: 1 };
  }
  return unit === undefined || words[at] === 'one' ? undefined : { value: unit, length: 1 };
}

function readFrenchBelowHundred(words: readonly string[], at: number): NumberRead | undefined {
  const isEighty = words[at] === 'quatre' && /^vingts?$/.test(words[at + 1] ?? '');
  const base = isEighty ? 80 : lookUp(tens.fr, words[at]);
  if (base === undefined) {
    const teen = readFrenchTeen(words, at);
    return teen && teen.value !== 1 ? teen : undefined;
  }
  const baseLength = isEighty ? 2 : 1;
  const joint = words[at + baseLength] === 'et' ? 1 : 0;
  const rest = readFrenchTeen(words, at + baseLength + joint);
  const reach = base === 60 || base === 80 ? 19 : 9;
  const fits = rest && rest.value > 0 && rest.value <= reach && (joint === 0 || [1, 11].includes(rest.value));
  return fits
    ? { value: base + rest.value, length: baseLength + joint + rest.length }
    : { value: base, length: baseLength };
}

/** 0 to 19. */
function readFrenchTeen(words: readonly string[], at: number): NumberRead | undefined {
  const value = lookUp(units.fr, words[at]);
  if (value === undefined) return undefined;
  const next = lookUp(units.fr, words[at + 1]);
  if (value === 10 && next !== undefined && next >= 7 && next <= 9) return { value: 10 + next, length: 2 };
  return { value, length: 1 };
}
