/** Finds the ends of sentences in an answer while it is being written, so that the voice can begin before it is done. */

/** A part of an answer that is said in one breath. */
export interface AnswerPiece {
  /** As it stands in the answer, without the space around it. */
  readonly text: string;
  /** Where it begins in the answer, in UTF-16 units; it ends at `from + text.length`. */
  readonly from: number;
  /** Silence that belongs after it: least after a clause, most after a paragraph. */
  readonly pauseAfterMs: number;
}

export interface SentenceSplitter {
  /** @returns the pieces that are now known to be complete. */
  push(delta: string): AnswerPiece[];
  /** @returns what is left; the splitter is then empty and begins anew. */
  end(): AnswerPiece[];
}

export interface SentenceSplitterOptions {
  /** Ends the very first piece at a clause, so that its sound can begin early. */
  readonly firstClause?: boolean;
}

const pauseMs = { none: 0, clause: 60, sentence: 110, paragraph: 350 } as const;
type Pause = keyof typeof pauseMs;

/** From this length on the first piece may end at a pause mark, or before a conjunction, in UTF-16 units. */
const firstClauseLength = 28;
const firstConjunctionLength = 48;
/** From this length on a pause mark ends a piece, in UTF-16 units; sentences shorter than that are never cut. */
const softLength = 200;
/** No piece is longer than this. */
const hardLength = 320;
/** How far beyond a piece one must see to know that it ends there. */
const lookAhead = 16;

/** Before a name or a number: the point after them never ends a sentence. */
const joining = new Set(
  (
    'm mm mme mmes mlle mlles me mgr mr mrs ms dr drs pr prof st ste gen gén col capt lt sgt rev hon ' +
    'cf e.g i.e p.ex ex vs fig art chap vol no nos approx env av apr tél tel réf ref adj dept dép'
  ).split(' '),
);
/** These end a sentence only when a capital or a quotation follows. */
const ambiguous = new Set('etc a.m p.m jr sr inc ltd co corp j.-c c.-à-d jan feb févr déc dec'.split(' '));

/**
 * A possible end: marks with what closes after them and white space; an end of line; a pause mark; the space
 * before a conjunction. In French a space may stand before the closing guillemet.
 */
