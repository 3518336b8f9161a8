/** Finds the ends of sentences in an answer while it is being written, so that the voice can begin before it is done. */

export interface SentenceSplitter {
  /** @returns the sentences that are now known to be complete, without the space around them. */
  push(delta: string): string[];
  /** @returns what is left; the splitter is then empty. */
  end(): string[];
}

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
 * A possible end: marks with what closes after them and white space; an end of line; a pause mark. In French a
 * space may stand before the closing guillemet.
 */
const candidate =
  /(?<marks>[.!?…]+)(?:[ \u00A0\u202F]?»|["'”’)\]*_])*(?<space>\s+)|(?<line>\s*\n\s*)|(?<pause>[,;:])\s/gu;

type End = number | 'unknown' | 'none';

/** The same sentences come out however the text was cut into deltas. */
export function createSentenceSplitter(): SentenceSplitter {
  let pending = '';

  function take(complete: boolean): string[] {
    const sentences: string[] = [];
    for (;;) {
      const end = findEnd(pending, complete);
      if (typeof end !== 'number') return sentences;
      const sentence = pending.slice(0, end).trim();
      pending = pending.slice(end).trimStart();
      if (sentence !== '') sentences.push(sentence);
    }
  }

  return {
    push(delta) {
      pending = collapseSpace(pending + delta);
      return take(false);
    },
    end() {
      const sentences = take(true);
      const rest = pending.trim();
      pending = '';
      return rest === '' ? sentences : [...sentences, rest];
    },
  };
}

/** Runs of space say nothing more than one, and of empty lines than one; without them the look-ahead is bounded. */
const collapseSpace = (text: string): string =>
  text
    .trimStart()
    .replace(/[^\S\n\u00A0\u202F]{2,}/g, ' ')
    .replace(/\s*\n\s*\n\s*/g, '\n\n')
    .replace(/[\u00A0\u202F]{2,}/g, '\u00A0');

function findEnd(text: string, complete: boolean): End {
  const window = text.slice(0, hardLength + lookAhead);
  const wholeSeen = complete && window.length === text.length;
  for (const match of window.matchAll(candidate)) {
    const end = match.index + match[0].length;
    if (end > hardLength) break;
    const next = window.slice(end, end + 2);
    if (next === '' && !wholeSeen) return 'unknown';
    if (isEnd(match, window.slice(0, match.index), next)) return end;
  }
  return window.length > hardLength ? forcedEnd(window.slice(0, hardLength)) : 'none';
}

function isEnd(match: RegExpExecArray, before: string, next: string): boolean {
  const { marks, space, line, pause } = match.groups ?? {};
  if (pause !== undefined) return match.index >= softLength;
  if (line !== undefined) return line.includes('\n\n') || !startsLower(next);
  if (space?.includes('\n\n')) return true;
  if (startsLower(next) || next.startsWith('»')) return false;
  return marks !== '.' || !belongsToWord(before, next);
}

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
