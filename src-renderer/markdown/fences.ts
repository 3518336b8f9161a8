/** Blocks that last until the mark that closes them: code between fences, a formula between `$$` or `\[` and `\]`. */

export type Fenced =
  /** `closed`: its closing fence has come. */
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly closed: boolean }
  | { readonly kind: 'formula'; readonly text: string; readonly closed: boolean };

export interface ReadBlock<B> {
  readonly block: B;
  readonly lastLine: number;
}

const fence = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;
const formulaMark = /^ {0,3}(\$\$|\\\[)\s*$/;

export function readFence(lines: readonly string[], from: number): ReadBlock<Fenced> | undefined {
  const opening = fence.exec(lines[from] ?? '');
  if (opening === null) return undefined;
  const mark = opening[1] ?? '```';
  const end = new RegExp(`^ {0,3}${mark[0] ?? '`'}{${mark.length},}\\s*$`);
  const { text, closed, lastLine } = readUntil(end, lines, from);
  const language = (opening[2] ?? '').trim().split(/\s/)[0] ?? '';
  return { block: { kind: 'code', language, text, closed }, lastLine };
}

export function readFormula(lines: readonly string[], from: number): ReadBlock<Fenced> | undefined {
  const mark = formulaMark.exec(lines[from] ?? '')?.[1];
  if (mark === undefined) return undefined;
  const { text, closed, lastLine } = readUntil(mark === '$$' ? /^\s*\$\$\s*$/ : /^\s*\\\]\s*$/, lines, from);
  return { block: { kind: 'formula', text, closed }, lastLine };
}

function readUntil(end: RegExp, lines: readonly string[], from: number) {
  let last = from + 1;
  while (last < lines.length && !end.test(lines[last] ?? '')) last++;
  const closed = last < lines.length;
  const text = lines.slice(from + 1, last).join('\n');
  return { text, closed, lastLine: closed ? last : lines.length - 1 };
}
