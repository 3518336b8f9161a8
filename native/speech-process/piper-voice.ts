/** Text to speech with a voice of sherpa-onnx (Piper, Kokoro), every call that would end the process guarded. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type sherpa from 'sherpa-onnx-node';
import type { Language } from '../../src-main/domain/language.ts';
import { RequestFailure } from '../frames.ts';
import { toPcm16 } from './pcm.ts';
import { type FoundVoice, findVoice } from './voice-engines.ts';

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

/**
 * Throws `speech.model-incomplete` or `speech.engine-failed`; speaking a language without dictionary does as well.
 * @param languages whose dictionaries are looked for at once.
 */
export async function loadPiperVoice(dir: string, ...languages: readonly Language[]): Promise<Voice> {
  const found = await findVoice(dir);
  loadedDataDir ??= found.espeakDataDir;
  const dataDir = loadedDataDir;
  for (const language of languages) await requireDictionary(dataDir, language);
  const tts = await create(found);
  return {
    async say(words, onSound, signal) {
      signal.throwIfAborted();
      await requireDictionary(dataDir, words.language);
      await generate({ tts, found }, words, onSound, signal);
      signal.throwIfAborted();
    },
  };
}

async function create({ engine: name, model }: FoundVoice): Promise<sherpa.OfflineTts> {
  const { default: engine } = await import('sherpa-onnx-node');
  try {
    return await engine.OfflineTts.createAsync({
      model: { ...model, numThreads: 1, provider: 'cpu', debug: 0 },
      maxNumSentences: 1,
    });
  } catch (error) {
    throw new RequestFailure('speech.engine-failed', { detail: name }, error);
  }
}

async function generate(
  { tts, found }: { tts: sherpa.OfflineTts; found: FoundVoice },
  { text, rate, language }: { text: string; rate: number; language: Language },
  onSound: (sound: SpokenSound) => void,
  signal: AbortSignal,
): Promise<void> {
  const { default: engine } = await import('sherpa-onnx-node');
  const manner = found.manners[language];
  try {
    await tts.generateAsync({
      text,
      // A scale of 1 keeps the pauses between words; the engine's default shrinks them to a fifth.
      generationConfig: new engine.GenerationConfig({
        ...{ sid: manner.speaker, speed: rate, silenceScale: 1 },
        ...(manner.language !== undefined && { extra: { lang: manner.language } }),
      }),
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
    throw new RequestFailure('speech.engine-failed', { detail: found.engine }, error);
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
