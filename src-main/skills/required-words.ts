/** Words without which a pattern cannot match: a look at them saves running, and first compiling, the whole expression. */

/** Alternatives, each a sequence of parts. */
type Node =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'one-of'; readonly alternatives: readonly Node[][] }
  /** Something that may be absent, or whose words are not known. */
  | { readonly kind: 'open' };

/** One of these words stands in every sentence that the pattern matches; undefined when no such set is known. */
export function requiredWords(pattern: string): ReadonlySet<string> | undefined {
  const reader = new PatternReader(pattern);
  return requiredOfAny(reader.alternatives());
}

function requiredOfAny(alternatives: readonly Node[][]): Set<string> | undefined {
  const all = new Set<string>();
  for (const sequence of alternatives) {
    const words = requiredOfSequence(sequence);
    if (words === undefined) return undefined;
    for (const word of words) all.add(word);
  }
  return all;
}

/** The smallest set among the parts that must be there. */
function requiredOfSequence(sequence: readonly Node[]): Set<string> | undefined {
  let best: Set<string> | undefined;
  for (const node of sequence) {
    if (node.kind === 'open') continue;
    const words = node.kind === 'word' ? new Set([node.word]) : requiredOfAny(node.alternatives);
    if (words !== undefined && (best === undefined || words.size < best.size)) best = words;
  }
  return best;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

const depthChange = (mark: string | undefined, opening: 1 | -1): number =>
  mark === '[' || mark === '(' ? opening : mark === ']' || mark === ')' ? -opening : 0;

/** The text between the bars that stand in no inner part. */
function topAlternatives(text: string): readonly string[] {
  const all = [''];
  let depth = 0;
  for (const mark of text) {
    depth += depthChange(mark, 1);
    if (mark === '|' && depth === 0) all.push('');
    else all[all.length - 1] += mark;
  }
  return all;
}

class PatternReader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** Reads up to `end` or the end of the pattern. */
  alternatives(end?: string): Node[][] {
    const all: Node[][] = [[]];
    while (this.#at < this.#pattern.length && this.#pattern[this.#at] !== end) {
      if (this.#pattern[this.#at] === '|') {
        this.#at++;
        all.push([]);
      } else all.at(-1)?.push(this.#part());
    }
    return all;
  }

  #part(): Node {
    const startsGlued = this.#touchesBefore();
    const first = this.#pattern[this.#at] ?? '';
    const node = first in closing ? this.#group(first) : first === '<' ? this.#slot() : this.#word();
    // Parts that touch make one word of the sentence together, so none of them is a word of its own.
    const endsGlued = this.#touchesBehind();
    return startsGlued || endsGlued ? { kind: 'open' } : node;
  }

  #touchesBefore(): boolean {
    const before = this.#pattern[this.#at - 1] ?? ' ';
    if (before === ']') return !this.#optionalBefore().every(text => text.endsWith(' '));
    return !/[ ~|([]/.test(before);
  }

  #touchesBehind(): boolean {
    const next = this.#pattern[this.#at] ?? ' ';
    if (next === '[') return !this.#optionalBehind().every(text => text.startsWith(' '));
    return !/[ ~|)\]]/.test(next);
  }

  /** The alternatives of the optional part that ends right before here. */
  #optionalBefore(): readonly string[] {
    let start = this.#at - 2;
    for (let depth = 1; start > 0; start--) {
      depth += depthChange(this.#pattern[start], -1);
      if (depth === 0) break;
    }
    return topAlternatives(this.#pattern.slice(start + 1, this.#at - 1));
  }

  /** The alternatives of the optional part that begins right here. */
  #optionalBehind(): readonly string[] {
    let end = this.#at + 1;
    for (let depth = 1; end < this.#pattern.length; end++) {
      depth += depthChange(this.#pattern[end], 1);
      if (depth === 0) break;
    }
    return topAlternatives(this.#pattern.slice(this.#at + 1, end));
  }

  #group(opening: string): Node {
    this.#at++;
    const alternatives = this.alternatives(closing[opening]);
    this.#at++;
    return opening === '(' ? { kind: 'one-of', alternatives } : { kind: 'open' };
  }

  #slot(): Node {
    const end = this.#pattern.indexOf('>', this.#at);
    this.#at = end < 0 ? this.#pattern.length : end + 1;
    return { kind: 'open' };
  }

  #word(): Node {
    const word = /^(?:[ ~]+|[^ ~|()[\]<]+)/.exec(this.#pattern.slice(this.#at))?.[0] ?? ' ';
    this.#at += word.length;
    return /^[a-z0-9]+$/.test(word) ? { kind: 'word', word } : { kind: 'open' };
  }
}
