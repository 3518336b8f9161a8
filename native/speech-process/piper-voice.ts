/** Text to speech with a Piper-format voice in sherpa-onnx, every call that would end the process guarded. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type sherpa from 'sherpa-onnx-node';
import type { Language } from '../../src-main/domain/language.ts';
import { RequestFailure } from '../frames.ts';
import { findPiperFiles, type PiperFiles } from './model-folders.ts';
import { toPcm16 } from './pcm.ts';

export interface SpokenSound {
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
}

/** A loaded voice. `say` calls `onSound` as sound is made; after an abort it is not called again. */
export interface Voice {
  say(
    words: { text: string; language: Language; rate: number },
    onSound: (sound: SpokenSound) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** sherpa-onnx loads espeak-ng's data once for the whole process: the first voice's folder serves all later ones. */
let loadedDataDir: string | undefined;

/** Throws `speech.model-incomplete` or `speech.engine-failed`. */
export async function loadPiperVoice(dir: string, language: Language): Promise<Voice> {
  const files = await findPiperFiles(dir);
  loadedDataDir ??= files.espeakDataDir;
  await requireDictionary(loadedDataDir, language);
  const tts = await create(files);
  return {
    async say({ text, rate }, onSound, signal) {
      signal.throwIfAborted();
      await generate(tts, text, rate, onSound, signal);
      signal.throwIfAborted();
    },
  };
}

async function create(files: PiperFiles): Promise<sherpa.OfflineTts> {
  const { default: engine } = await import('sherpa-onnx-node');
  try {
    return await engine.OfflineTts.createAsync({
      model: {
        vits: {
          model: files.model,
          tokens: files.tokens,
          dataDir: files.espeakDataDir,
          // Piper's own values. To the engine a plain 0 means "not given".
          noiseScale: 0.667,
          noiseScaleW: 0.8,
          lengthScale: 1,
        },
        numThreads: 1,
        provider: 'cpu',
        debug: 0,
      },
      maxNumSentences: 1,
    });
  } catch (error) {
    throw new RequestFailure('speech.engine-failed', { detail: 'Piper' }, error);
  }
}

async function generate(
  tts: sherpa.OfflineTts,
  text: string,
  rate: number,
  onSound: (sound: SpokenSound) => void,
  signal: AbortSignal,
): Promise<void> {
  const { default: engine } = await import('sherpa-onnx-node');
  try {
    await tts.generateAsync({
      text,
      // A scale of 1 keeps the pauses between words; the engine's default shrinks them to a fifth.
      generationConfig: new engine.GenerationConfig({ sid: 0, speed: rate, silenceScale: 1 }),
      // Electron forbids buffers that lie outside its own memory.
      enableExternalBuffer: false,
      onProgress: ({ samples }) => {
        // After a stop the engine may make one or two more sentences; they are dropped here.
        if (signal.aborted) return 0;
        onSound({ samples: toPcm16(samples), sampleRateHz: tts.sampleRate });
        return 1;
      },
    });
  } catch (error) {
    throw new RequestFailure('speech.engine-failed', { detail: 'Piper' }, error);
  }
}

async function requireDictionary(dataDir: string, language: Language): Promise<void> {
  const path = join(dataDir, `${language}_dict`);
  try {
    await stat(path);
  } catch (error) {
    throw new RequestFailure('speech.model-incomplete', { detail: path }, error);
  }
}
