/** Whether a speaker has finished, heard from the voice itself: Smart Turn v3, over the last 8 s. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RequestFailure } from '../frames.ts';
import { loadNetwork, numbersOf } from './network.ts';
import { logMelOf } from './whisper-features.ts';

/** What the network hears at once. */
export const endingSeconds = 8;

/** Takes what was said, at 16 kHz, up to now; returns the probability that it is all. Throws `speech.engine-failed`. */
export type EndingModel = (samples: Int16Array) => Promise<number>;

/** Throws `speech.model-incomplete`. */
export async function loadEndingModel(dir: string): Promise<EndingModel> {
  const network = await loadNetwork(await modelFile(dir));
  return async samples => {
    const { values, shape } = logMelOf(samples, endingSeconds);
    const outputs = await network.run({ input_features: network.floats(values, shape) });
    // The sigmoid is a part of the graph, whatever its output is called.
    const [probability] = numbersOf(outputs, 'logits');
    if (probability === undefined || !(probability >= 0 && probability <= 1))
      throw new RequestFailure('speech.engine-failed', { detail: 'smart-turn' });
    return probability;
  };
}

async function modelFile(dir: string): Promise<string> {
  const names = await readdir(dir).catch((error: unknown) => {
    throw new RequestFailure('speech.model-incomplete', { detail: dir }, error);
  });
  const name = names.sort().find(each => /^smart-turn.*\.onnx$/.test(each));
  if (name === undefined)
    throw new RequestFailure('speech.model-incomplete', { detail: `${basename(dir)}: smart-turn*.onnx` });
  return join(dir, name);
}
