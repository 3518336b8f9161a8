/** The words of one episode in a few bytes: how many there are, and each different one with how often it stands. */

export interface TermList {
  /** All words, repeated ones too: the length that BM25 goes by. */
  readonly words: number;
  /** The number of each different word in the dictionary, to how often it stands. */
  readonly counts: ReadonlyMap<number, number>;
}

/** Numbers of seven bits a byte (LEB128): the length, then for each word the step from the one before, and its count. */
export function encodeTerms({ words, counts }: TermList): Buffer {
  const bytes: number[] = [];
  const push = (value: number): void => {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  push(words);
  let before = 0;
  for (const [word, count] of [...counts].sort(([x], [y]) => x - y)) {
    push(word - before);
    push(count);
    before = word;
  }
  return Buffer.from(bytes);
}

export function decodeTerms(bytes: Uint8Array): TermList {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const words = next();
  const counts = new Map<number, number>();
  let word = 0;
  while (at < bytes.length) {
    word += next();
    counts.set(word, next());
  }
  return { words, counts };
}
