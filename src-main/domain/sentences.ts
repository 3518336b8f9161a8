/** Cuts what was said into sentences, so that each can be compared by itself: a long text blurs in one vector. */

/** Longer texts are read up to here, in UTF-16 units: what follows is found by its words. */
export const maxEmbeddedLength = 20_000;
const maxSentences = 24;
/** Fewer letters and digits than this ("Oui.", "M.") join what follows. */
const minLetters = 8;

const end = /[.!?…]+["'”’»)\]]*\s+|\s*\n\s*|[;]\s+/gu;
const letter = /[\p{L}\p{N}]/gu;

const isShort = (text: string): boolean => (text.match(letter)?.length ?? 0) < minLetters;

/** In their order, trimmed, at most 24; empty where the text is a single sentence. */
export function sentencesOf(text: string): readonly string[] {
  const read = text.slice(0, maxEmbeddedLength);
  const sentences: string[] = [];
  let from = 0;
  const take = (to: number): void => {
    const sentence = read.slice(from, to).trim();
    if (isShort(sentence)) return;
    sentences.push(sentence);
    from = to;
  };
  for (const match of read.matchAll(end)) {
    take(match.index + match[0].length);
    if (sentences.length === maxSentences) break;
  }
  const rest = sentences.length === maxSentences ? '' : read.slice(from).trim();
  if (rest !== '') addRest(sentences, rest);
  return sentences.length < 2 ? [] : sentences;
}

/** A few letters at the end belong to the sentence before them. */
function addRest(sentences: string[], rest: string): void {
  const last = sentences.at(-1);
  if (isShort(rest) && last !== undefined) sentences[sentences.length - 1] = `${last} ${rest}`;
  else sentences.push(rest);
}
