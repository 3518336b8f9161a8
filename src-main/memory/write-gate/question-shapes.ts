/** Questions told by the order of their words, and where in a sentence the asking begins. */
import { isPunctuation, type Words } from './tokens.ts';

/** "je travaille où", "elle s'appelle comment ma voisine", "on est quel jour": the question word stands where the answer would. */
export function inSituQuestion(
  { tokens, text }: Words,
  from: number,
  to: number,
): readonly [number, 'question'] | undefined {
  for (let i = from + 1; i < to; i++) {
    const { w, start, end } = tokens[i] as Words['tokens'][number];
    const before = tokens[i - 1]?.w ?? '';
    const next = tokens[i + 1]?.w ?? '.';
    const isLast =
      i + 1 >= to ||
      isPunctuation(next) ||
      /^(?:deja|moi|mon|ma|mes|le|la|les|toi|ton|ta|maintenant|exactement|comme)$/.test(next);
    const isKnown = /^(?:sais|sait|savoir|comprends|vois|que|importe|dit|dis|demande|de|et)$/.test(before);
    const asks =
      (w === 'ou' && isLast && text.slice(start, end).toLowerCase() === 'où') ||
      (w === 'ou' && (i + 1 >= to || next === 'deja' || next === '?')) ||
      (/^(?:comment|quand|combien|quoi)$/.test(w) && isLast && !isKnown) ||
      (/^(?:quel|quelle|quels|quelles|combien)$/.test(w) && !isKnown && next !== 'que');
    if (asks) return [clauseStart({ tokens } as Words, i, from), 'question'];
  }
  return undefined;
}

/** "dois-je", "habite-t-il": a pronoun behind the verb asks. */
export function isInverted(
  words: Words,
  from: number,
  to: number,
): readonly [number, 'question'] | undefined {
  if (words.language !== 'fr') return undefined;
  for (let i = from + 1; i < to; i++) {
    const token = words.tokens[i];
    if (
      token?.glued &&
      /^(?:je|tu|il|elle|on|nous|vous|ils|elles|t)$/.test(token.w) &&
      !/^(?:rendez|rappelle|rappelez)$/.test(words.tokens[i - 1]?.w ?? '')
    ) {
      let start = i - 1;
      while (start > from && !isPunctuation(words.tokens[start - 1]?.w ?? ',')) start--;
      return [start, 'question'];
    }
  }
  return undefined;
}

/** Back to the pause or the "so" before the question word: "je suis allergique à quoi déjà" asks from its first word. */
export function clauseStart({ tokens }: Words, at: number, from: number): number {
  for (let i = at; i > from && at - i < 8; i--) {
    const w = tokens[i - 1]?.w ?? '';
    if (isPunctuation(w) || /^(?:so|and|et|alors|donc|but|mais|then)$/.test(w)) return i;
  }
  return at - from < 8 && !/^(?:i|my|je|ma|mon|she|he|il|elle)$/.test(tokens[from]?.w ?? '')
    ? from
    : at - from <= 4
      ? from
      : at;
}

export function lastClause(words: Words, from: number, to: number): number {
  for (let i = to - 2; i > from; i--) {
    const w = words.tokens[i]?.w ?? '';
    if ((w === ',' || w === ':' || w === '-') && to - i <= 5) return i + 1;
  }
  return from;
}
