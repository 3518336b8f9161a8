/** Links and footnotes that are defined apart from where they are used, so that each block can still be parsed alone. */
import type { Block, Definition } from './block.ts';
import type { ReadBlock } from './fences.ts';

export interface Note {
  readonly label: string;
  readonly text: string;
}

const definition = /^ {0,3}\[(\^?)([^\]\n]+)\]:[ \t]*(.*)$/;
const indented = /^(?: {2,}|\t)\S/;

const sameLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** A footnote goes on over indented lines. */
export function readDefinition(lines: readonly string[], from: number): ReadBlock<Definition> | undefined {
  const [, mark, label = '', first = ''] = definition.exec(lines[from] ?? '') ?? [];
  if (mark === undefined) return undefined;
  const isNote = mark === '^';
  let last = from;
  while (isNote && indented.test(lines[last + 1] ?? '')) last++;
  const rest = lines.slice(from + 1, last + 1).map(line => line.trim());
  return {
    block: { kind: 'definition', isNote, label: sameLabel(label), text: [first, ...rest].join('\n') },
    lastLine: last,
  };
}

export interface Definitions {
  /** In the order in which they are defined, which is their number. */
  readonly notes: readonly Note[];
  /** The block's text, followed by the definitions that it uses. */
  complete(text: string): string;
}

export function definitionsOf(blocks: readonly Block[]): Definitions {
  const all = new Map<string, Definition>();
  for (const block of blocks) {
    if (block.kind !== 'definition') continue;
    const key = `${block.isNote ? '^' : ''}${block.label}`;
    if (!all.has(key)) all.set(key, block);
  }
  const notes = [...all.values()].filter(({ isNote }) => isNote);
  const complete = (text: string): string => {
    if (all.size === 0 || !text.includes('[')) return text;
    const used = new Set([...text.matchAll(/\[([^\]\n]+)\]/g)].map(([, label = '']) => sameLabel(label)));
    const lines = [...used].flatMap(key => lineOf(key, all.get(key)));
    return lines.length === 0 ? text : `${text}\n\n${lines.join('\n')}`;
  };
  return { notes, complete };
}

/** A note is drawn once, at the end of the message: in the block it only has to exist. */
function lineOf(key: string, found: Definition | undefined): readonly string[] {
  if (found === undefined) return [];
  return [`[${key}]: ${found.isNote ? 'note' : found.text}`];
}
