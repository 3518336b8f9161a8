/** Schemas of what travels on the wire, one for each domain type that does. */
import * as z from 'zod/mini';
import type { BranchMessage, Conversation, QueuedTurn, SearchHit } from '../src-main/domain/conversation.ts';
import type { ErrorReport } from '../src-main/domain/errors.ts';
import type { GlobalKey } from '../src-main/domain/global-key.ts';
import { type HealthReport, mends, shownMends } from '../src-main/domain/health.ts';
import { imageKinds } from '../src-main/domain/image.ts';
import type { ModelsSnapshot } from '../src-main/domain/model.ts';
import type { ListItem, Note, RememberedFact, Timer } from '../src-main/domain/organizer.ts';
import type { OrganizerPicture, ToldChange } from '../src-main/domain/organizer-changes.ts';
import { isTimeOfDay } from '../src-main/domain/quiet-hours.ts';
import {
  type DesktopPreferences,
  type EmbedderChoice,
  type MemoryPreferences,
  type Profile,
  type ProfilePreferences,
  type VoicePreferences,
  welcomeSteps,
} from '../src-main/domain/settings.ts';
import type { TurnTimeline } from '../src-main/domain/turn-timeline.ts';
import type { UsedMemory } from '../src-main/domain/used-memory.ts';

/** Checks at compile time that a schema yields exactly what the domain type says. */
export const matching =
  <Domain>() =>
  <Schema extends z.ZodMiniType<Domain>>(schema: Schema): Schema =>
    schema;

export const nothing = z.object({});

export const command = <I extends z.ZodMiniType, O extends z.ZodMiniType>(input: I, output: O) => ({
  input,
  output,
});

export const id = z.string().check(z.minLength(1), z.maxLength(64));
export const language = z.enum(['fr', 'en']);
const timeMs = z.number();

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

export const errorReport = matching<ErrorReport>()(
  z.object({
    stage: z.enum([
      'input',
      'store',
      'secret',
      'model',
      'speech',
      'memory',
      'knowledge',
      'wire',
      'host',
      'skill',
      'import',
      'settings',
      'update',
    ]),
    code: z.string(),
    message: z.string(),
    hint: z.string(),
    retryable: z.boolean(),
  }),
);

const answeredBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('skill'), intent: z.string() }),
  z.object({ kind: z.literal('model'), backendId: z.string(), backendLabel: z.string(), model: z.string() }),
  z.object({ kind: z.literal('built-in'), what: z.literal('no-model') }),
]);

export const scoreParts = z.object({
  words: z.number(),
  meaning: z.number(),
  time: z.number(),
  association: z.number(),
  affect: z.number(),
});
const usedMemory = matching<UsedMemory>()(
  z.object({
    id,
    kind: z.enum(['episode', 'fact', 'summary', 'passage']),
    score: z.number(),
    parts: scoreParts,
  }),
);

const timeSpan = z.object({ fromMs: z.number(), toMs: z.number() });
export const turnTimeline = matching<TurnTimeline>()(
  z.object({
    zero: z.enum(['speech-end', 'asked']),
    speech: z.exactOptional(timeSpan),
    recognition: z.exactOptional(timeSpan),
    turnEndMs: z.exactOptional(z.number()),
    recall: z.exactOptional(timeSpan),
    firstWordMs: z.exactOptional(z.number()),
    firstSoundMs: z.exactOptional(z.number()),
    wholeMs: z.exactOptional(z.number()),
    tokensPerSecond: z.exactOptional(z.number()),
  }),
);

export const origin = z.enum(['typed', 'spoken', 'command-line']);

