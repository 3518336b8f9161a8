/** Which words of a caption stand, and which sentence of an answer is being said: pure. */

export interface CaptionWords {
  readonly text: string;
  /** So many letters from the beginning will not change any more, as far as can be told. */
  readonly settled: number;
}

export const noCaption: CaptionWords = { text: '', settled: 0 };

/** Whole words in which two hearings agree stand; the rest may still be heard otherwise. */
export function revised(before: CaptionWords, text: string, isFinal: boolean): CaptionWords {
  if (isFinal) return { text, settled: text.length };
  let agreed = 0;
  while (agreed < text.length && text[agreed] === before.text[agreed]) agreed++;
  // Where one hearing ends, its last word may only be a part of one.
  const atWord = agreed === text.length ? agreed : text.lastIndexOf(' ', agreed) + 1;
  return { text, settled: agreed === before.text.length && text[agreed] === ' ' ? agreed : atWord };
}

export interface SaidSentence {
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

const sentenceEnd = /[.!?…]["»”’)]*\s|\n/g;

/**
 * The sentence of Markdown around the word from `from` to `to`, in UTF-16 units, without its marks; of a sentence longer than
 * `room` letters, what is nearest to the word.
 */
export function sentenceAround(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  room: number,
): SaidSentence {
  const earlier = text.slice(0, from);
  const begin = [...earlier.matchAll(sentenceEnd)].at(-1);
  const start = begin === undefined ? 0 : begin.index + begin[0].length;
  const rest = text.slice(to);
  // The mark that ends the sentence may belong to the word.
  const endsHere = /[.!?…]["»”’)]*$/.test(text.slice(from, to));
  const end = endsHere ? undefined : [...rest.matchAll(sentenceEnd)][0];
  const stop = endsHere ? 0 : end === undefined ? rest.length : end.index + end[0].length;
  return {
    before: lastWords(plain(earlier.slice(start)), Math.round(room * 0.4)),
    word: plain(text.slice(from, to)),
    after: firstWords(plain(rest.slice(0, stop)).trimEnd(), room),
  };
}

const plain = (markdown: string): string =>
  markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s*(?:#{1,6}|[-*+>]|\d+[.)])\s+/g, '')
    .replaceAll(/[*_`~]+/g, '');

/** The end of a text that is longer than `most` letters. */
export function lastWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = most <= 0 ? -1 : text.indexOf(' ', text.length - most);
  return cut < 0 ? '… ' : `… ${text.slice(cut + 1)}`;
}

function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return `${text.slice(0, cut < 0 ? most : cut)} …`;
}
