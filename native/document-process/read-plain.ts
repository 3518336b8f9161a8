/** Plain text as paragraphs: what stands between empty lines. */
import type { DocumentBlock } from '../../src-main/domain/knowledge.ts';
import type { Blocks } from './blocks.ts';

const listLine = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+\S/;

export async function readPlain(text: string, blocks: Blocks): Promise<void> {
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    if (lines.length > 0) await blocks.add(paragraph(lines));
    lines = [];
  };
  for (const line of linesOf(text)) {
    if (line.trim() === '') await flush();
    else lines.push(line.trimEnd());
  }
  await flush();
}

const paragraph = (lines: readonly string[]): DocumentBlock => ({
  kind: lines.length > 1 && lines.every(line => listLine.test(line)) ? 'list' : 'paragraph',
  text: lines.join('\n'),
});

/** One at a time: a list of all would take more memory than the text. */
export function* linesOf(text: string): Generator<string> {
  let from = 0;
  for (const end of text.matchAll(/\r\n|[\r\n\f\u2028\u2029]/g)) {
    yield text.slice(from, end.index);
    from = end.index + end[0].length;
  }
  yield text.slice(from);
}
