/** Words while they are said: a streaming recogniser that takes sound as it comes. */
import { RequestFailure } from '../frames.ts';
import { findRecognizer } from './model-folders.ts';
import { toFloat } from './pcm.ts';
import { configuration } from './sherpa-decoder.ts';
import { streamSampleRateHz } from './sound-marks.ts';

/** Between so many steps other requests have their turn. */
const stepsAtOnce = 2;

/** Takes samples at 16 kHz that follow those of the call before; returns all words so far. */
export type LiveWords = (samples: Int16Array) => Promise<string>;

/** A recogniser that has heard nothing yet. */
export type LiveModel = () => LiveWords;

/** Loads the model once. Throws `speech.model-incomplete`, also for a recogniser that needs all sound at once. */
export async function loadLiveModel(dir: string): Promise<LiveModel> {
  const found = await findRecognizer(dir);
  const { engine: name } = found.row;
  if (!found.row.isStreaming) throw new RequestFailure('speech.model-incomplete', { detail: name });
  const { default: engine } = await import('sherpa-onnx-node');
  const recognizer = orFailure(name, () => new engine.OnlineRecognizer(configuration(found, '')));
  return () => {
    const stream = recognizer.createStream();
    return async samples => {
      // No samples at all end the process.
      if (samples.length > 0)
        stream.acceptWaveform({ samples: toFloat(samples), sampleRate: streamSampleRateHz });
      for (let steps = 1; recognizer.isReady(stream); steps++) {
        orFailure(name, () => recognizer.decode(stream));
        if (steps % stepsAtOnce === 0) await new Promise(resolve => setImmediate(resolve));
      }
      return recognizer.getResult(stream).text.trim();
    };
  };
}

function orFailure<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new RequestFailure('speech.engine-failed', { detail: name }, error);
  }
}
