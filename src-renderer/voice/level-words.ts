/** How loud a microphone is, in decibels below full scale and in one word. */

export type LevelWord = 'none' | 'low' | 'good' | 'high';

const quietestDb = -100;
/** Speech at a good distance lies between these, as root mean square of 40 ms. */
const [heardDb, goodDb, loudDb] = [-58, -40, -9];

/** @param level root mean square, 0 to 1. */
export const decibels = (level: number): number =>
  Math.max(quietestDb, Math.round(20 * Math.log10(Math.max(level, 1e-5))));

export function levelWord(db: number): LevelWord {
  if (db < heardDb) return 'none';
  if (db < goodDb) return 'low';
  return db <= loudDb ? 'good' : 'high';
}