const messageShape = {
  id,
  conversationId: id,
  parentId: z.nullable(id),
  role: z.enum(['user', 'assistant']),
  text: z.string(),
  status: z.enum(['complete', 'streaming', 'interrupted', 'stopped', 'failed', 'unanswered']),
  createdAtMs: timeMs,
  turnId: id,
  language: z.exactOptional(language),
  origin: z.exactOptional(origin),
  answeredBy: z.exactOptional(answeredBy),
  usage: z.exactOptional(
    z.object({ promptTokens: z.exactOptional(z.number()), answerTokens: z.exactOptional(z.number()) }),
  ),
  error: z.exactOptional(errorReport),
  images: z.exactOptional(z.array(z.object({ mediaType: z.enum(imageKinds), byteLength: z.number() }))),
  promptContext: z.exactOptional(z.string()),
  recalled: z.exactOptional(z.array(usedMemory)),
  timeline: z.exactOptional(turnTimeline),
  notices: z.exactOptional(
    z.array(
      z.enum(['history-trimmed', 'prompt-trimmed', 'answer-cut', 'stream-ended-early', 'cut-by-speech']),
    ),
  ),
};
export const branchMessage = matching<BranchMessage>()(
  z.object({ ...messageShape, siblingIds: z.array(id) }),
);

export const conversation = matching<Conversation>()(
  z.object({
    id,
    title: z.string(),
    createdAtMs: timeMs,
    updatedAtMs: timeMs,
    messageCount: z.number(),
    pinnedAtMs: z.exactOptional(timeMs),
  }),
);

export const queuedTurn = matching<QueuedTurn>()(
  z.object({ turnId: id, conversationId: id, text: z.string(), origin, queuedAtMs: timeMs }),
);

export const searchHit = matching<SearchHit>()(
  z.object({
    conversationId: id,
    conversationTitle: z.string(),
    messageId: id,
    role: z.enum(['user', 'assistant']),
    createdAtMs: timeMs,
    snippet: z.string(),
    marks: z.array(z.tuple([z.number(), z.number()])),
  }),
);

export const timer = matching<Timer>()(
  z.object({
    id,
    kind: z.enum(['timer', 'reminder']),
    label: z.string(),
    setAtMs: timeMs,
    dueAtMs: timeMs,
    rangAtMs: z.exactOptional(timeMs),
    dismissedAtMs: z.exactOptional(timeMs),
  }),
);
const note = matching<Note>()(z.object({ id, text: z.string(), createdAtMs: timeMs }));
const listItem = matching<ListItem>()(
  z.object({ id, list: z.string(), text: z.string(), createdAtMs: timeMs }),
);
const rememberedFact = matching<RememberedFact>()(
  z.object({ id, text: z.string(), language, createdAtMs: timeMs, sourceMessageId: z.exactOptional(id) }),
);
const follows = { of: id, revision: z.int().check(z.minimum(0)) };
/** Everything the skills keep. */
export const organizer = matching<OrganizerPicture>()(
  z.object({
    ...follows,
    timers: z.array(timer),
    notes: z.array(note),
    lists: z.array(z.object({ list: z.string(), items: z.array(listItem) })),
    facts: z.array(rememberedFact),
  }),
);
const sequenceChange = <Thing extends z.ZodMiniType>(thing: Thing) =>
  z.object({
    gone: z.array(id),
    put: z.array(z.object({ at: z.int().check(z.minimum(0)), thing })),
  });
/** What of it changed. */
export const organizerChange = matching<ToldChange>()(
  z.object({
    ...follows,
    timers: z.exactOptional(sequenceChange(timer)),
    notes: z.exactOptional(sequenceChange(note)),
    items: z.exactOptional(sequenceChange(listItem)),
    facts: z.exactOptional(sequenceChange(rememberedFact)),
  }),
);

const capability = z.enum(['chat', 'tools', 'thinking', 'vision', 'embedding', 'structured-output']);
export const modelChoice = z.object({ backendId: id, model: z.string() });
export const modelsSnapshot = matching<ModelsSnapshot>()(
  z.object({
    backends: z.array(
      z.object({
        id,
        kind: z.enum(['ollama', 'openai-compatible', 'embedded']),
        label: z.string(),
        address: z.string(),
        state: z.enum(['searching', 'ready', 'absent', 'broken']),
        errorCode: z.exactOptional(z.string()),
        models: z.array(
          z.object({
            name: z.string(),
            sizeBytes: z.exactOptional(z.number()),
            parameterCount: z.exactOptional(z.number()),
            contextTokens: z.exactOptional(z.number()),
            capabilities: z.array(capability),
          }),
        ),
      }),
    ),
    active: z.exactOptional(modelChoice),
    chosen: z.exactOptional(modelChoice),
  }),
);

