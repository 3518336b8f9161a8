/** Reads text from bytes as they come, with a bound on what is kept: lines, or the whole. */

/** Thrown when a line or a body is longer than its bound. */
export class TextTooLongError extends Error {
  constructor(limitChars: number) {
    super(`more than ${limitChars} characters`);
    this.name = 'TextTooLongError';
  }
}

export interface Line {
  readonly text: string;
  /** False for a last line that no newline ended. */
  readonly terminated: boolean;
}

/**
 * Cuts a UTF-8 byte stream into lines, wherever the pieces of the stream begin and end; bytes that are not UTF-8
 * become U+FFFD. Throws TextTooLongError once a line passes `limitChars` UTF-16 units.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  limitChars: number,
): AsyncGenerator<Line, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of bytes) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (text.length > limitChars) throw new TextTooLongError(limitChars);
      yield { text, terminated: true };
    }
    if (rest.length > limitChars) throw new TextTooLongError(limitChars);
  }
  rest += decoder.decode();
  if (rest !== '') yield { text: rest, terminated: false };
}

/** The whole stream as text. Throws TextTooLongError past `limitChars`. */
export async function readText(bytes: AsyncIterable<Uint8Array>, limitChars: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of bytes) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > limitChars) throw new TextTooLongError(limitChars);
  }
  return text + decoder.decode();
}

/** The beginning of the stream, at most `limitChars`; what follows is not read. */
export async function readBeginning(bytes: AsyncIterable<Uint8Array>, limitChars: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of bytes) {
    text += decoder.decode(piece, { stream: true });
    if (text.length >= limitChars) break;
  }
  return text.slice(0, limitChars);
}
