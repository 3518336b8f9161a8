/** Reads the two files of a static table: its rows of numbers, and the words that name them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JarvisError } from '../../domain/errors.ts';

export interface StaticTable {
  readonly dimensions: number;
  /** Rows that have a name; the n-grams' rows follow them. */
  readonly namedRows: number;
  readonly ngramRows: number;
  readonly shortestNgram: number;
  readonly longestNgram: number;
  /** One for each row. */
  readonly scales: Float32Array;
  /** Row by row. */
  readonly numbers: Int8Array;
  /** A word, or two with a space between them, to its row. */
  readonly rowOf: ReadonlyMap<string, number>;
}

const headerBytes = 32;

/** Throws JarvisError `model.weights-missing` where a file is not there or not whole. */
export async function readStaticTable(folder: string, model: string): Promise<StaticTable> {
  try {
    const [table, names] = await Promise.all([
      readFile(join(folder, 'table.bin')),
      readFile(join(folder, 'vocab.txt'), 'utf8'),
    ]);
    return parse(table, names);
  } catch (error) {
    throw new JarvisError('model.weights-missing', { model }, error);
  }
}

/** The numbers stay where they were read: views, no copies. Every machine that Jarvis runs on is little-endian. */
function parse(table: Buffer, names: string): StaticTable {
  if (table.toString('latin1', 0, 4) !== 'JSE1') throw new RangeError('not a static table');
  const [dimensions = 0, namedRows = 0, ngramRows = 0, shortestNgram = 0, longestNgram = 0] = [
    4, 8, 12, 16, 20,
  ].map(offset => table.readUInt32LE(offset));
  const rows = namedRows + ngramRows;
  if (ngramRows === 0 || table.length !== headerBytes + rows * (4 + dimensions)) {
    throw new RangeError('a static table of another length than its header says');
  }
  const aligned = table.byteOffset % 4 === 0 ? table : Buffer.from(new Uint8Array(table).buffer);
  const { buffer, byteOffset } = aligned;
  const rowOf = new Map<string, number>();
  for (const [row, name] of names.trimEnd().split('\n').entries()) rowOf.set(name, row);
  if (rowOf.size !== namedRows) throw new RangeError('a vocabulary of another length than its table');
  return {
    dimensions,
    namedRows,
    ngramRows,
    shortestNgram,
    longestNgram,
    scales: new Float32Array(buffer, byteOffset + headerBytes, rows),
    numbers: new Int8Array(buffer, byteOffset + headerBytes + 4 * rows, rows * dimensions),
    rowOf,
  };
}
