/** Requests about microphone streams: new sound comes in, marks go back; words are made of what is there already. */
import { RequestFailure, type RequestHandler } from '../frames.ts';
import type { ActivityModel } from './activity-detector.ts';
import { activityModelPath, wakeModelPath } from './built-in-models.ts';
import { createHeardStream, type HeardStream } from './heard-stream.ts';
import type { LiveModel } from './live-words.ts';
import type { ModelCache } from './model-cache.ts';
import type { SpeechRecognizer } from './recognizer.ts';
import {
  readEndingQuestion,
  readRecognition,
  readStreamName,
  readStreamPush,
  readStreamRange,
  readWakeQuestion,
  type StreamPush,
} from './requests.ts';
import { activityWindow, encodeMarks, streamSampleRateHz } from './sound-marks.ts';
import type { TimeLimit } from './time-limit.ts';
import { type EndingModel, endingSeconds } from './turn-ending.ts';
import type { WakeModel } from './wake-detector.ts';
import { voteOnWake, voteSamples } from './wake-vote.ts';
import { hearWake } from './wake-words.ts';

/** Far beyond what slow machines need. */
const loadLimitMs = 60_000;
const pushLimitMs = 30_000;
const wakeWordsLimitMs = 120_000;
const transcribeLimitMs = (samples: number): number => 60_000 + (samples / streamSampleRateHz) * 20_000;

/** More would be a fault of the core: each stream may hold 2 MB of sound. */
const maxStreams = 32;

export type StreamMethod =
  | 'streamPush'
  | 'streamTranscribe'
  | 'streamEnding'
  | 'streamConfirmWake'
  | 'streamClose';

export interface StreamHandlerOptions {
  readonly recognizers: ModelCache<SpeechRecognizer>;
  readonly activityModels: ModelCache<ActivityModel>;
  readonly wakeModels: ModelCache<WakeModel>;
  readonly endingModels: ModelCache<EndingModel>;
  readonly liveModels: ModelCache<LiveModel>;
  readonly within: TimeLimit;
}

/**
 * `streamPush` → marks, or `{isStale}` when the sound does not follow what is here: the core then sends all it has.
 * `streamTranscribe` → a transcript, or `{isStale}`; `streamConfirmWake` likewise a score, and what
 * was heard where the score alone does not decide. `streamEnding` the probability that all was said. `streamClose` forgets a stream.
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

  /** A fault of what only shows words early must not keep marks back: it is told beside them. */
  async function liveResult(stream: HeardStream, live: { from: number; modelDir: string }) {
    try {
      const model = await options.within(options.liveModels.get(live.modelDir), loadLimitMs);
      const partial = await options.within(stream.liveWords(model, live.from), pushLimitMs);
      return partial === undefined ? undefined : { partial };
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      return { partialFault: { code: error.code, params: error.params } };
    }
  }

  return {
    async streamPush(request) {
      const push = readStreamPush(request);
      const stream = push.isFresh ? opened(streams, push) : streams.get(push.stream);
      if (stream?.sound.end !== push.at) return { result: { isStale: true } };
      stream.sound.push(push.samples);
      const marks = await options.within(marksOf(stream, push), loadLimitMs + pushLimitMs);
      const result = push.live && (await liveResult(stream, push.live));
      return { payload: encodeMarks(marks), ...(result && { result }) };
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

    async streamEnding(request) {
      const { stream: name, from, to, modelDir } = readEndingQuestion(request);
      const stream = streams.get(name);
      if (!stream || stream.sound.end < to) return { result: { isStale: true } };
      const model = await options.within(options.endingModels.get(modelDir), loadLimitMs);
      const samples = stream.sound.copy(Math.max(from, to - endingSeconds * streamSampleRateHz), to);
      return { result: { probability: await options.within(model(samples), pushLimitMs) } };
    },

    async streamConfirmWake(request, { signal }) {
      const wake = readWakeQuestion(request);
      const stream = streams.get(wake.stream);
      if (!stream || stream.sound.end < wake.at) return { result: { isStale: true } };
      const around = stream.sound.copy(wake.at - voteSamples.before, wake.at + voteSamples.after);
      const model = await options.within(options.wakeModels.get(wakeModelPath), loadLimitMs);
      const score = await options.within(voteOnWake(model, around), pushLimitMs);
      const { modelDir } = wake;
      if (modelDir === undefined || score < wake.hopelessBelow || score > wake.sureAbove)
        return { result: { score } };
      const recognizer = await options.within(options.recognizers.get(modelDir), loadLimitMs);
      const activityModel = await options.within(options.activityModels.get(activityModelPath), loadLimitMs);
      const heard = hearWake({ recognizer, activityModel }, stream.sound, wake, score, signal);
      return { result: { score, hearings: await options.within(heard, wakeWordsLimitMs) } };
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
