/** What turns need from outside, what is asked of them, and what they tell. */
import type { BranchMessage, Message, Origin, QueuedTurn, TurnState } from '../domain/conversation.ts';
import type { JarvisError } from '../domain/errors.ts';
import type { SentImage } from '../domain/image.ts';
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { AnswerPlan } from './answer-part.ts';
import type { RecallPorts } from './recalled.ts';
import type { Turn, TurnObserver } from './run-turn.ts';
import type { TimedAnswer } from './turn-timelines.ts';

export interface AskInput {
  readonly turnId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly origin: Origin;
  /** The user message that this one replaces, on a new branch. */
  readonly edits?: string;
  readonly images?: readonly SentImage[];
}

/** `messageId`: the user's words, unless they wait in line. */
export interface AcceptedTurn {
  readonly queued: boolean;
  readonly messageId?: string;
}

/** Follows one turn while it runs, for a voice that speaks the answer as it grows. */
export interface TurnListener {
  words(text: string): void;
  /** Of a draft: what was said so far is void, the answer is made anew and its words follow. */
  restarted?(): void;
  /** Of a draft: the answer is complete, though not stored. */
  whole?(): void;
  ended(answer: Message | undefined): void;
}

/** An answer that is prepared to words which may still change. Nothing of it is stored, shown or done before `commit`. */
export interface DraftTurn {
  readonly turnId: string;
  /**
   * A skill has its answer, and its effects, only after `commit`; a model's words reach the listener already now. Known
   * at once, except in the first moments of the program and for questions about what is remembered: `model` until then.
   */
  readonly answeredBy: 'skill' | 'model';
  /** `answeredBy` once it is known for sure; never rejects. */
  readonly decided: Promise<'skill' | 'model'>;
  /** Of the skill, where one answers. */
  readonly intent?: string;
  /** The words are on disk when it resolves; what was prepared becomes the answer. As `ask` otherwise. */
  commit(): Promise<AcceptedTurn>;
  /** Stops the model; nothing is left, and the listener hears no more. Does nothing after `commit`. */
  discard(): void;
}

export interface TurnsObserver extends TurnObserver {
  accepted(turnId: string, message: BranchMessage): void;
  queued(turn: QueuedTurn): void;
  unqueued(turn: QueuedTurn): void;
  /** The store refused what a running turn needed; the turn is over without a stored end. */
  lost(turn: Turn, error: JarvisError): void;
  /** Of an answer only a part was heard; the rest is gone. */
  cut(turnId: string, answer: BranchMessage): void;
  /** More was measured of an answer: its first words, its first sound. */
  timed?(answer: TimedAnswer): void;
}

export interface TurnsPorts extends RecallPorts {
  readonly store: MemoryStore;
  readonly clock: Clock;
  readonly plan: (turn: Turn) => AnswerPlan | Promise<AnswerPlan>;
  /** A model is likely to be asked soon. */
  readonly warm: () => void;
  readonly observer: TurnsObserver;
  readonly detectLanguage: (text: string) => Language | undefined;
  readonly profileLanguage: () => Language;
  readonly zone: () => string;
}

export type UnderwayState = Extract<TurnState, 'accepted' | 'thinking' | 'speaking'>;

export interface RunningTurn {
  readonly turnId: string;
  readonly conversationId: string;
  readonly answerId: string;
  readonly state: UnderwayState;
}
