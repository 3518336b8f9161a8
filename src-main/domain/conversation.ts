/** Conversations, their messages and the turns that make them. Times are UTC milliseconds, ids are UUIDv7. */
import type { ErrorReport } from './errors.ts';
import type { ImageInfo } from './image.ts';
import type { Language } from './language.ts';
import type { TurnTimeline } from './turn-timeline.ts';
import type { UsedMemory } from './used-memory.ts';

export type Role = 'user' | 'assistant';

/**
 * Where a message stands.
 * `unanswered`: a user message accepted before a crash whose answer never began.
 * `streaming`: an answer that is growing; found on disk at start it becomes `interrupted`.
 */
export type MessageStatus = 'complete' | 'streaming' | 'interrupted' | 'stopped' | 'failed' | 'unanswered';

export type Origin = 'typed' | 'spoken' | 'command-line';

/** Who gave an answer: a built-in skill (by intent name) or a model (by back end and model name). */
export type AnsweredBy =
  | { readonly kind: 'skill'; readonly intent: string }
  | {
      readonly kind: 'model';
      readonly backendId: string;
      readonly backendLabel: string;
      readonly model: string;
    }
  | { readonly kind: 'built-in'; readonly what: 'no-model' };

export interface Usage {
  readonly promptTokens?: number;
  readonly answerTokens?: number;
}

export interface Message {
  readonly id: string;
  readonly conversationId: string;
  /** The message before this one on its branch; null for the first. */
  readonly parentId: string | null;
  readonly role: Role;
  readonly text: string;
  readonly status: MessageStatus;
  readonly createdAtMs: number;
  readonly turnId: string;
  readonly language?: Language;
  readonly origin?: Origin;
  readonly answeredBy?: AnsweredBy;
  readonly usage?: Usage;
  readonly error?: ErrorReport;
  /** Pictures that went with the user's words; never exported. */
  readonly images?: readonly ImageInfo[];
  /** What was added to the user's words in the prompt (the date, …), kept so that later prompts repeat it byte for byte. */
  readonly promptContext?: string;
  /** The block of recalled memories that stood behind the user's words in the prompt, kept for the same reason; never exported. */
  readonly memoryContext?: string;
  /** Of an answer: the memories that it was given with. */
  readonly recalled?: readonly UsedMemory[];
  /** Of an answer: when what happened; never exported. */
  readonly timeline?: TurnTimeline;
  /** One-time remarks shown under an answer, e.g. `history-trimmed`, `answer-cut`. */
  readonly notices?: readonly Notice[];
}

/** `cut-by-speech`: the person spoke, and the answer ends where its sound was cut. */
export type Notice =
  | 'history-trimmed'
  | 'prompt-trimmed'
  | 'answer-cut'
  | 'stream-ended-early'
  | 'cut-by-speech';

/** A message as shown on a branch: `siblingIds` are the alternatives at this place (itself included), oldest first. */
export interface BranchMessage extends Message {
  readonly siblingIds: readonly string[];
}

export interface Conversation {
  readonly id: string;
  readonly title: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly messageCount: number;
  /** Since when it stands above the others; absent: it does not. */
  readonly pinnedAtMs?: number;
}

/** A user message waiting for the running answer of its conversation to end. */
export interface QueuedTurn {
  readonly turnId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly origin: Origin;
  readonly queuedAtMs: number;
}

/** A search hit: `snippet` is plain text, `marks` are [start, end) UTF-16 ranges in it. */
export interface SearchHit {
  readonly conversationId: string;
  readonly conversationTitle: string;
  readonly messageId: string;
  readonly role: Role;
  readonly createdAtMs: number;
  readonly snippet: string;
  readonly marks: readonly (readonly [number, number])[];
}

export type TurnState = 'accepted' | 'thinking' | 'speaking' | 'done' | 'stopped' | 'failed';
