/** Speech or not, window by window: Silero VAD, which keeps a state and the end of the window before. */
import { loadNetwork, type Network, numbersOf } from './network.ts';
import { activityWindow, streamSampleRateHz } from './sound-marks.ts';

/** Samples of the window before that the model wants to see again. */
const contextSamples = 64;
const stateShape = [2, 1, 128] as const;
const stateSize = 256;

export interface ActivityDetector {
  /** Of 512 samples that follow those of the call before: probability of speech, 0 to 1. */
  next(window: Int16Array): Promise<number>;
  /** As before the first window. */
  reset(): void;
}

export type ActivityModel = () => ActivityDetector;

/** Loads the model once; each detector made of it has a state of its own. Throws `speech.model-incomplete`. */
export async function loadActivityModel(path: string): Promise<ActivityModel> {
  const network = await loadNetwork(path);
  const rate = network.whole(BigInt(streamSampleRateHz));
  return () => createDetector(network, rate);
}

function createDetector(network: Network, rate: ReturnType<Network['whole']>): ActivityDetector {
  const input = new Float32Array(contextSamples + activityWindow);
  let state: Float32Array = new Float32Array(stateSize);
  return {
    reset() {
      input.fill(0);
      state = new Float32Array(stateSize);
    },
    async next(window) {
      input.copyWithin(0, activityWindow);
      for (let i = 0; i < activityWindow; i++) input[contextSamples + i] = (window[i] ?? 0) / 32_768;
      const outputs = await network.run({
        input: network.floats(input, [1, input.length]),
        state: network.floats(state, stateShape),
        sr: rate,
      });
      state = numbersOf(outputs, 'stateN');
      return numbersOf(outputs, 'output')[0] ?? 0;
    },
  };
}
