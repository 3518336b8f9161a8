/** Vectors as they are stored: int8, one after the other. */

const largest = 127;

/** Cosine does not depend on length: the largest number becomes 127, and no scale is kept. Zeros stay zeros. */
export function toInt8(vector: Float32Array): Int8Array {
  let peak = 0;
  for (const value of vector) peak = Math.max(peak, Math.abs(value));
  const numbers = new Int8Array(vector.length);
  const factor = peak > 0 ? largest / peak : 0;
  for (let j = 0; j < numbers.length; j += 1) numbers[j] = Math.round((vector[j] as number) * factor);
  return numbers;
}

/** Of length 1 again, or zeros. */
export function fromInt8(numbers: Int8Array): Float32Array {
  const factor = inverseLength(numbers);
  const vector = new Float32Array(numbers.length);
  for (let j = 0; j < vector.length; j += 1) vector[j] = (numbers[j] as number) * factor;
  return vector;
}

/** 0 for zeros, so that their cosine with anything is 0. */
export function inverseLength(numbers: Int8Array): number {
  let squares = 0;
  for (let j = 0; j < numbers.length; j += 1) squares += (numbers[j] as number) * (numbers[j] as number);
  return squares > 0 ? 1 / Math.sqrt(squares) : 0;
}

/** Several vectors of one length as one row of bytes. */
export function packInt8(vectors: readonly Float32Array[]): Uint8Array {
  const bytes = new Uint8Array(vectors.reduce((sum, vector) => sum + vector.length, 0));
  let from = 0;
  for (const vector of vectors) {
    bytes.set(new Uint8Array(toInt8(vector).buffer), from);
    from += vector.length;
  }
  return bytes;
}

export const asInt8 = (bytes: Uint8Array): Int8Array =>
  new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function unpackInt8(bytes: Uint8Array, dimensions: number): readonly Float32Array[] {
  const numbers = asInt8(bytes);
  return Array.from({ length: numbers.length / dimensions }, (_, part) =>
    fromInt8(numbers.subarray(part * dimensions, (part + 1) * dimensions)),
  );
}
