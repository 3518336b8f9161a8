/** Adds a streamed piece to an answer by its offset, so that a repeated piece has no second effect. */

/**
 * @param text what is known of the answer
 * @param offset where `piece` begins in the answer, in UTF-16 units
 * @returns the longer text, the same text for a repeated piece, undefined when something between is missing
 */
export function applyDelta(text: string, offset: number, piece: string): string | undefined {
  if (offset > text.length) return undefined;
  const known = text.length - offset;
  return known >= piece.length ? text : text + piece.slice(known);
}
