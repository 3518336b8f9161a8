/** A text that is being rewritten and still knows, for each of its characters, what it stands for in the original. */

export interface SpannedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where what it stands for begins in the original. Never falls. */
  readonly from: readonly number[];
  /** And where that ends. Never falls. */
  readonly to: readonly number[];
}

/** A group of spoken words and its place `[from, to)` in the original text. */
export interface SpokenWord {
  readonly spokenFrom: number;
  readonly spokenTo: number;
  readonly from: number;
  readonly to: number;
}

/** @returns `text` as its own original, which begins at the offset `at`. */
export function spanned(text: string, at = 0): SpannedText {
  const from = Array.from({ length: text.length }, (_, i) => at + i);
  return { text, from, to: from.map(place => place + 1) };
}

export const sliceSpanned = ({ text, from, to }: SpannedText, start: number, end?: number): SpannedText => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
  to: to.slice(start, end),
});

class SpanBuilder {
  #text = '';
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  copy(source: SpannedText, start: number, end: number): void {
    this.#text += source.text.slice(start, end);
    for (let i = start; i < end; i++) {
      this.#from.push(source.from[i] ?? 0);
      this.#to.push(source.to[i] ?? 0);
    }
  }

  /** `words` stand for the whole of `[start, end)` of the source. */
  put(words: string, source: SpannedText, start: number, end: number): void {
    this.#text += words;
    const last = source.to.at(end > start ? end - 1 : start - 1) ?? 0;
    const first = end > start ? (source.from[start] ?? last) : start === 0 ? (source.from[0] ?? 0) : last;
    for (let i = 0; i < words.length; i++) {
      this.#from.push(first);
      this.#to.push(Math.max(first, end > start ? last : first));
    }
  }

  build(): SpannedText {
    return { text: this.#text, from: this.#from, to: this.#to };
  }
}

/** Says each match in other words; where `say` gives undefined the match stays as it is. `pattern` is global. */
export function rewrite(
  source: SpannedText,
  pattern: RegExp,
  say: (match: RegExpExecArray) => string | undefined,
): SpannedText {
  let built: SpanBuilder | undefined;
  let done = 0;
  for (const match of source.text.matchAll(pattern)) {
    const words = say(match);
    if (words === undefined || words === match[0]) continue;
    built ??= new SpanBuilder();
    built.copy(source, done, match.index);
    done = match.index + match[0].length;
    built.put(words, source, match.index, done);
  }
  if (built === undefined) return source;
  built.copy(source, done, source.text.length);
  return built.build();
}

/** Of each match only the named group `keep` stays, with its places; `pattern` is global and has indices (`d`). */
export function keepOnly(source: SpannedText, pattern: RegExp): SpannedText {
  let built: SpanBuilder | undefined;
  let done = 0;
  for (const match of source.text.matchAll(pattern)) {
    const kept = match.indices?.groups?.keep;
    built ??= new SpanBuilder();
    built.copy(source, done, match.index);
    if (kept) built.copy(source, kept[0], kept[1]);
    done = match.index + match[0].length;
  }
  if (built === undefined) return source;
  built.copy(source, done, source.text.length);
  return built.build();
}

/** `words` stands for nothing in the original: it lies at the end of `source`. */
export function append(source: SpannedText, words: string): SpannedText {
  const built = new SpanBuilder();
  built.copy(source, 0, source.text.length);
  built.put(words, source, source.text.length, source.text.length);
  return built.build();
}

/** The texts that are not empty, one after another. */
export function joinSpanned(parts: readonly SpannedText[], separator: string): SpannedText {
  const built = new SpanBuilder();
  let before: SpannedText | undefined;
  for (const part of parts) {
    if (part.text === '') continue;
    if (before) built.put(separator, before, before.text.length, before.text.length);
    built.copy(part, 0, part.text.length);
    before = part;
  }
  return built.build();
}

/** The words between spaces, each with its place; neighbours that stand for the same place are one group. */
export function wordsOf({ text, from, to }: SpannedText): readonly SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = { spokenFrom: start, spokenTo: end, ...placeOf(from, to, start, end) };
    const before = words.at(-1);
    if (before && before.from === word.from && before.to === word.to)
      words[words.length - 1] = { ...before, spokenTo: end };
    else words.push(word);
  }
  return words;
}

/** Marks that were put in stand for nothing: they widen no place. */
function placeOf(from: readonly number[], to: readonly number[], start: number, end: number) {
  let first: number | undefined;
  let last = 0;
  for (let i = start; i < end; i++) {
    const [begins = 0, ends = 0] = [from[i], to[i]];
    if (ends <= begins) continue;
    first ??= begins;
    last = Math.max(last, ends);
  }
  const none = from[start] ?? 0;
  return first === undefined ? { from: none, to: none } : { from: first, to: last };
}
