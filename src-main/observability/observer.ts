/** What the program tells of itself while it runs: stages, errors, tokens, connections. Watches and never steers. */
import { errorCodes } from '../domain/error-codes.ts';
import type { HealthReport } from '../domain/health.ts';
import { MetricValues } from './metric-values.ts';

type TurnStage = 'end_of_turn' | 'transcribe' | 'recall' | 'first_token' | 'first_sound' | 'total';

interface TranscriptionRecord {
  readonly engine: string;
  /** Absent: not known, or detection failed. */
  readonly language?: string;
  readonly seconds: number;
  /** Length of the sound. */
  readonly soundSeconds: number;
  readonly failed: boolean;
}

interface SynthesisRecord {
  readonly engine: string;
  readonly voice: string;
  readonly seconds: number;
  readonly failed: boolean;
}

interface RequestRecord {
  /** `GET`, …, or `command` for a command of the contract. */
  readonly method: string;
  /** The route's pattern or the command's name, never an address with its values. */
  readonly route: string;
  /** HTTP status, or `ok` and an error code for a command. */
  readonly status: string;
  readonly seconds: number;
}

/** Every method may be called detached and at any rate: it adds to numbers in memory. */
export interface Observer {
  readonly observeStage: (stage: TurnStage, seconds: number) => void;
  /** `part`: a stage of an error or a part of the program; unknown codes count as `host.unexpected`. */
  readonly countError: (part: string, code: string) => void;
  readonly countTokens: (model: string, promptTokens: number, answerTokens: number) => void;
  readonly observeTokenRate: (model: string, tokensPerSecond: number) => void;
  readonly countRequest: (request: RequestRecord) => void;
  readonly connectionOpened: () => void;
  readonly connectionClosed: () => void;
  /** `reason`: a fixed word such as `host`, `origin`, `token`. */
  readonly countAuthFailure: (reason: string) => void;
  readonly observeTranscription: (transcription: TranscriptionRecord) => void;
  readonly observeSynthesis: (synthesis: SynthesisRecord) => void;
  readonly setHealth: (report: HealthReport) => void;
  readonly setMemoryItems: (collection: string, count: number) => void;
}

/** An observer and the numbers it keeps; hand the numbers to `createMetrics` to serve them. */
export function createObserver(): { readonly observer: Observer; readonly values: MetricValues } {
  const values = new MetricValues();
  return { values, observer: { ...countTurns(values), ...countWire(values), ...countSpeech(values) } };
}

function countTurns(values: MetricValues) {
  return {
    observeStage: (stage: TurnStage, seconds: number) =>
      values.observe('jarvis_voice_turn_seconds', [stage], seconds),
    countError: (part: string, code: string) =>
      values.add('jarvis_errors_total', [part, Object.hasOwn(errorCodes, code) ? code : 'host.unexpected']),
    countTokens: (model: string, promptTokens: number, answerTokens: number) => {
      values.add('jarvis_llm_tokens_total', [model, 'prompt'], promptTokens);
      values.add('jarvis_llm_tokens_total', [model, 'answer'], answerTokens);
    },
    observeTokenRate: (model: string, tokensPerSecond: number) =>
      values.observe('jarvis_llm_tokens_per_second', [model], tokensPerSecond),
    setHealth: (report: HealthReport) => {
      for (const [service, works] of serviceHealth(report)) {
        values.set('jarvis_service_health', [service], works ? 1 : 0);
      }
    },
    setMemoryItems: (collection: string, count: number) =>
      values.set('jarvis_memory_items', [collection], count),
  };
}

function countWire(values: MetricValues) {
  return {
    countRequest: ({ method, route, status, seconds }: RequestRecord) => {
      values.add('jarvis_requests_total', [method, route, status]);
      values.observe('jarvis_request_duration_seconds', [method, route], seconds);
    },
    connectionOpened: () => values.add('jarvis_active_websocket_connections', []),
    connectionClosed: () => values.add('jarvis_active_websocket_connections', [], -1),
    countAuthFailure: (reason: string) => values.add('jarvis_auth_failures_total', [reason]),
  };
}

function countSpeech(values: MetricValues) {
  return {
    observeTranscription: (record: TranscriptionRecord) => {
      const labels = [record.engine, record.language ?? 'unknown'];
      values.add('stt_transcribe_requests_total', labels);
      if (record.failed) {
        values.add('stt_errors_total', labels);
        return;
      }
      values.observe('stt_transcribe_duration_seconds', labels, record.seconds);
      if (record.soundSeconds > 0) {
        values.observe('stt_real_time_factor', [record.engine], record.seconds / record.soundSeconds);
      }
    },
    observeSynthesis: ({ engine, voice, seconds, failed }: SynthesisRecord) => {
      values.add('tts_synthesis_requests_total', [engine, voice]);
      if (failed) values.add('tts_errors_total', [engine, voice]);
      else values.observe('tts_synthesis_duration_seconds', [engine, voice], seconds);
    },
  };
}

/** By kind of part: the id after `model:` and the like is left out. A kind works while one of its parts does. */
function serviceHealth(report: HealthReport): ReadonlyMap<string, boolean> {
  const services = new Map<string, boolean>();
  for (const { part, state } of report.checks) {
    const service = part.split(':', 1)[0] ?? part;
    services.set(service, services.get(service) === true || state !== 'broken');
  }
  return services;
}
