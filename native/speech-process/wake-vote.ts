/** A second look at the name: the same network over copies of the sound whose windows lie elsewhere. */
import { wakeWindow } from './sound-marks.ts';
import { type WakeModel, wakeHistory } from './wake-detector.ts';

/** Where the 80 ms windows fall is chance, and so is a part of each score: eight places, 10 ms apart. */
const phases = 8;
const phaseSamples = wakeWindow / phases;
/** The name is at its clearest within this time before its wake, or just after. */
const lookedAtWindows = 6;
const afterWindows = 2;

/** How much sound around the wake the vote hears. */
export const voteSamples = {
  before: wakeHistory + (lookedAtWindows + 1) * wakeWindow,
  after: afterWindows * wakeWindow,
};

/**
 * @param sound what was heard around the wake: `voteSamples` before and after it.
 * @returns the median of the best scores of all copies, 0 to 1.
 */
export async function voteOnWake(model: WakeModel, sound: Int16Array): Promise<number> {
  const scores: number[] = [];
  for (let phase = 0; phase < phases; phase++)
    scores.push(await bestScore(model, sound.subarray(phase * phaseSamples)));
  scores.sort((x, y) => x - y);
  return ((scores[phases / 2 - 1] ?? 0) + (scores[phases / 2] ?? 0)) / 2;
}

async function bestScore(model: WakeModel, sound: Int16Array): Promise<number> {
  const detector = model();
  const lookedAtFrom = sound.length - (lookedAtWindows + afterWindows + 1) * wakeWindow;
  let best = 0;
  for (let end = wakeWindow; end <= sound.length; end += wakeWindow) {
    const { score } = await detector.next(sound.subarray(end - wakeWindow, end));
    if (end > lookedAtFrom) best = Math.max(best, score);
  }
  return best;
}
