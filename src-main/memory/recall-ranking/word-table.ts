/**
 * The words that memories hold, numbered, with their vectors. Small copies of the vectors are compared first, many at once:
 * only where those are near are the vectors themselves compared, so that what comes out is exact.
 */
import { createDotProducts, type DotProducts } from '../../domain/dot-products.ts';
import { indexTerm } from '../../domain/index-terms.ts';

/** Words that are farther apart than this have nothing to do with each other. */
export const leastLikeness = 0.3;
const pageBytes = 65_536;
/** Rows are as long as the program takes them. */
const rowStep = 16;
const largestOfRow = 127;
const largestOfQuery = 2047;
const firstRoom = 1024;

/** The words of all candidates of a question, numbered from 0. */
export interface Vocabulary {
  readonly size: number;
  /** The numbers of each candidate's words. */
  readonly of: readonly Uint16Array[];
  /** As the index has it. */
  readonly termOf: (number: number) => string;
  /** Of each candidate, how like its likest word is to this one; 0 where none is more like than `leastLikeness`. */
  readonly likestTo: (word: string) => Float64Array;
}

export class WordTable {
  readonly #dimensions: number;
  readonly #row: number;
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #terms: (string | undefined)[] = [];
  #vectors: Float32Array;
  /** Each vector's greatest number; its small copy, whose greatest is 127. */
  #peaks = new Float64Array(firstRoom);
  #small: Int8Array;
  /** One more than a word's number within the vocabulary that is being made; all 0 again once it is. */
  #within = new Uint32Array(0);
  #program: DotProducts | undefined;
  /** Whose small copies stand in the program's memory. */
  #copied: Uint32Array | undefined;

