/** Requests about microphone streams: new sound comes in, marks go back; words are made of what is there already. */
import { RequestFailure, type RequestHandler } from '../frames.ts';
import type { ActivityModel } from './activity-detector.ts';
import { activityModelPath, wakeModelPath } from './built-in-models.ts';
import { createHeardStream, type HeardStream } from './heard-stream.ts';
import type { ModelCache } from './model-cache.ts';
import type { SpeechRecognizer } from './recognizer.ts';
import {
  readRecognition,
  readStreamName,
  readStreamPush,
  readStreamRange,
  readWakeQuestion,
  type StreamPush,
} from './requests.ts';
import { activityWindow, encodeMarks, streamSampleRateHz } from './sound-marks.ts';
import type { TimeLimit } from './time-limit.ts';
import type { WakeModel } from './wake-detector.ts';
import { voteOnWake, voteSamples } from './wake-vote.ts';

/** Far beyond what slow machines need. */
const loadLimitMs = 60_000;
const pushLimitMs = 30_000;
const transcribeLimitMs = (samples: number): number => 60_000 + (samples / streamSampleRateHz) * 20_000;

/** What the recogniser hears around a wake: the name, "hey" before it, and how the next word begins. */
const wordSamples = { before: 1.6 * streamSampleRateHz, after: 0.24 * streamSampleRateHz };

/** More would be a fault of the core: each stream may hold 2 MB of sound. */
const maxStreams = 32;

export type StreamMethod = 'streamPush' | 'streamTranscribe' | 'streamConfirmWake' | 'streamClose';

export interface StreamHandlerOptions {
  readonly recognizers: ModelCache<SpeechRecognizer>;
  readonly activityModels: ModelCache<ActivityModel>;
  readonly wakeModels: ModelCache<WakeModel>;
  readonly within: TimeLimit;
}

/**
 * `streamPush` → marks, or `{isStale}` when the sound does not follow what is here: the core then sends all it has.
 * `streamTranscribe` → a transcript, or `{isStale}`; `streamConfirmWake` likewise a score, and words where
 * the score alone does not decide. `streamClose` forgets a stream.
 */
export function createStreamHandlers(options: StreamHandlerOptions): Record<StreamMethod, RequestHandler> {
  const streams = new Map<string, HeardStream>();

  async function marksOf(stream: HeardStream, push: StreamPush) {
    const { activityFrom, wakeFrom } = push;
    const activity =
      activityFrom === undefined
        ? []
        : await stream.activity(await options.activityModels.get(activityModelPath), activityFrom);
    const wake =
      wakeFrom === undefined ? [] : await stream.wake(await options.wakeModels.get(wakeModelPath), wakeFrom);
    return { activity, wake };
  }

  return {
    async streamPush(request) {
      const push = readStreamPush(request);
      const stream = push.isFresh ? opened(streams, push) : streams.get(push.stream);
      if (stream?.sound.end !== push.at) return { result: { isStale: true } };
      stream.sound.push(push.samples);
      const marks = await options.within(marksOf(stream, push), loadLimitMs + pushLimitMs);
      return { payload: encodeMarks(marks) };
    },

    async streamTranscribe(request, { signal }) {
      const { stream: name, from, to } = readStreamRange(request);
      const stream = streams.get(name);
      if (!stream || stream.sound.end < to) return { result: { isStale: true } };
      const { modelDir, ...wanted } = readRecognition(request);
      const sound = { ...wanted, ...heardRange(stream, from, to), sampleRateHz: streamSampleRateHz };
      const recognizer = await options.within(options.recognizers.get(modelDir), loadLimitMs);
      const words = recognizer.transcribe(sound, signal);
      return { result: await options.within(words, transcribeLimitMs(sound.samples.length)) };
    },

    async streamConfirmWake(request, { signal }) {
      const wake = readWakeQuestion(request);
      const stream = streams.get(wake.stream);
      if (!stream || stream.sound.end < wake.at) return { result: { isStale: true } };
      const around = stream.sound.copy(wake.at - voteSamples.before, wake.at + voteSamples.after);
      const words = stream.sound.copy(wake.at - wordSamples.before, wake.at + wordSamples.after);
      const model = await options.within(options.wakeModels.get(wakeModelPath), loadLimitMs);
      const score = await options.within(voteOnWake(model, around), pushLimitMs);
      if (wake.modelDir === undefined || score < wake.hopelessBelow || score > wake.sureAbove)
        return { result: { score } };
      const recognizer = await options.within(options.recognizers.get(wake.modelDir), loadLimitMs);
      const sound = {
        samples: words,
        sampleRateHz: streamSampleRateHz,
        languages: wake.languages,
        hints: [],
      };
      const { text } = await options.within(
        recognizer.transcribe(sound, signal),
        transcribeLimitMs(words.length),
      );
      return { result: { score, text } };
    },

    async streamClose(request) {
      streams.delete(readStreamName(request));
      return {};
    },
  };
}

/** From the begin of a window, so that what is known of the windows fits; a minute at most. */
function heardRange(stream: HeardStream, from: number, to: number) {
  const begin = Math.floor(Math.max(from, stream.sound.start) / activityWindow) * activityWindow;
  const activity = stream.knownActivity(begin, to);
  return { samples: stream.sound.copy(begin, to), ...(activity && { activity }) };
}

function opened(streams: Map<string, HeardStream>, { stream: name, at }: StreamPush): HeardStream {
  if (streams.size >= maxStreams && !streams.has(name))
    throw new RequestFailure('speech.engine-failed', { detail: 'streams' });
  const stream = createHeardStream(at);
  streams.set(name, stream);
  return stream;
}
