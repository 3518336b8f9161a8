/** Reads standard input: whole, or line by line. */
import { fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { JarvisError } from '../../domain/errors.ts';
import type { CliTerminal } from './terminal.ts';

/** Whether a pipe or a file is there to be read; a socket left open by another program is not waited for. */
export function hasPipedInput({ stdin }: CliTerminal): boolean {
  if (stdin.isTTY || stdin.fd === undefined) return false;
  try {
    const input = fstatSync(stdin.fd);
    return input.isFIFO() || input.isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EBADF') return false;
    throw error;
  }
}

/** Throws `input.too-long` beyond `limit` UTF-16 units. */
export async function readInput({ stdin }: CliTerminal, limit: number): Promise<string> {
  stdin.setEncoding('utf8');
  let text = '';
  for await (const piece of stdin) {
    text += String(piece);
    if (text.length > limit) throw new JarvisError('input.too-long', { length: text.length, limit });
  }
  return text;
}

export function inputLines({ stdin }: CliTerminal): AsyncIterable<string> {
  return createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
}
