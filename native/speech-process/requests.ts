/** Reads what the core asks of the speech process; an engine is never called with what it would die of. */
import type { Language } from '../../src-main/domain/language.ts';
import { type ProgramRequest, RequestFailure } from '../frames.ts';

export interface TranscribeRequest {
  readonly modelDir: string;
  readonly sampleRateHz: number;
  readonly language?: string;
  readonly samples: Int16Array;
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

const maxTextLength = 20_000;

/** Throws `speech.bad-audio` for half a sample, `speech.engine-failed` for a request that makes no sense. */
export function readTranscribe({ params, payload }: ProgramRequest): TranscribeRequest {
  const fields = asFields(params);
  if (payload.byteLength % 2 !== 0) throw new RequestFailure('speech.bad-audio', { detail: '16 bit' });
  return {
    modelDir: text(fields, 'modelDir'),
    sampleRateHz: number(fields, 'sampleRateHz'),
    ...(fields.language !== undefined && { language: text(fields, 'language') }),
    // Frames hand over payloads at offset 0 of their own buffer.
    samples: new Int16Array(payload.buffer, payload.byteOffset, payload.byteLength / 2),
  };
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
