/** Where in an answer's Markdown the paragraph stands that the selection, or the caret, is in. */
import type { Message } from '../../store/contract-types.ts';

/** So many words of a paragraph's beginning tell it from others. */
const wordsCompared = 6;
const word = /[\p{L}\p{N}]+/gu;

/** 0 where nothing is selected in this answer, or where it cannot be told. */
export function selectedParagraph({ id, text }: Pick<Message, 'id' | 'text'>): number {
  const markdown = document.querySelector(`[data-message="${CSS.escape(id)}"] .markdown`);
  const node = getSelection()?.anchorNode ?? null;
  if (markdown === null || node === null || !markdown.contains(node) || node === markdown) return 0;
  const paragraphs = [...markdown.children];
  const at = paragraphs.findIndex(paragraph => paragraph.contains(node));
  return paragraphStart(
    text,
    paragraphs.slice(0, at + 1).map(paragraph => paragraph.textContent ?? ''),
  );
}

/**
 * Where the last of these drawn paragraphs begins in `source`: each is looked for behind the one before, by its first words
 * with any signs between them.
 */
export function paragraphStart(source: string, drawn: readonly string[]): number {
  let start = 0;
  let behind = 0;
  for (const paragraph of drawn) {
    const words = paragraph.match(word)?.slice(0, wordsCompared) ?? [];
    if (words.length === 0) continue;
    const found = new RegExp(words.join(String.raw`[^\p{L}\p{N}]+`), 'u').exec(source.slice(behind));
    if (found === null) continue;
    start = behind + found.index;
    behind = start + found[0].length;
  }
  return lineStart(source, start);
}

/** The signs before the first word, of a heading or a list, belong to it. */
const lineStart = (source: string, at: number): number => source.lastIndexOf('\n', at - 1) + 1;
