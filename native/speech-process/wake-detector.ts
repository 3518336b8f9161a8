/** How sure the name was just said, 80 ms by 80 ms: the streaming network `jarvis-own`, resting while it is quiet. */
import { loadNetwork, type Network, numbersOf } from './network.ts';
import { rms } from './pcm.ts';
import { wakeWindow } from './sound-marks.ts';

const stateSize = 11_392;
/** All that a score depends on: 76 frames of 10 ms and 16 steps of 80 ms, rounded up. */
export const wakeHistory = 26 * wakeWindow;
/** -62 dB below full scale in every 20 ms: quieter than any training sound of the model. */
const quietRms = 26;
const levelSamples = 320;
/** The score of a name ebbs away within half a second of its end. */
const quietWindowsBeforeRest = 13;

export interface WakeDetector {
  /**
   * Of the 1,280 samples that end at `end`, which follow those of the call before.
   * `sound` gives any samples of the last seconds, for the way back from a rest.
   */
  next(end: number, sound: (from: number, to: number) => Int16Array): Promise<WakeStep>;
}

export interface WakeStep {
  readonly score: number;
  /** 96 numbers that describe this sound; absent while resting. */
  readonly embedding?: Float32Array;
}

/** A detector that begins anew; `rests: false` for one that never skips quiet windows. */
export type WakeModel = (options?: { readonly rests: boolean }) => WakeDetector;

/** Loads the model once. Throws `speech.model-incomplete`. */
export async function loadWakeModel(path: string): Promise<WakeModel> {
  const network = await loadNetwork(path);
  // A stream begins as if silence had gone before: the name may be the first thing in it.
  let silence: Float32Array = new Float32Array(stateSize);
  const zeros = new Int16Array(wakeWindow);
  for (let i = 0; i < wakeHistory / wakeWindow; i++) silence = (await step(network, silence, zeros)).state;
  return (options = { rests: true }) => createDetector(network, silence, options.rests);
}

function createDetector(network: Network, silence: Float32Array, rests: boolean): WakeDetector {
  let state = silence;
  let quietWindows = 0;

  async function advance(samples: Int16Array): Promise<WakeStep> {
    const { score, state: next, embedding } = await step(network, state, samples);
    state = next;
    return { score, embedding };
  }

  /** Exactly the state that unbroken listening would have: nothing older than this history counts. */
  async function catchUp(end: number, sound: (from: number, to: number) => Int16Array): Promise<void> {
    state = silence;
    const history = sound(end - wakeHistory, end - wakeWindow);
    const first = history.length % wakeWindow;
    for (let at = first; at < history.length; at += wakeWindow)
      await advance(history.subarray(at, at + wakeWindow));
  }

  return {
    async next(end, sound) {
      const samples = sound(end - wakeWindow, end);
      const wasResting = rests && quietWindows > quietWindowsBeforeRest;
      quietWindows = isQuiet(samples) ? quietWindows + 1 : 0;
      if (rests && quietWindows > quietWindowsBeforeRest) return { score: 0 };
      if (wasResting) await catchUp(end, sound);
      return advance(samples);
    },
  };
}

function isQuiet(samples: Int16Array): boolean {
  for (let at = 0; at < samples.length; at += levelSamples)
    if (rms(samples, at, Math.min(samples.length, at + levelSamples)) >= quietRms) return false;
  return true;
}

async function step(network: Network, state: Float32Array, samples: Int16Array) {
  // The model wants the range of 16-bit integers, not -1 to 1.
  const outputs = await network.run({
    pcm: network.floats(Float32Array.from(samples), [1, wakeWindow]),
    state: network.floats(state, [1, stateSize]),
  });
  return {
    score: numbersOf(outputs, 'score')[0] ?? 0,
    state: numbersOf(outputs, 'next_state'),
    embedding: numbersOf(outputs, 'embedding'),
  };
}
