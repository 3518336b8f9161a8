/** A second look at the name: the same network over shifted and louder or softer copies, which a chance hit does not survive. */
import { wakeWindow } from './sound-marks.ts';
import { type WakeModel, wakeHistory } from './wake-detector.ts';

/** Where the 80 ms windows fall is chance: other places, in samples. */
const shifts = [160, 480, 800, 1_120];
/** Half and double the amplitude. */
const gains = [0.5, 2];
/** The name is at its clearest within this time before its wake, or just after. */
const lookedAtWindows = 6;
const afterWindows = 2;

/** How much sound before the wake the vote hears, and after it if it is there. */
export const voteSamples = {
  before: wakeHistory + (lookedAtWindows + 1) * wakeWindow,
  after: afterWindows * wakeWindow,
};

/**
 * @param sound what was heard around the wake: `voteSamples` before and after it.
 * @returns the mean of the best scores of all copies, 0 to 1.
 */
export async function voteOnWake(model: WakeModel, sound: Int16Array): Promise<number> {
  const copies = [
    ...shifts.map(shift => sound.subarray(shift)),
    ...gains.map(gain => amplified(sound, gain)),
  ];
  let sum = 0;
  for (const copy of copies) sum += await bestScore(model, copy);
  return sum / copies.length;
}

async function bestScore(model: WakeModel, sound: Int16Array): Promise<number> {
  const detector = model();
  const lookedAtFrom = sound.length - (lookedAtWindows + afterWindows) * wakeWindow;
  let best = 0;
  for (let end = wakeWindow; end <= sound.length; end += wakeWindow) {
    const { score } = await detector.next(sound.subarray(end - wakeWindow, end));
    if (end > lookedAtFrom) best = Math.max(best, score);
  }
  return best;
}

const amplified = (sound: Int16Array, gain: number): Int16Array =>
  sound.map(sample => Math.max(-32_768, Math.min(32_767, Math.round(sample * gain))));
