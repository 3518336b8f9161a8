/** Every metric Jarvis serves so far: name, type, help and labels. */

export interface MetricDefinition {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: readonly string[];
}

const define = <const Names extends string>(
  definitions: Record<Names, MetricDefinition>,
): Readonly<Record<Names, MetricDefinition>> => definitions;

/** Upper bounds in seconds of every duration histogram: from a built-in skill to a slow model. */
export const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;
/** Upper bounds of the real-time factor: seconds of work for each second of sound. */
export const realTimeBuckets = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 4] as const;

/** Upper bounds of tokens written each second: from a large model on a small machine to one on a server. */
export const tokenRateBuckets = [1, 2, 5, 10, 20, 40, 80, 160, 320, 640] as const;

export const metricDefinitions = define({
  jarvis_requests_total: {
    type: 'counter',
    help: 'Commands and HTTP requests answered, by outcome.',
    labels: ['method', 'route', 'status'],
  },
  jarvis_request_duration_seconds: {
    type: 'histogram',
    help: 'Time from a command or HTTP request to its answer.',
    labels: ['method', 'route'],
  },
  jarvis_active_websocket_connections: {
    type: 'gauge',
    help: 'Windows and command lines connected now.',
    labels: [],
  },
  jarvis_errors_total: {
    type: 'counter',
    help: 'Errors, by the part they arose in and their code.',
    labels: ['part', 'code'],
  },
  jarvis_service_health: {
    type: 'gauge',
    help: 'Whether a part of Jarvis works (1) or not (0), as last checked.',
    labels: ['service'],
  },
  jarvis_auth_failures_total: {
    type: 'counter',
    help: 'Connections refused because they were not entitled.',
    labels: ['reason'],
  },
  jarvis_llm_tokens_total: {
    type: 'counter',
    help: 'Tokens read (prompt) and written (answer) by language models.',
    labels: ['model', 'direction'],
  },
  jarvis_llm_tokens_per_second: {
    type: 'histogram',
    help: 'Tokens that a language model wrote each second, from its first to its last word.',
    labels: ['model'],
  },
  stt_transcribe_requests_total: {
    type: 'counter',
    help: 'Utterances handed to speech recognition.',
    labels: ['engine', 'language'],
  },
  stt_transcribe_duration_seconds: {
    type: 'histogram',
    help: 'Time to transcribe an utterance.',
    labels: ['engine', 'language'],
  },
  stt_errors_total: {
    type: 'counter',
    help: 'Utterances that speech recognition failed on.',
    labels: ['engine', 'language'],
  },
  stt_real_time_factor: {
    type: 'histogram',
    help: 'Seconds of recognition for each second of sound.',
    labels: ['engine'],
  },
  tts_synthesis_requests_total: {
    type: 'counter',
    help: 'Sentences handed to a voice.',
    labels: ['engine', 'voice'],
  },
  tts_synthesis_duration_seconds: {
    type: 'histogram',
    help: 'Time to synthesize a sentence.',
    labels: ['engine', 'voice'],
  },
  tts_errors_total: {
    type: 'counter',
    help: 'Sentences that a voice failed on.',
    labels: ['engine', 'voice'],
  },
  jarvis_voice_turn_seconds: {
    type: 'histogram',
    help: 'Time spent in each stage of a turn.',
    labels: ['stage'],
  },
  jarvis_memory_items: {
    type: 'gauge',
    help: 'Items kept, by collection.',
    labels: ['collection'],
  },
});

export type MetricName = keyof typeof metricDefinitions;
