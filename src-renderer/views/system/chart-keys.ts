/** Where a key leads along the points of a chart. */

/** @param at The point that is read now. @returns the next one, or undefined where the key leads nowhere. */
export function pointAfter(key: string, at: number | undefined, count: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  // Whoever begins wants to know how it stands now.
  const here = at === undefined ? undefined : Math.min(at, last);
  if (key === 'ArrowLeft') return here === undefined ? last : Math.max(0, here - 1);
  if (key === 'ArrowRight') return here === undefined ? last : Math.min(last, here + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}
