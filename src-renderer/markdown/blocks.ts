/** Splits Markdown into top-level blocks, so that while an answer grows only its last block is parsed again. */
import type { Block } from './block.ts';
import { readDefinition } from './definitions.ts';
import { readFence, readFormula } from './fences.ts';

const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const continuation = /^(?: {2,}|\t)\S/;

/** A block with the place of its first line, in UTF-16 units. */
export interface PlacedBlock {
  readonly block: Block;
  readonly at: number;
}

/** The blocks of `text` in order. A block that is followed by another changes no more, except a list that goes on. */
export const splitBlocks = (text: string): readonly Block[] => placeBlocks(text).map(({ block }) => block);

/** `offset` is added to every place. */
export function placeBlocks(text: string, offset = 0): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const lines = text.split('\n');
  let paragraph: string[] = [];
  let paragraphAt = 0;
  let lineAt = offset;
  const close = (): void => {
    if (paragraph.length > 0) append(blocks, paragraph.join('\n'), paragraphAt);
    paragraph = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const special = readFence(lines, at) ?? readFormula(lines, at) ?? definitionAt(lines, at, paragraph);
    const last = special?.lastLine ?? at;
    if (special !== undefined && !belongsToList(line, paragraph, blocks)) {
      close();
      blocks.push({ block: special.block, at: lineAt });
    } else if (special === undefined && line.trim() === '') close();
    else {
      if (paragraph.length === 0) paragraphAt = lineAt;
      paragraph.push(...lines.slice(at, last + 1));
    }
    for (; at <= last; at++) lineAt += (lines[at] ?? '').length + 1;
  }
  close();
  return blocks;
}

/** A definition begins a block; it does not interrupt a paragraph. */
const definitionAt = (lines: readonly string[], at: number, paragraph: readonly string[]) =>
  paragraph.length === 0 ? readDefinition(lines, at) : undefined;

/** A list goes on over blank lines when what follows is an item or is indented. */
function append(blocks: PlacedBlock[], body: string, at: number): void {
  const last = blocks.at(-1);
  const goesOn =
    last?.block.kind === 'markdown' &&
    listItem.test(last.block.text) &&
    (listItem.test(body) || continuation.test(body));
  if (goesOn) {
    const text = `${last.block.text}\n\n${body}`;
    blocks[blocks.length - 1] = { block: { kind: 'markdown', text }, at: last.at };
  } else blocks.push({ block: { kind: 'markdown', text: body }, at });
}

/** What is indented after a list item is part of that item. */
function belongsToList(line: string, paragraph: readonly string[], blocks: readonly PlacedBlock[]): boolean {
  const last = blocks.at(-1)?.block;
  const before = paragraph[0] ?? (last?.kind === 'markdown' ? last.text : '');
  return /^ {2,}/.test(line) && listItem.test(before);
}
