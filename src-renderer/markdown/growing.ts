/** What of a block that is still being written can be drawn already, so that nothing flashes from one form to another. */

/** The block's text with what was begun brought to an end, or held back until it is clear what it will be. */
export function settled(text: string): string {
  const lines = heldTable(text.split('\n'));
  const last = lines.pop();
  if (last === undefined) return '';
  // A line of marks alone may yet become a list, a heading or a rule, and would make a heading of the line above.
  if (/^\s*(?:[-=*+_~`#>]+|\d{1,9}[.)]?)\s*$/.test(last)) return lines.join('\n');
  lines.push(last);
  return closed(lines.join('\n'));
}

const row = /^ {0,3}\|/;
const ruleSoFar = /^[\s|:-]*$/;

/** The head of a table is held back until the rule under it is whole. */
function heldTable(lines: string[]): string[] {
  const head = lines.findLastIndex((line, at) => row.test(line) && !row.test(lines[at - 1] ?? ''));
  if (head < 0) return lines;
  const rule = lines[head + 1];
  const isWhole = lines.length > head + 2;
  const mayBe = rule === undefined || (!isWhole && ruleSoFar.test(rule) && cells(rule) < cells(lines[head]));
  return mayBe ? lines.slice(0, head) : lines;
}

const cells = (line = ''): number =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .filter(cell => cell.trim() !== '').length;

/** Marks that are opened in the last paragraph and not closed. */
function closed(text: string): string {
  const from = text.lastIndexOf('\n\n') + 1;
  return text.slice(0, from) + closedParagraph(text.slice(from));
}

const longestHeld = 200;

function closedParagraph(text: string): string {
  const ticks = openCode(text);
  if (ticks !== undefined) return text.endsWith(ticks) ? text.slice(0, -ticks.length) : text + ticks;
  return closedEmphasis(heldFormula(heldLink(text)));
}

/** The run of backticks that opens code which does not end. */
function openCode(text: string): string | undefined {
  let open: string | undefined;
  for (const [run] of text.matchAll(/(?<!\\)`+/g)) {
    if (open === undefined) open = run;
    else if (run === open) open = undefined;
  }
  return open;
}

/** A link is words until its address is whole. */
function heldLink(text: string): string {
  return (
    text
      .replace(/!?\[([^[\]\n]{1,300})\]\([^()\s]*$/, '$1')
      // A box of a task has one character at most.
      .replace(/(^|[^\\\]])!?\[([^[\]\n]{2,300})$/, '$1$2')
  );
}

function heldFormula(text: string): string {
  const open =
    /(?:\$\$|\\\(|\\\[)(?:(?!\$\$|\\\)|\\\])[\s\S])*$|(?<![\p{L}\p{N}$\\])\$(?![\s$\d])[^$\n]{0,40}$/u.exec(
      text,
    );
  if (open === null || open[0].length > longestHeld || isEven(text, open)) return text;
  return text.slice(0, open.index);
}

/** A `$$` that closes is no beginning. */
const isEven = (text: string, open: RegExpExecArray): boolean =>
  open[0].startsWith('$$') && text.slice(0, open.index + 2).split('$$').length % 2 === 1;

const emphasis = ['**', '__', '~~', '*', '_'];

function closedEmphasis(text: string): string {
  // One of two that are on their way.
  let out = text.replace(/(?<=[\s(]|^)[*_~]+$|(?<=[^*])\*$/, '');
  for (const mark of emphasis) {
    const open = openMark(out, mark);
    if (open) out = out.trimEnd() + mark;
  }
  return out;
}

function openMark(text: string, mark: string): boolean {
  const plain = text.replaceAll(/`[^`]*`|\\./g, '');
  const sign = mark[0] === '_' ? '_' : `\\${mark[0]}`;
  const run = new RegExp(`(?<!${sign})${sign}{${mark.length}}(?!${sign})`, 'g');
  let open = false;
  for (const found of plain.matchAll(run)) {
    const before = plain[found.index - 1] ?? ' ';
    const after = plain[found.index + mark.length] ?? ' ';
    if (!open) open = /[\s([{"'«*_~]/.test(before) && /\S/.test(after);
    else if (/\S/.test(before)) open = false;
  }
  return open;
}
