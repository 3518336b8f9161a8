/** Last guard before a voice: what engines misread is taken out, and long text is cut into pieces they speak soon. */
import type { Language } from '../../src-main/domain/language.ts';
import { respellForEngine } from './engine-words.ts';

/** Engines read these aloud by their names ("astérisque", "visage souriant"). */
const unspeakable =
  /<\/?\p{L}[^>]*>|\uFE0F|[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1F1E6}-\u{1F1FF}*_`~|\\{}[\]]|(?<!\p{L})#/gu;
const control = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;
/** Engines end a sentence, and pause, after the point of a title or an initial. */
const abbreviationPoint =
  /(?<=^|[\s('«"’-])(M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Pr|Prof|St|Ste|\p{Lu})\.(?=\s+\p{L})/gu;

/** Longest piece spoken in one call, in characters: about 15 s of sound. */
export const maxPieceLength = 240;

/** @returns what may be said: no emoji, markup or control characters, no points that would cut a name in two. */
export function cleanForEngine(text: string, language: Language): string {
  const clean = text
    .replace(unspeakable, ' ')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(control, '')
    .replace(abbreviationPoint, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return respellForEngine(clean, language);
}

/** @returns `text` in pieces of at most 240 characters, cut after a sentence, else a pause mark, else a word. */
export function cutForEngine(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > maxPieceLength) {
    const head = rest.slice(0, maxPieceLength);
    const cut =
      lastEnd(head, /[.!?…]["»”')]*\s/g) ?? lastEnd(head, /[,;:]\s/g) ?? lastEnd(head, /\s/g) ?? head.length;
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut);
  }
  pieces.push(rest.trim());
  return pieces.filter(piece => /[\p{L}\p{N}]/u.test(piece));
}

/** Where the last match ends, if it lies in the second half; an early cut would leave a stump. */
function lastEnd(text: string, pattern: RegExp): number | undefined {
  let end: number | undefined;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end !== undefined && end > text.length / 3 ? end : undefined;
}