  /** 0 dimensions: the words are numbered, and none is like another. */
  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#row = Math.ceil(dimensions / rowStep) * rowStep;
    this.#vectors = new Float32Array(firstRoom * dimensions);
    this.#small = new Int8Array(firstRoom * this.#row);
  }

  get size(): number {
    return this.#words.length;
  }

  has(word: string): boolean {
    return this.#numbers.has(word);
  }

  /** Of words that were added. */
  numbersOf(words: readonly string[]): Uint32Array {
    return Uint32Array.from(words, word => this.#numbers.get(word) as number);
  }

  /** `vector`: of length 1, or zeros. A word that is known stays as it is. */
  add(word: string, vector?: Float32Array): void {
    if (this.#numbers.has(word)) return;
    const number = this.#words.length;
    if (number === this.#peaks.length) this.#grow();
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#terms.push(undefined);
    if (vector === undefined || this.#dimensions === 0) return;
    this.#vectors.set(vector, number * this.#dimensions);
    const peak = peakOf(vector);
    this.#peaks[number] = peak;
    const factor = peak > 0 ? largestOfRow / peak : 0;
    for (let at = 0; at < vector.length; at += 1)
      this.#small[number * this.#row + at] = Math.round((vector[at] as number) * factor);
  }

  /** `candidates`: the numbers of each one's words. */
  vocabularyOf(candidates: readonly Uint32Array[]): Vocabulary {
    if (this.#within.length < this.size) this.#within = new Uint32Array(this.#peaks.length);
    const within = this.#within;
    const numbers: number[] = [];
    const of = candidates.map(words => {
      const own = new Uint16Array(words.length);
      for (let at = 0; at < own.length; at += 1) {
        const number = words[at] as number;
        if (within[number] === 0) within[number] = numbers.push(number);
        own[at] = (within[number] as number) - 1;
      }
      return own;
    });
    for (const number of numbers) within[number] = 0;
    const rows = Uint32Array.from(numbers);
    return {
      size: rows.length,
      of,
      termOf: number => this.#termOf(rows[number] as number),
      likestTo: word => this.#likest(word, rows, of),
    };
  }

  #termOf(number: number): string {
    const known = this.#terms[number];
    if (known !== undefined) return known;
    const made = indexTerm(this.#words[number] as string);
    this.#terms[number] = made;
    return made;
  }

  #likest(word: string, numbers: Uint32Array, candidates: readonly Uint16Array[]): Float64Array {
    const likest = new Float64Array(candidates.length);
    const asked = this.#numbers.get(word);
    const peak = asked === undefined ? 0 : (this.#peaks[asked] as number);
    if (asked === undefined || peak === 0 || numbers.length === 0) return likest;
    const own = this.#vectors.subarray(asked * this.#dimensions, (asked + 1) * this.#dimensions);
    const most = this.#mostLike(this.#smallProducts(own, peak, numbers), peak, numbers);
    /** Made where they may matter. */
    const exact = new Float64Array(numbers.length).fill(Number.NaN);
    const exactOf = (at: number): number => {
      const known = exact[at] as number;
      if (!Number.isNaN(known)) return known;
      const made = cosineAt(own, this.#vectors, (numbers[at] as number) * this.#dimensions);
      exact[at] = made;
      return made;
    };
    for (let index = 0; index < likest.length; index += 1)
      likest[index] = greatest(candidates[index] as Uint16Array, most, exactOf);
    return likest;
  }

  /** What each cosine cannot be above, by the small copies. */
  #mostLike(sums: Int32Array, peak: number, numbers: Uint32Array): Float64Array {
    /** By how much rounding moves a product of two vectors of length 1, for a greatest number of 1; with some room. */
    const reach = 1.05 * Math.sqrt(this.#dimensions);
    const ofQuery = (reach * peak) / (2 * largestOfQuery);
    const most = new Float64Array(numbers.length);
    for (let at = 0; at < most.length; at += 1) {
      const its = this.#peaks[numbers[at] as number] as number;
      const about = ((sums[at] as number) * peak * its) / (largestOfQuery * largestOfRow);
      most[at] = about + ofQuery + (reach * its) / (2 * largestOfRow);
    }
    return most;
  }

  #smallProducts(query: Float32Array, peak: number, numbers: Uint32Array): Int32Array {
    const row = this.#row;
    const resultsAt = 2 * row;
    const rowsAt = resultsAt + rowStep * Math.ceil(numbers.length / 4);
    const { memory, dotRows } = this.#roomFor(rowsAt + numbers.length * row);
    const words = new Int16Array(memory.buffer, 0, row);
    words.fill(0);
    for (let at = 0; at < query.length; at += 1)
      words[at] = Math.round(((query[at] as number) / peak) * largestOfQuery);
    if (this.#copied !== numbers) {
      this.#copyRows(numbers, new Int32Array(memory.buffer, rowsAt, (numbers.length * row) / 4));
      this.#copied = numbers;
    }
    dotRows(0, rowsAt, rowsAt + numbers.length * row, resultsAt, 2 * row);
    return new Int32Array(memory.buffer, resultsAt, numbers.length);
  }

  #copyRows(numbers: Uint32Array, target: Int32Array): void {
    const source = new Int32Array(this.#small.buffer);
    const width = this.#row / 4;
    let to = 0;
    for (let at = 0; at < numbers.length; at += 1) {
      const from = (numbers[at] as number) * width;
      for (let step = 0; step < width; step += 1) target[to++] = source[from + step] as number;
    }
  }

  #roomFor(bytes: number): DotProducts {
    this.#program ??= createDotProducts(Math.ceil(bytes / pageBytes));
    const missing = bytes - this.#program.memory.buffer.byteLength;
    if (missing > 0) this.#program.memory.grow(Math.ceil(missing / pageBytes));
    return this.#program;
  }

  #grow(): void {
    const room = 2 * this.#peaks.length;
    const [vectors, peaks, small] = [this.#vectors, this.#peaks, this.#small];
    this.#vectors = new Float32Array(room * this.#dimensions);
    this.#vectors.set(vectors);
    this.#peaks = new Float64Array(room);
    this.#peaks.set(peaks);
    this.#small = new Int8Array(room * this.#row);
    this.#small.set(small);
  }
}

/** The likeliest first: what cannot be above it then needs no closer look. */
function greatest(numbers: Uint16Array, most: Float64Array, exactOf: (at: number) => number): number {
  let likeliest = -1;
  let bound = leastLikeness;
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number;
    if ((most[number] as number) <= bound) continue;
    bound = most[number] as number;
    likeliest = number;
  }
  if (likeliest < 0) return 0;
  let best = exactOf(likeliest);
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number;
    if ((most[number] as number) > best) best = Math.max(best, exactOf(number));
  }
  return best > leastLikeness ? best : 0;
}

function peakOf(vector: Float32Array): number {
  let peak = 0;
  for (const value of vector) peak = Math.max(peak, Math.abs(value));
  return peak;
}

/** Four sums that do not wait for each other are three times as quick as one. */
function cosineAt(one: Float32Array, others: Float32Array, from: number): number {
  const whole = one.length - (one.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < whole; at += 4) {
    a += (one[at] as number) * (others[from + at] as number);
    b += (one[at + 1] as number) * (others[from + at + 1] as number);
    c += (one[at + 2] as number) * (others[from + at + 2] as number);
    d += (one[at + 3] as number) * (others[from + at + 3] as number);
  }
  for (let at = whole; at < one.length; at += 1) a += (one[at] as number) * (others[from + at] as number);
  return a + b + c + d;
}
