/** Cuts long sound where it is quietest, because the recogniser drops in silence what lies beyond 29.5 s. */
import { rms } from './pcm.ts';

/** One second of silence is appended to each piece, and 29 s stay under the engine's 29.5 s. */
export const maxPieceSeconds = 28;
const stepSeconds = 0.05;
const quietSeconds = 0.2;

/** @returns views of `samples`, in order, together the whole, none longer than 28 s. */
export function splitAtQuietPlaces(samples: Int16Array, sampleRateHz: number): Int16Array[] {
  const longest = Math.floor(maxPieceSeconds * sampleRateHz);
  const pieces: Int16Array[] = [];
  let from = 0;
  while (samples.length - from > longest) {
    const cut = quietestPlace(samples, from + Math.floor(longest / 2), from + longest, sampleRateHz);
    pieces.push(samples.subarray(from, cut));
    from = cut;
  }
  if (from < samples.length) pieces.push(samples.subarray(from));
  return pieces;
}

/** The middle of the quietest 200 ms between two places; the latest of equals, so that pieces stay long. */
function quietestPlace(samples: Int16Array, from: number, to: number, sampleRateHz: number): number {
  const width = Math.max(1, Math.floor(quietSeconds * sampleRateHz));
  const step = Math.max(1, Math.floor(stepSeconds * sampleRateHz));
  let best = to;
  let bestLevel = Number.POSITIVE_INFINITY;
  for (let start = from; start + width <= to; start += step) {
    const level = rms(samples, start, start + width);
    if (level <= bestLevel) {
      bestLevel = level;
      best = start + Math.floor(width / 2);
    }
  }
  return best;
}