export const profile = matching<Profile>()(z.object({ id, name: z.string(), language, createdAtMs: timeMs }));
export const globalKey = matching<GlobalKey>()(
  z.object({
    chord: z.string().check(z.maxLength(60)),
    code: z.string().check(z.maxLength(40)),
  }),
);
const deviceLabel = z.string().check(z.maxLength(300));

const voicePreferences = matching<VoicePreferences>()(
  z.object({
    mode: z.enum(['hold', 'toggle', 'hotword', 'always']),
    bargeIn: z.boolean(),
    cues: z.boolean(),
    volume: z.number().check(z.minimum(0), z.maximum(1)),
    languages: z.readonly(z.array(language).check(z.minLength(1), z.maxLength(2))),
    voices: z.object({ fr: z.exactOptional(id), en: z.exactOptional(id) }),
    wakeSensitivity: z.number().check(z.minimum(0), z.maximum(1)),
    wakeTuning: z.object({
      scores: z.readonly(z.array(z.number()).check(z.maxLength(10))),
      falseWakes: z.int().check(z.minimum(0)),
    }),
    followUpSeconds: z.number().check(z.minimum(0), z.maximum(60)),
    numbers: z.enum(['france', 'belgium', 'switzerland']),
    restBelow: z.number().check(z.minimum(0), z.maximum(1)),
    microphone: z.exactOptional(deviceLabel),
    loudspeaker: z.exactOptional(deviceLabel),
  }),
);

const modelName = z.string().check(z.minLength(1), z.maxLength(200));
export const embedderChoice = matching<EmbedderChoice>()(
  z.union([
    z.literal('built-in'),
    z.strictObject({ onnx: z.string().check(z.minLength(1), z.maxLength(4096)) }),
    z.strictObject({
      ollama: modelName,
      address: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(500))),
    }),
  ]),
);

const memoryPreferences = matching<MemoryPreferences>()(
  z.object({
    recall: z.boolean(),
    affect: z.boolean(),
    excludedTopics: z.readonly(
      z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(200)),
    ),
    retentionDays: z.exactOptional(z.int().check(z.minimum(1), z.maximum(36_500))),
    embedder: z.exactOptional(embedderChoice),
  }),
);

const timeOfDay = z.string().check(z.refine(isTimeOfDay, 'not a time of day'));
const desktopPreferences = matching<DesktopPreferences>()(
  z.object({
    talkKey: globalKey,
    quickKey: globalKey,
    lockDisarms: z.boolean(),
    hideQuickOnBlur: z.boolean(),
    quietHours: z.exactOptional(z.strictObject({ from: timeOfDay, to: timeOfDay })),
  }),
);

const mostKeys = 500;
const recordedKeys = z
  .record(z.string().check(z.maxLength(80)), z.string().check(z.maxLength(60)))
  .check(z.refine(keys => Object.keys(keys).length <= mostKeys, 'too many keys'));

export const preferences = matching<ProfilePreferences>()(
  z.object({
    theme: z.enum(['system', 'dark', 'light']),
    accent: z.enum(['signal', 'lagune', 'givre']),
    motion: z.enum(['system', 'less']),
    speakAnswers: z.boolean(),
    speechRate: z.number().check(z.minimum(0.5), z.maximum(2)),
    voice: voicePreferences,
    memory: memoryPreferences,
    desktop: desktopPreferences,
    zone: z.exactOptional(z.string().check(z.refine(isZone, 'not a time zone'))),
    keys: recordedKeys,
    welcome: z.object({ step: z.enum(welcomeSteps), isDone: z.boolean() }),
  }),
);

export const healthReport = matching<HealthReport>()(
  z.object({
    state: z.enum(['fine', 'degraded', 'broken']),
    checks: z.array(
      z.object({
        part: z.string(),
        state: z.enum(['fine', 'degraded', 'broken']),
        meaning: z.string(),
        mend: z.exactOptional(z.string()),
        mends: z.exactOptional(z.array(z.enum([...mends, ...shownMends]))),
        facts: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
        durationMs: z.number(),
      }),
    ),
  }),
);

/** What the schema makes of preferences; undefined for what is none. */
export function checkPreferences(value: unknown): ProfilePreferences | undefined {
  const { success, data } = preferences.safeParse(value);
  return success ? data : undefined;
}
