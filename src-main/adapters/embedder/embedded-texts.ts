/** What embedders that ask somebody else have in common: many texts in parts, and texts that say nothing. */

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether there is anything that a vector could stand for. */
export const hasWords = (text: string | undefined): boolean => text !== undefined && letterOrDigit.test(text);

/** In order; `embed` gets at most `atOnce` texts at a time. Throws the signal's reason between two of them. */
export async function oneByOneVectors(
  texts: readonly string[],
  atOnce: number,
  signal: AbortSignal | undefined,
  embed: (part: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<readonly Float32Array[]> {
  signal?.throwIfAborted();
  const vectors: Float32Array[] = [];
  for (let from = 0; from < texts.length; from += atOnce) {
    vectors.push(...(await embed(texts.slice(from, from + atOnce))));
    signal?.throwIfAborted();
  }
  return vectors;
}
