/** Vectors as they are stored: int8 for an exact comparison, one sign a number for a first one. */

const largest = 127;

/** Cosine does not depend on length: the largest number becomes 127, and no scale is kept. Zeros stay zeros. */
export function toInt8(vector: Float32Array): Int8Array {
  let peak = 0;
  for (const value of vector) peak = Math.max(peak, Math.abs(value));
  return peak > 0
    ? Int8Array.from(vector, value => Math.round((value / peak) * largest))
    : new Int8Array(vector.length);
}

/** Of length 1 again, or zeros. */
export function fromInt8(bytes: Uint8Array): Float32Array {
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let squares = 0;
  for (const value of numbers) squares += value * value;
  const length = Math.sqrt(squares);
  return length > 0 ? Float32Array.from(numbers, value => value / length) : new Float32Array(numbers.length);
}

export const asBytes = (numbers: Int8Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

export const signWords = (dimensions: number): number => Math.ceil(dimensions / 32);

/** Bit `j` of the words is set where number `j` is above zero. */
export function signsOf(vector: ArrayLike<number>): Uint32Array {
  const words = new Uint32Array(signWords(vector.length));
  for (let j = 0; j < vector.length; j += 1) {
    if ((vector[j] as number) > 0) words[j >>> 5] = ((words[j >>> 5] as number) | (1 << (j & 31))) >>> 0;
  }
  return words;
}
