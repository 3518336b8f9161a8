/** Reads what the core asks of the speech process; an engine is never called with what it would die of. */
import type { Language } from '../../src-main/domain/language.ts';
import { type ProgramRequest, RequestFailure } from '../frames.ts';

export interface TranscribeRequest extends Recognition {
  readonly sampleRateHz: number;
  readonly samples: Int16Array;
}

/** How a sound is to be recognised: the model's folder, and what is known of the speaker. */
export interface Recognition {
  readonly modelDir: string;
  /** The speaker's own; none: whatever the engine hears. */
  readonly languages: readonly Language[];
  /** Names that may occur. */
  readonly hints: readonly string[];
}

export interface SpeakRequest {
  readonly text: string;
  readonly language: Language;
  /** 0.5 to 2.0. */
  readonly rate: number;
  /** Folder of a Piper-format voice; absent: espeak-ng speaks. */
  readonly voiceDir?: string;
}

export interface DescribeRequest {
  readonly modelDir?: string;
  readonly voiceDirs: readonly string[];
}

/** Sound of a stream that is new to the process, and what to look for in it. */
export interface StreamPush {
  readonly stream: string;
  /** Position of the first sample of the payload. */
  readonly at: number;
  /** All that the core still has: what the process knows of the stream is replaced. */
  readonly isFresh: boolean;
  readonly samples: Int16Array;
  /** Begin of the first window wanted; absent: speech is not looked for. */
  readonly activityFrom?: number;
  /** The same for the name. */
  readonly wakeFrom?: number;
  /** Words are written down from here on, by the streaming recogniser in a folder. */
  readonly live?: { readonly from: number; readonly modelDir: string };
}

const maxTextLength = 20_000;

/** Throws `speech.bad-audio` for half a sample, `speech.engine-failed` for a request that makes no sense. */
export function readTranscribe(request: ProgramRequest): TranscribeRequest {
  const { params, payload } = request;
  const fields = asFields(params);
  if (payload.byteLength % 2 !== 0) throw new RequestFailure('speech.bad-audio', { detail: '16 bit' });
  return {
    ...readRecognition(request),
    sampleRateHz: number(fields, 'sampleRateHz'),
    // Frames hand over payloads at offset 0 of their own buffer.
    samples: new Int16Array(payload.buffer, payload.byteOffset, payload.byteLength / 2),
  };
}

/** Throws `speech.engine-failed` for a request that makes no sense. */
export function readStreamPush({ params, payload }: ProgramRequest): StreamPush {
  const fields = asFields(params);
  if (payload.byteLength % 2 !== 0) throw unreadable('payload');
  return {
    stream: text(fields, 'stream'),
    at: number(fields, 'at'),
    isFresh: fields.isFresh === true,
    samples: new Int16Array(payload.buffer, payload.byteOffset, payload.byteLength / 2),
    ...(fields.activityFrom !== undefined && { activityFrom: number(fields, 'activityFrom') }),
    ...(fields.wakeFrom !== undefined && { wakeFrom: number(fields, 'wakeFrom') }),
    ...(fields.liveFrom !== undefined && {
      live: { from: number(fields, 'liveFrom'), modelDir: text(fields, 'liveDir') },
    }),
  };
}

export interface StreamRange {
  readonly stream: string;
  readonly from: number;
  readonly to: number;
}

export function readStreamRange({ params }: ProgramRequest): StreamRange {
  const fields = asFields(params);
  return { stream: text(fields, 'stream'), from: number(fields, 'from'), to: number(fields, 'to') };
}

export interface EndingQuestion extends StreamRange {
  readonly modelDir: string;
}

export function readEndingQuestion(request: ProgramRequest): EndingQuestion {
  return { ...readStreamRange(request), modelDir: text(asFields(request.params), 'modelDir') };
}

export interface WakeQuestion {
  readonly stream: string;
  readonly at: number;
  /** Scores between these two are looked into by the recogniser, if there is one. */
  readonly hopelessBelow: number;
  readonly sureAbove: number;
  /** Lower scores are heard twice. */
  readonly doubtfulBelow: number;
  readonly modelDir?: string;
  readonly languages: readonly Language[];
}

export function readWakeQuestion({ params }: ProgramRequest): WakeQuestion {
  const fields = asFields(params);
  return {
    stream: text(fields, 'stream'),
    at: number(fields, 'at'),
    hopelessBelow: number(fields, 'hopelessBelow'),
    sureAbove: number(fields, 'sureAbove'),
    doubtfulBelow: number(fields, 'doubtfulBelow'),
    languages: languagesOf(fields),
    ...(fields.modelDir !== undefined && { modelDir: text(fields, 'modelDir') }),
  };
}

export const readStreamName = ({ params }: ProgramRequest): string => text(asFields(params), 'stream');

export function readRecognition({ params }: ProgramRequest): Recognition {
  const fields = asFields(params);
  const { hints = [] } = fields;
  if (!Array.isArray(hints)) throw unreadable('hints');
  return {
    modelDir: text(fields, 'modelDir'),
    languages: languagesOf(fields),
    hints: hints.filter(hint => typeof hint === 'string'),
  };
}

function languagesOf({ languages = [] }: Fields): Language[] {
  if (!Array.isArray(languages)) throw unreadable('languages');
  return languages.map(knownLanguage);
}

/** The engine ends the process at a language code it does not know. */
function knownLanguage(language: unknown): Language {
  if (language === 'fr' || language === 'en') return language;
  throw new RequestFailure('speech.bad-audio', { detail: `language ${String(language).slice(0, 20)}` });
}

export function readSpeak({ params }: ProgramRequest): SpeakRequest {
  const fields = asFields(params);
  const language = text(fields, 'language');
  if (language !== 'fr' && language !== 'en') throw unreadable('language');
  const words = text(fields, 'text');
  if (words.length > maxTextLength) throw unreadable('text');
  return {
    text: words,
    language,
    rate: Math.min(2, Math.max(0.5, number(fields, 'rate'))),
    ...(fields.voiceDir !== undefined && { voiceDir: text(fields, 'voiceDir') }),
  };
}

export function readDescribe({ params }: ProgramRequest): DescribeRequest {
  const fields = asFields(params);
  const { voiceDirs } = fields;
  if (!Array.isArray(voiceDirs)) throw unreadable('voiceDirs');
  return {
    voiceDirs: voiceDirs.filter(dir => typeof dir === 'string'),
    ...(fields.modelDir !== undefined && { modelDir: text(fields, 'modelDir') }),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function asFields(params: unknown): Fields {
  if (typeof params !== 'object' || params === null) throw unreadable('params');
  return params as Fields;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw unreadable(name);
  return value;
}

function number(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw unreadable(name);
  return value;
}

const unreadable = (name: string) => new RequestFailure('speech.engine-failed', { detail: name });
