/** Finds out what kind of file of memories comes in, and reads it as a stream of neutral records. */
import type { ImportedMemory } from '../../ports/memory-records.ts';
import { noMemories } from './faults.ts';
import { markdownHeader } from './format-markdown.ts';
import { readConversations } from './read-conversations.ts';
import { readMarkdownList } from './read-markdown-list.ts';
import { readJarvisLines, readJarvisMarkdown } from './read-own.ts';
import { splitArray } from './split-array.ts';
import { splitLines } from './split-lines.ts';

/** Enough of a file to tell what it is. */
const beginningLength = 4096;

/**
 * The memories of a file that comes in pieces: a memory of Jarvis (JSON Lines or Markdown), an export of ChatGPT, Claude
 * or mem0, or a Markdown list. `nowMs`: when what has no date was said. Throws `memory.import-malformed`, also in the
 * middle.
 */
export async function* readMemories(
  pieces: AsyncIterable<string>,
  nowMs: number,
): AsyncGenerator<ImportedMemory> {
  const { beginning, all } = await peek(pieces);
  const start = beginning.trimStart();
  if (start === '') throw noMemories({ fr: 'il est vide', en: 'it is empty' });
  if (start.startsWith('PK\u0003\u0004')) throw noMemories(zipped);
  if (start.startsWith(markdownHeader)) yield* readJarvisMarkdown(splitLines(all));
  else if (/^\{[^\n]*"format":\s*"jarvis-memory"/.test(start)) yield* readJarvisLines(splitLines(all));
  else if (start.includes('\0')) throw noMemories({ fr: 'ce n’est pas un texte', en: 'it is no text' });
  else if (/^[[{]/.test(start)) yield* readConversations(splitArray(all), nowMs);
  else yield* readMarkdownList(splitLines(all), nowMs);
}

const zipped = {
  fr: 'c’est une archive ; prenez le fichier « conversations.json » qu’elle contient',
  en: 'it is an archive; take the file "conversations.json" inside it',
};

/** The first characters, and everything from the start again; a byte-order mark is left out. */
async function peek(
  pieces: AsyncIterable<string>,
): Promise<{ readonly beginning: string; readonly all: AsyncIterable<string> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  let beginning = '';
  let isWhole = false;
  while (beginning.length < beginningLength && !isWhole) {
    const next = await iterator.next();
    if (next.done) isWhole = true;
    else beginning += next.value;
  }
  beginning = beginning.replace(/^\ufeff/, '');
  async function* all(): AsyncGenerator<string> {
    try {
      yield beginning;
      while (!isWhole) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { beginning, all: all() };
}
