/** How sure the name was just said, 80 ms by 80 ms: the streaming network `jarvis-own`. */
import { loadNetwork, type Network, numbersOf } from './network.ts';
import { wakeWindow } from './sound-marks.ts';

const stateSize = 11_392;
/** All that a score depends on: 76 frames of 10 ms and 16 steps of 80 ms, rounded up. */
export const wakeHistory = 26 * wakeWindow;
export interface WakeDetector {
  /** Of 1,280 samples that follow those of the call before. */
  next(samples: Int16Array): Promise<WakeStep>;
}

export interface WakeStep {
  /** That the name was just said, 0 to 1. */
  readonly score: number;
  /** 96 numbers that describe the last three quarters of a second. */
  readonly embedding: Float32Array;
}

/** A detector that begins as if silence had gone before. */
export type WakeModel = () => WakeDetector;

/** Loads the model once. Throws `speech.model-incomplete`. */
export async function loadWakeModel(path: string): Promise<WakeModel> {
  const network = await loadNetwork(path);
  // The name may be the first thing in a stream, and a score is of no worth before a whole history went by.
  let silence: Float32Array = new Float32Array(stateSize);
  const zeros = new Int16Array(wakeWindow);
  for (let i = 0; i < wakeHistory / wakeWindow; i++) silence = (await step(network, silence, zeros)).state;
  return () => {
    let state = silence;
    return {
      async next(samples) {
        const { state: next, ...heard } = await step(network, state, samples);
        state = next;
        return heard;
      },
    };
  };
}

async function step(network: Network, state: Float32Array, samples: Int16Array) {
  // The model wants the range of 16-bit integers, not -1 to 1.
  const outputs = await network.run({
    pcm: network.floats(new Float32Array(samples), [1, wakeWindow]),
    state: network.floats(state, [1, stateSize]),
  });
  return {
    score: numbersOf(outputs, 'score')[0] ?? 0,
    state: numbersOf(outputs, 'next_state'),
    embedding: numbersOf(outputs, 'embedding'),
  };
}
