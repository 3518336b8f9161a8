/** Splits Markdown into top-level blocks, so that while an answer grows only its last block is parsed again. */

export type Block =
  | { readonly kind: 'markdown'; readonly text: string }
  /** `closed`: its closing fence has come. */
  | { readonly kind: 'code'; readonly language: string; readonly text: string; readonly closed: boolean };

const fence = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const continuation = /^(?: {2,}|\t)\S/;
/** A link or footnote defined apart from its use binds blocks together: such a text stays whole. */
const definition = /^ {0,3}\[[^\]\n]+\]:/m;

/** The blocks of `text` in order. A block that is followed by another changes no more, except a list that goes on. */
export function splitBlocks(text: string): readonly Block[] {
  if (definition.test(text)) return [{ kind: 'markdown', text }];
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let paragraph: string[] = [];
  const close = (): void => {
    if (paragraph.length > 0) append(blocks, paragraph.join('\n'));
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const opening = fence.exec(line);
    if (opening !== null) {
      const code = readFence(lines, at, opening);
      if (belongsToList(line, paragraph, blocks)) paragraph.push(...lines.slice(at, code.lastLine + 1));
      else {
        close();
        blocks.push(code.block);
      }
      at = code.lastLine;
    } else if (line.trim() === '') close();
    else paragraph.push(line);
  }
  close();
  return blocks;
}

function readFence(lines: readonly string[], from: number, opening: RegExpExecArray) {
  const mark = opening[1] ?? '```';
  const end = new RegExp(`^ {0,3}${mark[0] ?? '`'}{${mark.length},}\\s*$`);
  let last = from + 1;
  while (last < lines.length && !end.test(lines[last] ?? '')) last++;
  const closed = last < lines.length;
  const block: Block = {
    kind: 'code',
    language: (opening[2] ?? '').trim().split(/\s/)[0] ?? '',
    text: lines.slice(from + 1, last).join('\n'),
    closed,
  };
  return { block, lastLine: closed ? last : lines.length - 1 };
}

/** A list goes on over blank lines when what follows is an item or is indented. */
function append(blocks: Block[], body: string): void {
  const last = blocks.at(-1);
  const goesOn =
    last?.kind === 'markdown' && listItem.test(last.text) && (listItem.test(body) || continuation.test(body));
  if (goesOn) blocks[blocks.length - 1] = { kind: 'markdown', text: `${last.text}\n\n${body}` };
  else blocks.push({ kind: 'markdown', text: body });
}

/** An indented fence after a list item is part of that item. */
function belongsToList(line: string, paragraph: readonly string[], blocks: readonly Block[]): boolean {
  const before = paragraph[0] ?? blocks.at(-1)?.text ?? '';
  return /^ {2,}/.test(line) && listItem.test(before);
}
