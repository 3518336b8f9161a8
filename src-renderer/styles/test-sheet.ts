/** Reads our own style sheets for what tests want to know of them. Only tests load it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Rule {
  readonly file: string;
  /** Of the at-rules around it, outermost first: `@media (pointer: coarse)`. */
  readonly around: readonly string[];
  readonly selector: string;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

const folder = fileURLToPath(new URL('.', import.meta.url));

export const sheetNames: readonly string[] = readdirSync(folder).filter(name => name.endsWith('.css'));

export function readSheet(name: string): readonly Rule[] {
  return rulesOf(readFileSync(join(folder, name), 'utf8'), name);
}

/** Every rule that declares something, in order. */
export function rulesOf(css: string, file: string): readonly Rule[] {
  const rules: Rule[] = [];
  readBlock({ file, text: css.replaceAll(/\/\*[\s\S]*?\*\//g, ''), at: 0 }, [], rules);
  return rules;
}

interface Reader {
  readonly file: string;
  readonly text: string;
  at: number;
}

/** From behind an opening brace, or the start, to the closing one, or the end. */
function readBlock(reader: Reader, heads: readonly string[], rules: Rule[]): void {
  const declarations: (readonly [string, string])[] = [];
  for (;;) {
    const { piece, mark } = next(reader);
    if (mark === '{') readBlock(reader, [...heads, piece], rules);
    else if (piece.includes(':') && !piece.startsWith('@')) declarations.push(split(piece));
    if (mark === '}' || mark === '') break;
  }
  if (declarations.length === 0) return;
  const own = heads.filter(head => !/^@(media|supports|container|layer)/.test(head));
  const around = heads.filter(head => !own.includes(head));
  rules.push({ file: reader.file, around, selector: own.join(' ').replaceAll(/\s+/g, ' '), declarations });
}

/** What stands before the next brace or semicolon that is in no quotes and no brackets. */
function next(reader: Reader): { piece: string; mark: string } {
  const start = reader.at;
  let quote = '';
  let depth = 0;
  for (; reader.at < reader.text.length; reader.at += 1) {
    const char = reader.text.charAt(reader.at);
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (depth === 0 && '{};'.includes(char)) {
      reader.at += 1;
      return { piece: reader.text.slice(start, reader.at - 1).trim(), mark: char };
    }
  }
  return { piece: reader.text.slice(start).trim(), mark: '' };
}

function split(declaration: string): readonly [string, string] {
  const colon = declaration.indexOf(':');
  return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
}
