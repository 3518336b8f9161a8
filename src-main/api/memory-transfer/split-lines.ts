/** Cuts a text that comes in pieces into its lines. */
import { tooLong } from './faults.ts';

/** UTF-16 units; the longest turn takes far less. */
const longestLine = 32 * 1024 * 1024;

/** Without their ends, `\n` or `\r\n`. Throws `memory.import-malformed` for a line that never ends. */
export async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string[] = [];
  let length = 0;
  let lines = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      waiting.push(piece.slice(from, end));
      lines++;
      yield withoutReturn(waiting.join(''));
      waiting = [];
      length = 0;
      from = end + 1;
    }
    waiting.push(piece.slice(from));
    length += piece.length - from;
    if (length > longestLine) throw tooLong(lines + 1);
  }
  const last = waiting.join('');
  if (last !== '') yield withoutReturn(last);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
