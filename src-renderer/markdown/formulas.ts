/**
 * Finds formulas in Markdown and writes them the one way that the parser is told to read: `$$` around each. A single
 * dollar is a formula by the rule of Pandoc, and only where it does not read as money or as a variable of a shell.
 */

interface Formula {
  readonly tex: string;
  /** Meant to stand on a line of its own. */
  readonly display: boolean;
  /** After the closing mark. */
  readonly end: number;
}

/** The text with its formulas between double dollars; undefined when it has none. */
export function withFormulas(text: string): string | undefined {
  if (!/\$|\\[([]/.test(text)) return undefined;
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const found = formulaAt(text, at);
    if (found === undefined) {
      at = nextPlace(text, at);
      continue;
    }
    out += text.slice(from, at) + written(text, at, found);
    from = found.end;
    at = found.end;
  }
  return from === 0 ? undefined : out + text.slice(from);
}

/** Over code, over a character that is escaped, else over one character. */
function nextPlace(text: string, at: number): number {
  if (text[at] === '\\') return at + 2;
  if (text[at] !== '`') return at + 1;
  const ticks = /^`+/.exec(text.slice(at, at + 100))?.[0].length ?? 1;
  const mark = '`'.repeat(ticks);
  for (let end = text.indexOf(mark, at + ticks); end >= 0; end = text.indexOf(mark, end + ticks)) {
    if (text[end + ticks] !== '`' && text[end - 1] !== '`') return end + ticks;
  }
  return at + ticks;
}

function formulaAt(text: string, at: number): Formula | undefined {
  if (text.startsWith('\\(', at)) return between(text, at, '\\)', false);
  if (text.startsWith('\\[', at)) return between(text, at, '\\]', true);
  if (text.startsWith('$$', at)) return between(text, at, '$$', true);
  return text[at] === '$' ? afterDollar(text, at) : undefined;
}

function between(text: string, at: number, mark: string, display: boolean): Formula | undefined {
  const end = text.indexOf(mark, at + 2);
  const tex = end < 0 ? '' : text.slice(at + 2, end).trim();
  if (tex === '' || /\n\s*\n/.test(tex)) return undefined;
  return { tex, display, end: end + 2 };
}

const longestInline = 1000;
/** "5 and" after a dollar is a price in a sentence. */
const price = /^\d[\d.,]*[^\\]*\s\(?\p{L}{2,}/u;

function afterDollar(text: string, at: number): Formula | undefined {
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /[\s$]/.test(text[at + 1] ?? ' ')) return undefined;
  const [, tex] = /^\$((?:\\[^\n]|[^$\\\n]|\n(?!\s*\n))+)\$/.exec(text.slice(at, at + longestInline)) ?? [];
  if (tex === undefined || /\s$/.test(tex) || price.test(tex)) return undefined;
  const end = at + tex.length + 2;
  return /[\p{L}\p{N}$]/u.test(text[end] ?? '') ? undefined : { tex, display: false, end };
}

function written(text: string, at: number, { tex, display, end }: Formula): string {
  // A dollar inside would end it.
  const inside = tex.replaceAll('\\$', '\\text{\\textdollar}').replaceAll('$', '');
  if (!display) return `$$${inside}$$`;
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, at - 100), at))?.[1];
  const isAlone = indent !== undefined && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 100));
  if (!isAlone) return `$$\\displaystyle ${inside}$$`;
  return `$$\n${indent}${inside.replaceAll(/\n\s*/g, `\n${indent}`)}\n${indent}$$`;
}