const candidate =
  /(?<marks>[.!?…]+)(?:[ \u00A0\u202F]?»|["'”’)\]*_])*(?<space>\s+)|(?<line>\s*\n\s*)|(?<pause>[,;:])\s|(?<conjunction>\s)(?=(?:et|mais|car|donc|parce que|puisque|alors que|afin de|pour que|and|but|because|which|while|although|so that)\s)/gu;

type End = { readonly at: number; readonly pause: Pause } | 'unknown' | 'none';

/** The same pieces come out however the text was cut into deltas. */
export function createSentenceSplitter({
  firstClause = false,
}: SentenceSplitterOptions = {}): SentenceSplitter {
  let pending = '';
  let from = 0;
  let isFirst = firstClause;

  function drop(length: number): void {
    pending = pending.slice(length);
    from += length;
  }

  function take(complete: boolean): AnswerPiece[] {
    const pieces: AnswerPiece[] = [];
    for (;;) {
      drop(pending.length - pending.trimStart().length);
      const end = findEnd(pending, complete, isFirst);
      if (typeof end === 'string') return pieces;
      const text = pending.slice(0, end.at).trimEnd();
      if (text !== '') {
        pieces.push({ text, from, pauseAfterMs: pauseMs[end.pause] });
        isFirst = false;
      }
      drop(end.at);
    }
  }

  return {
    push(delta) {
      pending += delta;
      return take(false);
    },
    end() {
      const pieces = take(true);
      const text = pending.trimEnd();
      if (text !== '') pieces.push({ text, from, pauseAfterMs: pauseMs.sentence });
      pending = '';
      from = 0;
      isFirst = firstClause;
      return pieces;
    },
  };
}

function findEnd(text: string, complete: boolean, isFirst: boolean): End {
  const window = text.slice(0, hardLength + lookAhead);
  const wholeSeen = complete && window.length === text.length;
  for (const match of window.matchAll(candidate)) {
    const end = match.index + match[0].length;
    if (end > hardLength) break;
    const next = window.slice(end, end + 2);
    if (next === '' && !wholeSeen) return 'unknown';
    const before = window.slice(0, match.index);
    if (isEnd(match, before, next)) return { at: end, pause: pauseAfter(match) };
    if (isFirst && isFirstClause(match, before, next)) return { at: end, pause: pauseAfter(match) };
  }
  if (window.length <= hardLength) return 'none';
  const at = forcedEnd(window.slice(0, hardLength));
  return { at, pause: /[,;:]$/.test(text.slice(0, at)) ? 'clause' : 'none' };
}

function pauseAfter({ groups, 0: whole }: RegExpExecArray): Pause {
  if (groups?.conjunction !== undefined) return 'none';
  if (groups?.pause !== undefined) return 'clause';
  return /\n\s*\n/.test(whole) ? 'paragraph' : 'sentence';
}

/** Whether the first piece may end here; not within a name, a number, a quotation, a link or a table. */
function isFirstClause({ groups, index }: RegExpExecArray, before: string, next: string): boolean {
  const { pause, conjunction } = groups ?? {};
  if (pause === undefined && conjunction === undefined) return false;
  if (index < (pause === undefined ? firstConjunctionLength : firstClauseLength)) return false;
  if (/^[\d»]/.test(next) || /^[#|>`~]|^\s*(?:[-*+]|\d+[.)])\s/.test(before)) return false;
  return !isWithinMarks(before);
}

/** Whether a bracket, a quotation or an emphasis that opened in `text` is still open. */
function isWithinMarks(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  if (count(/[[(«“{<]/g) > count(/[\])»”}>]/g)) return true;
  return (count(/\*\*/g) % 2) + (count(/`/g) % 2) + (count(/"/g) % 2) + (count(/~~/g) % 2) > 0;
}

function isEnd(match: RegExpExecArray, before: string, next: string): boolean {
  const { marks, space, line, pause, conjunction } = match.groups ?? {};
  if (conjunction !== undefined) return false;
  if (pause !== undefined) return match.index >= softLength;
  if (line !== undefined) return isParagraph(line) || !startsLower(next);
  if (isParagraph(space)) return true;
  if (startsLower(next) || next.startsWith('»')) return false;
  return marks !== '.' || !belongsToWord(before, next);
}

const isParagraph = (space = ''): boolean => /\n\s*\n/.test(space);
const startsLower = (text: string): boolean => /^\p{Ll}/u.test(text);

/** Whether a single point after `before` belongs to an abbreviation, an initial or the number of a list item. */
function belongsToWord(before: string, next: string): boolean {
  const word = (/[^\s«"“'’(*_]*$/u.exec(before)?.[0] ?? '').replace(/^-+/, '');
  if (/^(?:\p{Lu}\.-?)*\p{Lu}$/u.test(word)) return true;
  if (/^\d{1,3}$/.test(word) && /(?:^|\n)\s*\d+$/.test(before)) return true;
  const known = word.toLowerCase();
  if (joining.has(known) || joining.has(lastTwoWords(before))) return true;
  return ambiguous.has(known) && !/^[\p{Lu}«"“*]/u.test(next);
}

/** `p. ex` as `p.ex`. */
const lastTwoWords = (before: string): string =>
  (/\S+\s\S+$/.exec(before)?.[0] ?? '').replace(/\s/, '').toLowerCase();

/** Where to cut a text that offers no better place: after its last pause mark, else its last word, else anywhere. */
function forcedEnd(text: string): number {
  const pause = Math.max(text.lastIndexOf(', '), text.lastIndexOf('; '), text.lastIndexOf(': '));
  if (pause > softLength / 2) return pause + 1;
  const space = text.search(/\s\S*$/u);
  if (space > softLength / 2) return space;
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
}
