/** Every command and event between a window (or the command line) and the core, with the schema that validates it. */
import * as z from 'zod/mini';
import { audioEvents } from './audio-contract.ts';
import { catalogueCommands, catalogueEvents } from './catalogue-contract.ts';
import { conversationCommands, conversationEvents, sentImages } from './conversation-contract.ts';
import { knowledgeCommands, knowledgeEvents } from './knowledge-contract.ts';
import { memoryCommands, memoryEvents } from './memory-contract.ts';
import { organizerCommands } from './organizer-contract.ts';
import {
  branchMessage,
  command,
  conversation,
  errorReport,
  healthReport,
  id,
  language,
  modelChoice,
  modelsSnapshot,
  nothing,
  organizer,
  organizerChange,
  origin,
  preferences,
  profile,
  queuedTurn,
  searchHit,
  timer,
} from './schemas.ts';
import { secretCommands } from './secret-contract.ts';
import { shellCommands, shellEvents, shellStatus } from './shell-contract.ts';
import { systemCommands } from './system-contract.ts';
import { updateCommands, updateEvents } from './update-contract.ts';
import { voiceCommands, voiceEvents } from './voice-contract.ts';
import { windowEvents } from './window-contract.ts';

export const protocolVersion = 1;
/** The longest text one turn may ask, in UTF-16 units. */
export const maxTurnLength = 200_000;
/** The largest import, in UTF-16 units. */
export const maxImportLength = 64 * 1024 * 1024;

const title = z.string().check(z.minLength(1), z.maxLength(200));
const runningTurn = z.object({
  turnId: id,
  conversationId: id,
  answerId: z.exactOptional(id),
  state: z.enum(['accepted', 'thinking', 'speaking']),
});
const snapshot = z.object({
  version: z.string(),
  profile,
  profiles: z.array(profile),
  preferences,
  conversations: z.array(conversation),
  running: z.array(runningTurn),
  models: modelsSnapshot,
  organizer,
  speech: z.object({ canListen: z.boolean(), voices: z.object({ fr: z.string(), en: z.string() }) }),
  memory: z.object({ isPrivate: z.boolean() }),
  /** The profile is new and was not welcomed yet: its window opens on the welcome. */
  welcome: z.boolean(),
  /** Codes of lasting remarks such as `secrets-in-file`. */
  warnings: z.array(z.string()),
  /** Absent in a browser's window. */
  shell: z.exactOptional(shellStatus),
});

/** Commands are imperative. `turnId`, `conversationId` and the like are made by the client, so that sending twice has one effect. */
export const commands = {
  'app.snapshot': command(nothing, snapshot),

  'conversation.list': command(
    z.object({
      limit: z.int().check(z.minimum(1), z.maximum(200)),
      before: z.exactOptional(z.object({ updatedAtMs: z.number(), id })),
    }),
    z.object({ conversations: z.array(conversation) }),
  ),
  'conversation.open': command(
    z.object({ id, limit: z.int().check(z.minimum(1), z.maximum(500)), beforeId: z.exactOptional(id) }),
    z.object({
      conversation,
      messages: z.array(branchMessage),
      hasEarlier: z.boolean(),
      queued: z.array(queuedTurn),
      running: z.exactOptional(runningTurn),
    }),
  ),
  ...conversationCommands,
  'conversation.rename': command(z.object({ id, title }), conversation),
  'conversation.delete': command(z.object({ id }), nothing),
  'conversation.restore': command(z.object({ id }), conversation),
  'conversation.selectBranch': command(z.object({ conversationId: id, messageId: id }), nothing),
  'conversation.search': command(
    z.object({
      query: z.string().check(z.maxLength(500)),
      limit: z.int().check(z.minimum(1), z.maximum(200)),
    }),
    z.object({ hits: z.array(searchHit) }),
  ),
  'conversation.export': command(
    z.object({ ids: z.union([z.array(id), z.literal('all')]), format: z.enum(['json', 'markdown']) }),
    z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }),
  ),
  /**
   * A piece of a file too long for one message, before the last one, which goes with `conversation.import`. `at`: how
   * many UTF-16 units of it came before. See import-file.ts.
   */
  'conversation.importPiece': command(z.object({ importId: id, at: z.int(), text: z.string() }), nothing),
  /** All or nothing; `import.progress` tells how far it is. `importId`: what it can be cancelled by. */
  'conversation.import': command(
    z.object({ text: z.string(), importId: z.exactOptional(id) }),
    z.object({ conversations: z.number(), messages: z.number() }),
  ),
  'conversation.cancelImport': command(z.object({ importId: id }), nothing),

  /**
   * Accepts the user's words; answered only once they are on disk. The answer comes as events. `edits`: the user
   * message that this one replaces on a new branch. `profileId`: whose words they are; refused as
   * `input.other-profile` when another profile is in use by the time they arrive.
   */
  'turn.ask': command(
    z.object({
      turnId: id,
      conversationId: id,
      text: z.string(),
      origin,
      edits: z.exactOptional(id),
      images: z.exactOptional(sentImages),
      profileId: z.exactOptional(id),
    }),
    z.object({ turnId: id, queued: z.boolean(), messageId: z.exactOptional(id) }),
  ),
  /** Somebody began to write here: what the answer will need is made ready. Carries no words, and need not be sent. */
  'turn.soon': command(z.object({ conversationId: id }), nothing),
  'turn.stop': command(z.object({ turnId: id }), nothing),
  'turn.cancelQueued': command(z.object({ turnId: id }), z.object({ cancelled: z.boolean() })),
  /** Answers the same user message again beside the old answer; also answers an `unanswered` one. */
  'turn.regenerate': command(z.object({ turnId: id, messageId: id }), nothing),
  /** Goes on writing an interrupted, stopped or cut answer. */
  'turn.continue': command(z.object({ turnId: id, messageId: id }), nothing),

  'model.list': command(z.object({ refresh: z.boolean() }), modelsSnapshot),
  'model.use': command(modelChoice, modelsSnapshot),
  'model.addServer': command(
    z.object({
      label: z.string().check(z.maxLength(80)),
      address: z.string().check(z.maxLength(500)),
      key: z.exactOptional(z.string().check(z.maxLength(500))),
    }),
    modelsSnapshot,
  ),
  /** A GGUF file, or a folder with a speech model, on the machine Jarvis runs on. */
  'model.addFile': command(z.object({ path: z.string() }), z.object({ what: z.string(), name: z.string() })),
  /** A server (`model` absent) or one model of the embedded back end. */
  'model.remove': command(z.object({ backendId: id, model: z.exactOptional(z.string()) }), modelsSnapshot),
  'model.order': command(z.object({ backendIds: z.array(id) }), modelsSnapshot),

  ...organizerCommands,

  'preferences.set': command(preferences, preferences),
  'profile.list': command(nothing, z.object({ profiles: z.array(profile), activeId: id })),
  'profile.add': command(
    z.object({ name: z.string().check(z.minLength(1), z.maxLength(60)), language }),
    profile,
  ),
  'profile.change': command(
    z.object({ id, name: z.string().check(z.minLength(1), z.maxLength(60)), language }),
    profile,
  ),
  'profile.use': command(z.object({ id }), profile),

  ...voiceCommands,
  ...catalogueCommands,
  ...memoryCommands,
  ...knowledgeCommands,
  ...systemCommands,
  ...updateCommands,
  ...shellCommands,
  ...secretCommands,
  'doctor.run': command(nothing, healthReport),
  /** A new one-time link into the window, for a second start and the command line. */
  'window.link': command(nothing, z.object({ url: z.string() })),
} as const;

