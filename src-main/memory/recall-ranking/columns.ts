/** Columns of numbers, one for each candidate, and what is done to them. */

export type Column = Float64Array;

export const column = (length: number, value: (index: number) => number): Column => {
  const made = new Float64Array(length);
  for (let index = 0; index < length; index += 1) made[index] = value(index);
  return made;
};

/** Divided by its greatest: 1 for the best candidate; all 0 where none is above 0. */
export function toBest(values: Column): Column {
  let best = 0;
  for (const value of values) if (value > best) best = value;
  return best > 0 ? values.map(value => Math.max(0, value) / best) : new Float64Array(values.length);
}

export function dot(one: Float32Array | Float64Array, other: Float32Array | Float64Array): number {
  const length = Math.min(one.length, other.length);
  let sum = 0;
  for (let at = 0; at < length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

/** In place; a vector of zeros stays. */
export function normalise(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  if (length > 0) for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) / length;
  return vector;
}
