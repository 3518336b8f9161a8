/** Names that may occur, as the pieces of words that a transducer writes: the engine then prefers them. */
import { readFile } from 'node:fs/promises';

/** SentencePiece's mark for the beginning of a word. */
const wordMark = '\u2581';
/** More would slow the search down and pull other words towards them. */
const maxHints = 60;

export type HintEncoder = (hints: readonly string[]) => string;

/** @param path of `tokens.txt`: a piece and its number a line. */
export async function loadHintEncoder(path: string): Promise<HintEncoder> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/);
  const pieces = new Set(lines.map(line => line.replace(/\s+\d+$/, '')).filter(piece => piece !== ''));
  const longest = Math.max(0, ...[...pieces].map(piece => piece.length));
  return hints =>
    hints
      .slice(0, maxHints)
      .map(hint => encode(hint, pieces, longest))
      .filter(encoded => encoded !== undefined)
      .join('/');
}

/** The longest piece first; undefined for a name with a letter that the engine cannot write. */
function encode(hint: string, pieces: ReadonlySet<string>, longest: number): string | undefined {
  const words = hint.normalize('NFC').replaceAll('’', "'").split(/\s+/).filter(Boolean);
  const found: string[] = [];
  for (let rest = words.map(word => wordMark + word).join(''); rest !== ''; ) {
    let length = Math.min(longest, rest.length);
    while (length > 0 && !pieces.has(rest.slice(0, length))) length--;
    if (length === 0) return undefined;
    found.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return found.length > 0 ? found.join(' ') : undefined;
}
