/** A text made ready for grammars: folded words in one line, each of which knows where the user wrote it. */
import type { Language } from '../domain/language.ts';
import { readNumber } from '../domain/spoken-numbers.ts';
import { rewriteAliases } from './aliases.ts';
import { fillersAnywhere, peel } from './fillers.ts';
import { type Token, tokenise } from './tokens.ts';

export interface Sentence {
  readonly original: string;
  readonly language: Language;
  /** Folded words with single spaces; pauses as `,` or `:` after a word, a sentence's end as ` |`. */
  readonly text: string;
  /** True where the speaker's own wish stood before ("I would like …"). */
  readonly desire: boolean;
  /** The user's own words behind a range of `text`. */
  words(start: number, end: number): string;
}

interface Placed {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

interface ReadingOptions {
  /** Mends the spelling of a word. */
  readonly correct?: (word: string) => string;
  /** Leaves out "déjà", "just" and the like too. */
  readonly withoutAdverbs?: boolean;
}

/** The sentence without fillers, in every stage of peeling: whole first, barest last. */
export function readSentences(
  original: string,
  language: Language,
  { correct, withoutAdverbs = false }: ReadingOptions = {},
): Sentence[] {
  let tokens = mergeNumbers(rewriteAliases(tokenise(original, language), language), language);
  if (correct)
    tokens = tokens.map(token => (token.kind === 'word' ? { ...token, norm: correct(token.norm) } : token));
  const first = lay(tokens);
  const drop = fillersAnywhere(first.text, language, withoutAdverbs);
  const kept = first.placed.filter(
    ({ start, end }) => !drop.some(([from, to]) => start >= from && end <= to),
  );
  const { text, placed } = lay(kept.map(({ token }) => token));
  return peel(text, language).map(({ start, end, desire }) => {
    const core = text.slice(start, end).trim().replace(/[,:]$/, '');
    const shift = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
    return {
      original,
      language,
      text: core,
      desire,
      words: (from, to) => wordsBetween(original, placed, from + shift, to + shift),
    };
  });
}

/** Words of numbers become figures: "trente-cinq" is the one token `35`. */
function mergeNumbers(tokens: readonly Token[], language: Language): Token[] {
  const norms = tokens.map(token => token.norm);
  const result: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const read =
      token.kind === 'word' || token.kind === 'number' ? readNumber(norms, i, language) : undefined;
    const last = read ? tokens[i + read.length - 1] : undefined;
    if (read && last) {
      result.push({ norm: String(read.value), start: token.start, end: last.end, kind: 'number' });
      i += read.length - 1;
    } else {
      result.push(token);
    }
  }
  return result;
}

function lay(tokens: readonly Token[]): { text: string; placed: Placed[] } {
  // Pieces are joined once: a text of many thousand tokens is not copied for each of them.
  const pieces: string[] = [];
  const placed: Placed[] = [];
  let length = 0;
  const append = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const token of tokens) {
    const last = pieces.at(-1);
    const isPaused = last === ',' || last === ':';
    if (token.kind === 'pause') {
      if (last === undefined || isPaused || last === ' |') continue;
      append(token.norm);
      placed.push({ token, start: length - 1, end: length });
      continue;
    }
    if (token.kind === 'stop') {
      if (last === undefined || last === ' |') continue;
      if (isPaused) length -= pieces.pop()?.length ?? 0;
    }
    append(pieces.length === 0 ? token.norm : ` ${token.norm}`);
    placed.push({ token, start: length - token.norm.length, end: length });
  }
  return { text: pieces.join(''), placed };
}

function wordsBetween(original: string, placed: readonly Placed[], from: number, to: number): string {
  const inside = placed.filter(
    ({ token, start, end }) => token.kind !== 'stop' && token.kind !== 'pause' && end > from && start < to,
  );
  const first = inside[0]?.token;
  const last = inside.at(-1)?.token;
  if (!first || !last) return '';
  const lead = /[@#(«“]$/.exec(original.slice(0, first.start))?.[0].length ?? 0;
  return original.slice(first.start - lead, last.end).trim();
}
