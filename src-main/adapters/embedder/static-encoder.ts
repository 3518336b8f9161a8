/** A sentence as the sum of its words' rows in a table, as models/embedding/jarvis-static-fr-en/README.md defines it. */
import type { StaticTable } from './static-table-file.ts';

const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};
const ascii = /^[\x00-\x7f]*$/;
const asciiWord = /[a-z0-9]+/g;
const word = /[\p{L}\p{N}]+/gu;
const maxWordLength = 40;
const wordStart = 60;
const wordEnd = 62;

/** The words that the table is asked for. */
export function tableWords(text: string): readonly string[] {
  if (ascii.test(text)) return text.toLowerCase().match(asciiWord) ?? [];
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/g, letter => ligatures[letter] ?? letter);
  return folded.match(word) ?? [];
}

/** A vector of length 1, or zeros where the text has no letter and no digit. Sums are in double precision, in order. */
export function encodeSentence(table: StaticTable, text: string): Float32Array {
  const { dimensions, rowOf, scales } = table;
  const sum = new Float64Array(dimensions);
  let before: string | undefined;
  for (const current of tableWords(text)) {
    const row = rowOf.get(current);
    if (row === undefined) addNgrams(table, sum, current);
    else addRow(table, sum, row, scales[row] ?? 0);
    const pair = before === undefined ? undefined : rowOf.get(`${before} ${current}`);
    if (pair !== undefined) addRow(table, sum, pair, scales[pair] ?? 0);
    before = current;
  }
  return normalised(sum);
}

function addNgrams(table: StaticTable, sum: Float64Array, unknown: string): void {
  const rows = ngramRows(table, unknown);
  for (const row of rows) addRow(table, sum, row, (table.scales[row] ?? 0) / rows.length);
}

function addRow({ dimensions, numbers }: StaticTable, sum: Float64Array, row: number, factor: number): void {
  const from = row * dimensions;
  for (let j = 0; j < dimensions; j += 1) {
    sum[j] = (sum[j] as number) + factor * (numbers[from + j] as number);
  }
}

/** Of all runs of the shortest to the longest number of letters, and of the whole where it is longer than that. */
function ngramRows(
  { namedRows, ngramRows, shortestNgram, longestNgram }: StaticTable,
  unknown: string,
): number[] {
  const letters = Array.from(unknown, letter => letter.codePointAt(0) ?? 0).slice(0, maxWordLength);
  const points = [wordStart, ...letters, wordEnd];
  const rows: number[] = [];
  const add = (from: number, to: number) => rows.push(namedRows + (hash(points, from, to) % ngramRows));
  for (let length = shortestNgram; length <= longestNgram; length += 1) {
    for (let from = 0; from + length <= points.length; from += 1) add(from, from + length);
  }
  if (points.length > longestNgram) add(0, points.length);
  return rows;
}

/** FNV-1a, 32 bits, one step for each code point. */
function hash(points: readonly number[], from: number, to: number): number {
  let value = 2_166_136_261;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ (points[at] ?? 0), 16_777_619);
  return value >>> 0;
}

function normalised(sum: Float64Array): Float32Array {
  let squares = 0;
  for (const value of sum) squares += value * value;
  const length = Math.sqrt(squares);
  const vector = new Float32Array(sum.length);
  // A loop: `from` with a function takes ten times as long, and single words are asked for by the hundred.
  if (length > 0) for (let j = 0; j < vector.length; j += 1) vector[j] = (sum[j] as number) / length;
  return vector;
}
