/** What the speech process does: transcribe, speak and describe, with models loaded on first need and let go when idle. */
import type { RequestContext, RequestHandler } from '../frames.ts';
import { loadActivityModel } from './activity-detector.ts';
import { activityModelPath } from './built-in-models.ts';
import { cleanForEngine, cutForEngine } from './engine-text.ts';
import { loadEspeakVoice } from './espeak-voice.ts';
import { loadLiveModel } from './live-words.ts';
import { createModelCache } from './model-cache.ts';
import { findRecognizer } from './model-folders.ts';
import { loadPiperVoice, type SpokenSound, type Voice } from './piper-voice.ts';
import { loadRecognizer } from './recognizer.ts';
import { readDescribe, readSpeak, readTranscribe, type SpeakRequest } from './requests.ts';
import { createStreamHandlers, type StreamMethod } from './stream-handlers.ts';
import { createTimeLimit, type TimeLimit } from './time-limit.ts';
import { loadEndingModel } from './turn-ending.ts';
import { findVoice } from './voice-engines.ts';
import { loadWakeModel } from './wake-detector.ts';

export interface SpeechEngineOptions {
  /** Models unused for so long are let go. */
  readonly idleMs: number;
  /** Then they go after a tenth of it already. */
  readonly isMemoryShort: () => boolean;
  readonly after: (delayMs: number, action: () => void) => () => void;
  /** Gives the memory of released models back. */
  readonly onRelease: () => void;
  /** An engine does not return: the process is to end. */
  readonly onHang: () => void;
}

/** Far beyond what slow machines need. */
const loadLimitMs = 120_000;
const pieceLimitMs = 60_000;
const transcribeLimitMs = (seconds: number): number => 60_000 + seconds * 20_000;

/** Longest piece of sound sent at once, so that the first can be heard while the rest is on its way. */
const chunkSeconds = 0.5;

export function createSpeechHandlers(
  options: SpeechEngineOptions,
): Record<'transcribe' | 'speak' | 'describe' | StreamMethod, RequestHandler> {
  const within = createTimeLimit(options);
  const voices = createModelCache({ ...options, capacity: 3, load: loadVoice });
  const activityModels = createModelCache({ ...options, capacity: 1, load: loadActivityModel });
  const wakeModels = createModelCache({ ...options, capacity: 1, load: loadWakeModel });
  const recognizers = createModelCache({
    ...options,
    capacity: 1,
    load: dir => loadRecognizer(dir, () => activityModels.get(activityModelPath)),
  });

  return {
    ...createStreamHandlers({
      ...{ recognizers, activityModels, wakeModels, within },
      endingModels: createModelCache({ ...options, capacity: 1, load: loadEndingModel }),
      liveModels: createModelCache({ ...options, capacity: 1, load: loadLiveModel }),
    }),

    /** `{modelDir, sampleRateHz, languages?, hints?}` and PCM16 → `{text, language?, confidence?}`. */
    async transcribe(request, { signal }) {
      const { modelDir, ...sound } = readTranscribe(request);
      const recognizer = await within(recognizers.get(modelDir), loadLimitMs);
      const limitMs = transcribeLimitMs(sound.samples.length / Math.max(1, sound.sampleRateHz));
      return { result: await within(recognizer.transcribe(sound, signal), limitMs) };
    },

    /** `{text, language, rate, voiceDir?}` → events `{sampleRateHz}` with PCM16. */
    async speak(request, context) {
      const words = readSpeak(request);
      const voice = await within(voices.get(voiceKey(words)), loadLimitMs);
      await speakPieces(within, voice, words, context);
      return {};
    },

    /** `{modelDir?, voiceDirs}` → what the folder holds and what is loaded; throws `speech.model-incomplete` for a folder that is. */
    async describe(request) {
      const { modelDir, voiceDirs } = readDescribe(request);
      const recognizer = modelDir === undefined ? undefined : await findRecognizer(modelDir);
      const voiceEngines = await Promise.all(voiceDirs.map(async dir => (await findVoice(dir)).engine));
      const engine = recognizer && { engine: recognizer.row.engine };
      return {
        result: { ...engine, voiceEngines, recognizers: recognizers.loaded(), voices: voices.loaded() },
      };
    },
  };
}

/** Voices by their folder; espeak-ng by the empty one. One that speaks both languages is loaded once. */
const voiceKey = ({ voiceDir }: SpeakRequest): string => voiceDir ?? '';

const loadVoice = (dir: string): Promise<Voice> => (dir === '' ? loadEspeakVoice() : loadPiperVoice(dir));

async function speakPieces(
  within: TimeLimit,
  voice: Voice,
  words: SpeakRequest,
  context: RequestContext,
): Promise<void> {
  const { signal } = context;
  for (const text of cutForEngine(cleanForEngine(words.text, words.language))) {
    signal.throwIfAborted();
    const sent: Promise<void>[] = [];
    const said = voice.say({ ...words, text }, sound => sent.push(emitSound(sound, context)), signal);
    await within(said, pieceLimitMs);
    // The next piece is made only when this one is on its way: back-pressure reaches the engine.
    await Promise.all(sent);
  }
}

async function emitSound({ samples, sampleRateHz }: SpokenSound, { emit }: RequestContext): Promise<void> {
  const step = Math.round(sampleRateHz * chunkSeconds);
  const sent: Promise<void>[] = [];
  for (let from = 0; from < samples.length; from += step) {
    const chunk = samples.subarray(from, from + step);
    sent.push(emit({ sampleRateHz }, new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
  }
  await Promise.all(sent);
}
