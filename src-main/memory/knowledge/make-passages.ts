/** Cuts a document along its structure into passages that can be cited: by headings, pages and paragraphs. */
import type { DocumentBlock, Passage } from '../../domain/knowledge.ts';

/** Words. A passage answers a question by itself, and its vector still stands for one thing. */
const most = 260;
/** Below this a passage goes on under the next heading. */
const least = 30;
/** A list or a table that is not longer stays in one piece. */
const longestWhole = 400;
/** Between blocks in the document's text. */
const between = '\n\n';

interface Heading {
  readonly level: number;
  readonly text: string;
}

interface Open {
  readonly start: number;
  readonly page: number | undefined;
  readonly headings: readonly string[];
  text: string;
  words: number;
}

/** Takes blocks in their order, and gives each passage as soon as it is whole. */
export class PassageMaker {
  #headings: readonly Heading[] = [];
  #open: Open | undefined;
  /** Where the next block begins in the document's text. */
  #at = 0;

  add(block: DocumentBlock): readonly Passage[] {
    const done: Passage[] = [];
    if (this.#endsBefore(block)) done.push(...this.finish());
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      this.#headings = [...this.#headings.filter(one => one.level < level), { level, text: block.text }];
      // A heading is words of its passage as well, and one alone has to be found too.
      this.#take(block, 0, block.text, done);
    } else {
      for (const { from, text } of piecesOf(block)) this.#take(block, from, text, done);
    }
    this.#at += block.text.length + between.length;
    return done;
  }

  /** What is left; the maker may go on. */
  finish(): readonly Passage[] {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return [];
    const { start, text, page, headings } = open;
    return [{ text, start, end: start + text.length, headings, ...(page !== undefined && { page }) }];
  }

  #endsBefore(block: DocumentBlock): boolean {
    if (this.#open === undefined) return false;
    if (block.page !== this.#open.page) return true;
    return block.kind === 'heading' && this.#open.words >= least;
  }

  #take(block: DocumentBlock, from: number, text: string, done: Passage[]): void {
    const words = wordCount(text);
    const start = this.#at + from;
    if (this.#open !== undefined && this.#open.words + words > most) done.push(...this.finish());
    if (this.#open === undefined) {
      const headings = this.#headings.map(one => one.text);
      this.#open = { start, text, words, page: block.page, headings };
      return;
    }
    // Exactly what stands between the two in the document's text.
    const gap = start - (this.#open.start + this.#open.text.length);
    this.#open.text += (from === 0 ? between : block.text.slice(from - gap, from)) + text;
    this.#open.words += words;
  }
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

interface Piece {
  readonly from: number;
  readonly text: string;
}

/** Of a block that is too long: whole lines of a list or table, whole sentences of a paragraph, else words. */
function piecesOf({ kind, text }: DocumentBlock): readonly Piece[] {
  const isWhole = wordCount(text) <= (kind === 'paragraph' ? most : longestWhole);
  if (isWhole) return [{ from: 0, text }];
  const ends = kind === 'paragraph' ? /[.!?…]["'”’»)\]]*\s+|\n/gu : /\n/g;
  const parts = split(text, 0, ends).flatMap(part =>
    wordCount(part.text) <= most ? [part] : split(part.text, part.from, everyWords),
  );
  return gathered(parts, text);
}

/** A sentence that never ends is cut anywhere. */
const everyWords = /(?:\S+\s+){200}/g;

function split(text: string, base: number, ends: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const take = (to: number): void => {
    const piece = text.slice(from, to).trimEnd();
    if (piece.trim() !== '') pieces.push({ from: base + from, text: piece });
    from = to;
  };
  for (const end of text.matchAll(ends)) take(end.index + end[0].length);
  take(text.length);
  return pieces;
}

/** Neighbours together, as long as they fit. */
function gathered(parts: readonly Piece[], text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let first: Piece | undefined;
  let last: Piece | undefined;
  let words = 0;
  const flush = (): void => {
    if (first === undefined || last === undefined) return;
    pieces.push({ from: first.from, text: text.slice(first.from, last.from + last.text.length) });
    first = undefined;
    words = 0;
  };
  for (const part of parts) {
    const count = wordCount(part.text);
    if (words + count > most) flush();
    first ??= part;
    last = part;
    words += count;
  }
  flush();
  return pieces;
}
