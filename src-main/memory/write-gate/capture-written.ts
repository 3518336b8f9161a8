/** Values that are kept as they were written or spelled: telephone numbers, addresses, passwords, counts. */
import { readNumber } from '../../domain/spoken-numbers.ts';
import { surface } from './name-span.ts';
import { isPunctuation, type Token, type Words } from './tokens.ts';

export interface Captured {
  readonly values: readonly string[];
  readonly to: number;
}

export function captureDigits(words: Words, at: number): Captured | undefined {
  let to = at;
  const isDigit = (w: string): boolean => /^\+?[\d][\d .+-]*$/.test(w);
  if (!isDigit(words.tokens[at]?.w ?? '')) return captureSpelledDigits(words, at);
  while (
    isDigit(words.tokens[to]?.w ?? '') ||
    (words.tokens[to]?.w === '-' && isDigit(words.tokens[to + 1]?.w ?? ''))
  )
    to++;
  const value = surface(words, at, to);
  return value.replace(/\D/g, '').length >= 4 ? { values: [value], to } : undefined;
}

function captureSpelledDigits(words: Words, at: number): Captured | undefined {
  const list = words.tokens.slice(at, at + 30).map(({ w }) => w);
  let i = 0;
  let count = 0;
  for (; i < list.length; count++) {
    const read = readNumber(list, i, words.language);
    if (!read && !/^(?:one|un|oh|zero)$/.test(list[i] ?? '')) break;
    i += read?.length ?? 1;
  }
  return count >= 4 ? { values: [surface(words, at, at + i)], to: at + i } : undefined;
}

export function captureEmail(words: Words, at: number): Captured | undefined {
  for (let i = at; i < Math.min(at + 3, words.tokens.length); i++) {
    if (words.tokens[i]?.w.includes('@')) return { values: [surface(words, i, i + 1)], to: i + 1 };
  }
  const rest = words.line.slice(words.offsets[at], (words.offsets[at] ?? 0) + 80);
  const spoken =
    /^[\p{L}\d.]+(?: (?:dot|point|tiret|underscore) [\p{L}\d]+){0,3} (?:at|arobase|chez) [\p{L}\d.]+(?: (?:dot|point) [\p{L}]{2,6})?/u.exec(
      rest,
    );
  if (!spoken) return undefined;
  const to = at + spoken[0].split(' ').length;
  return { values: [surface(words, at, to)], to };
}

/** A password, a code, a plate: as it was written, up to a pause. */
export function captureCode(words: Words, at: number, until: number): Captured | undefined {
  let to = at;
  while (
    to < Math.min(until, at + 6) &&
    !/^(?:and|et|but|mais|,|\.|\?|;|so|pour|for)$/.test(words.tokens[to]?.w ?? ',')
  )
    to++;
  while (to > at && isPunctuation(words.tokens[to - 1]?.w ?? '')) to--;
  return to > at ? { values: [surface(words, at, to)], to } : undefined;
}

export function captureAddress(words: Words, at: number, until: number): Captured | undefined {
  let to = at;
  let commas = 0;
  while (to < Math.min(until, at + 14)) {
    const { w } = words.tokens[to] as Token;
    if (w === ',') {
      const next = words.tokens[to + 1];
      if (
        ++commas > 2 ||
        !next ||
        !(
          next.isCapital ||
          /^\d{4,5}$|^(?:rue|avenue|boulevard|place|chemin|allee|quai|impasse|apartment|flat|appartement|bat|batiment|a)$/.test(
            next.w,
          )
        )
      )
        break;
    } else if (isPunctuation(w) && w !== '-') break;
    else if (
      to > at + 1 &&
      /^(?:and|et|but|mais|since|depuis|i|je|my|mon|ma|with|avec|now|maintenant|because|qui|who|when|quand)$/.test(
        w,
      )
    )
      break;
    to++;
  }
  return to > at + 1 ? { values: [surface(words, at, to)], to } : undefined;
}

export function captureCount(words: Words, at: number): Captured | undefined {
  const list = words.tokens.slice(at, at + 5).map(({ w }) => w);
  const read = readNumber(list, 0, words.language);
  if (read) return { values: [String(read.value)], to: at + read.length };
  const figure = /^\d{1,4}(?:[.,]\d+)?$/.exec(list[0] ?? '');
  if (figure) return { values: [figure[0]], to: at + 1 };
  return /^(?:one|un|une|a)$/.test(list[0] ?? '') ? { values: ['1'], to: at + 1 } : undefined;
}
