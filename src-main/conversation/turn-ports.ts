/** What turns need from outside, what is asked of them, and what they tell. */
import type { BranchMessage, Message, Origin, QueuedTurn, TurnState } from '../domain/conversation.ts';
import type { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { AnswerPart, Turn, TurnObserver } from './run-turn.ts';

export interface AskInput {
  readonly turnId: string;
  readonly conversationId: string;
  readonly text: string;
  readonly origin: Origin;
  /** The user message that this one replaces, on a new branch. */
  readonly edits?: string;
}

/** Follows one turn while it runs, for a voice that speaks the answer as it grows. */
export interface TurnListener {
  words(text: string): void;
  ended(answer: Message | undefined): void;
}

/** An answer that is prepared to words which may still change. Nothing of it is stored, shown or done before `commit`. */
export interface DraftTurn {
  readonly turnId: string;
  /** A skill has its answer at once, and its effects only after `commit`; a model's words reach the listener already now. */
  readonly answeredBy: 'skill' | 'model';
  /** The words are on disk when it resolves; what was prepared becomes the answer. As `ask` otherwise. */
  commit(): Promise<{ queued: boolean; messageId?: string }>;
  /** Stops the model; nothing is left, and the listener hears no more. Does nothing after `commit`. */
  discard(): void;
}

export interface TurnsObserver extends TurnObserver {
  accepted(turnId: string, message: BranchMessage): void;
  queued(turn: QueuedTurn): void;
  unqueued(turn: QueuedTurn): void;
  /** The store refused what a running turn needed; the turn is over without a stored end. */
  lost(turn: Turn, error: JarvisError): void;
}

export interface TurnsPorts {
  readonly store: MemoryStore;
  readonly clock: Clock;
  readonly answer: (turn: Turn, signal: AbortSignal) => AsyncIterable<AnswerPart>;
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