/** Events report what happened. They are numbered in one order for every client and can be sent again after a break. */
export const events = {
  'conversation.changed': conversation,
  'conversation.deleted': z.object({ id }),
  /** The messages of a conversation changed in a way that needs it opened again (import, branch chosen). */
  'conversation.reloaded': z.object({ id }),
  /** A few times a second while an import is on its way. */
  'import.progress': z.object({ importId: id, messages: z.number(), totalMessages: z.number() }),
  'turn.queued': queuedTurn,
  'turn.unqueued': z.object({ turnId: id, conversationId: id }),
  'turn.accepted': z.object({ turnId: id, message: branchMessage }),
  'turn.thinking': z.object({ turnId: id, answer: branchMessage }),
  /** `offset`: where `text` begins in the answer, in UTF-16 units. */
  'turn.delta': z.object({ turnId: id, answerId: id, offset: z.number(), text: z.string() }),
  /** The turn is over: done, stopped or failed, by the message's status. */
  'turn.ended': z.object({ turnId: id, message: branchMessage }),
  ...conversationEvents,
  'models.changed': modelsSnapshot,
  /** What changed since the revision before; whoever misses one asks for the whole (`organizer.get`). */
  'organizer.changed': organizerChange,
  'timer.rang': timer,
  'preferences.changed': preferences,
  /** Another profile is active: take a new snapshot. */
  'profile.changed': z.object({ profile, profiles: z.array(profile) }),
  'speech.changed': z.object({
    canListen: z.boolean(),
    voices: z.object({ fr: z.string(), en: z.string() }),
  }),
  ...voiceEvents,
  ...windowEvents,
  ...shellEvents,
  ...catalogueEvents,
  ...memoryEvents,
  ...knowledgeEvents,
  ...audioEvents,
  ...updateEvents,
  'app.failed': errorReport,
  'app.stopping': nothing,
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.output<(typeof commands)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.output<(typeof commands)[N]['output']>;
export type EventName = keyof typeof events;
export type EventData<N extends EventName> = z.output<(typeof events)[N]>;
/** A value on its way out: whoever sends it may keep it read-only. */
export type Sent<T> = T extends object ? { readonly [K in keyof T]: Sent<T[K]> } : T;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
export const isEventName = (name: string): name is EventName => Object.hasOwn(events, name);

/** What a client says: hello once for each connection, then commands. */
export const clientMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hello'),
    protocol: z.number(),
    clientId: id,
    /** The last event seen, of which run of the core; absent for a new client. */
    resume: z.exactOptional(z.object({ epoch: id, sequence: z.int() })),
  }),
  z.object({ kind: z.literal('command'), id, name: z.string(), input: z.unknown() }),
]);
export type ClientMessage = z.output<typeof clientMessage>;

/** What the core says. `resumed: false`: the client's picture is stale, take a new snapshot. */
export const coreMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('welcome'),
    protocol: z.number(),
    epoch: id,
    sequence: z.int(),
    resumed: z.boolean(),
  }),
  z.object({ kind: z.literal('result'), id, output: z.unknown() }),
  z.object({ kind: z.literal('failure'), id: z.nullable(id), error: errorReport }),
  z.object({ kind: z.literal('event'), sequence: z.int(), name: z.string(), data: z.unknown() }),
]);
export type CoreMessage = z.output<typeof coreMessage>;
