/** What may stand in a log: numbers, ids and words from fixed lists. A user's words cannot pass, by design rather than by search. */
import { errorCodes } from '../domain/error-codes.ts';
import { isId } from '../domain/id.ts';
import { describeError } from './log-error.ts';

/** Everything the log can tell of. Past tense: it reports and never steers. */
const events = [
  ...(['app.started', 'app.ready', 'app.stopped', 'app.failed', 'settings.changed', 'doctor.ran'] as const),
  ...(['turn.accepted', 'turn.queued', 'turn.ended', 'turn.lost', 'skill.failed', 'command.failed'] as const),
  ...(['client.connected', 'client.gone', 'client.refused', 'client.cut', 'message.refused'] as const),
  ...(['store.opened', 'store.migrated', 'store.backedUp', 'store.recovered', 'store.failed'] as const),
  ...([
    'profile.opened',
    'profile.closed',
    'secret.stored',
    'secret.moved',
    'secret.notMoved',
    'timer.rang',
  ] as const),
  ...(['model.found', 'model.lost', 'model.chosen', 'model.added', 'model.removed', 'model.failed'] as const),
  ...(['speech.started', 'speech.stopped', 'speech.failed', 'voice.transcribed', 'voice.spoken'] as const),
  ...(['update.failed', 'update.wentBack'] as const),
  ...([
    'window.crashed',
    'window.notLoaded',
    'window.placeLost',
    'window.notOpened',
    'cache.notCleared',
    'graphics.crashed',
    'tray.absent',
    'keys.watching',
    'keys.hookEnded',
  ] as const),
  ...(['metrics.served', 'web.served', 'line.failed', 'process.exited', 'process.restarted'] as const),
] as const;
export type LogEvent = (typeof events)[number];
export const logEvents: readonly LogEvent[] = events;

/** Words a field may hold: names of parts, states and kinds. */
const words: ReadonlySet<string> = new Set([
  ...['input', 'store', 'secret', 'model', 'speech', 'wire', 'host', 'skill', 'import', 'settings', 'update'],
  ...['node', 'memory', 'disk', 'secrets', 'speech-to-text', 'text-to-speech', 'web', 'language', 'logs'],
  ...['accepted', 'thinking', 'speaking', 'done', 'stopped', 'failed', 'queued', 'complete', 'streaming'],
  ...['interrupted', 'unanswered', 'searching', 'ready', 'absent', 'broken', 'fine', 'degraded'],
  ...['ollama', 'openai-compatible', 'embedded', 'whisper', 'piper', 'espeak-ng', 'built-in'],
  ...['keychain', 'file', 'passphrase', 'typed', 'spoken', 'command-line', 'fr', 'en'],
  ...['frame', 'shape', 'crashed', 'killed', 'oom', 'launch-failed', 'integrity-failure'],
  ...['origin', 'token', 'cookie', 'method', 'path', 'rate', 'size', 'linux', 'darwin', 'win32'],
]);

const fields = [
  ...(['turnId', 'conversationId', 'messageId', 'clientId', 'profileId', 'backendId', 'captureId'] as const),
  ...([
    'part',
    'state',
    'kind',
    'code',
    'reason',
    'language',
    'engine',
    'origin',
    'errno',
    'signal',
  ] as const),
  ...(['durationMs', 'startMs', 'firstTokenMs', 'delayMs', 'attempt', 'count', 'bytes', 'tokens'] as const),
  ...(['pid', 'port', 'exitStatus', 'schema', 'nodeMajor', 'interrupted', 'resumed', 'isFirst'] as const),
] as const;
type LogField = (typeof fields)[number];
const fieldNames: ReadonlySet<string> = new Set(fields);
export type LogFields = Readonly<Partial<Record<LogField, string | number | boolean | undefined>>>;

const masked = '[masked]';
const systemCode =
  /^(?:E[A-Z0-9]{2,20}|ERR_[A-Z0-9_]{1,60}|SQLITE_[A-Z_]{1,40}|UND_ERR_[A-Z_]{1,40}|SIG[A-Z]{2,8})$/;

/** A code of ours or of the system, which is never made of a user's words. */
const isCode = (text: string): boolean => Object.hasOwn(errorCodes, text) || systemCode.test(text);

/** The record as it is written; a string that is no id, code or known word is masked, an unknown field left out. */
export function safeRecord(event: LogEvent, given: LogFields, error?: unknown): Record<string, unknown> {
  const record: Record<string, unknown> = { event: logEvents.includes(event) ? event : masked };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && fieldNames.has(name)) record[name] = safeValue(value);
  }
  if (error !== undefined) record.error = describeError(error, isCode);
  return record;
}

function safeValue(value: string | number | boolean): string | number | boolean {
  if (typeof value !== 'string') return value;
  return words.has(value) || isCode(value) || isId(value) ? value : masked;
}
