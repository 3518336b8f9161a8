/** What memory gives to an answer: asked once for each question, and never waited for longer than a moment. */
import type { Message } from '../domain/conversation.ts';
import type { Language } from '../domain/language.ts';
import type { UsedMemory } from '../domain/memory.ts';
import type { Clock } from '../ports/clock.ts';

export interface RecallQuestion {
  readonly text: string;
  readonly language: Language;
  readonly conversationId: string;
  readonly nowMs: number;
}

/** `block` stands behind the user's words in the prompt. */
export interface Recalled {
  readonly block: string;
  readonly used: readonly UsedMemory[];
}

export type Recall = (question: RecallQuestion, signal: AbortSignal) => Promise<Recalled | undefined>;

export interface RecallPorts {
  readonly recall?: (question: RecallQuestion) => Promise<Recalled | undefined>;
}

/** An answer does not wait longer for memories; a shorter wait left the first questions on a busy machine without theirs. */
export const recallAtMostMs = 300;
/** The first that a memory finds takes it ten times as long as the next: it is waited for, once. */
export const firstRecallAtMostMs = 2000;
/** The words of a draft, and those that it is revised to. */
const keptAtMost = 4;
/** "Yesterday" is another day tomorrow. */
const keptMs = 60_000;

/**
 * The same words again, as when a draft becomes the turn, are not searched for twice. Nothing that memory does fails a
 * turn: what is slow or broken gives nothing, and `onFailed` hears of it.
 */
export class RecallAhead {
  readonly #recall: Recall;
  readonly #clock: Pick<Clock, 'after'>;
  readonly #onFailed: (error: unknown) => void;
  #hasFound = false;
  readonly #kept = new Map<
    string,
    { readonly atMs: number; readonly found: Promise<Recalled | undefined> }
  >();

  constructor(recall: Recall, clock: Pick<Clock, 'after'>, onFailed: (error: unknown) => void) {
    this.#recall = recall;
    this.#clock = clock;
    this.#onFailed = onFailed;
  }

  readonly recall = (question: RecallQuestion): Promise<Recalled | undefined> => {
    const key = `${question.conversationId} ${question.language} ${question.text}`;
    const known = this.#kept.get(key);
    if (known !== undefined && Math.abs(question.nowMs - known.atMs) < keptMs) return known.found;
    const found = this.#search(question);
    this.#kept.delete(key);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= keptAtMost && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, { atMs: question.nowMs, found });
    return found;
  };

  /** Something was learned or forgotten: what was found before holds no longer. */
  forget(): void {
    this.#kept.clear();
  }

  async #search(question: RecallQuestion): Promise<Recalled | undefined> {
    const stopper = new AbortController();
    const late = Promise.withResolvers<undefined>();
    const atMostMs = this.#hasFound ? recallAtMostMs : firstRecallAtMostMs;
    const cancel = this.#clock.after(atMostMs, () => {
      stopper.abort();
      late.resolve(undefined);
    });
    let found: Recalled | undefined;
    try {
      found = await Promise.race([this.#recall(question, stopper.signal), late.promise]);
      return found;
    } catch (error) {
      if (!stopper.signal.aborted) this.#onFailed(error);
      return undefined;
    } finally {
      cancel();
      this.#hasFound ||= found !== undefined || stopper.signal.aborted;
    }
  }
}

interface AskedTurn {
  readonly conversationId: string;
  readonly userMessage: Message;
  readonly language: Language;
  readonly mode: { readonly kind: 'new' | 'continue' };
}

/** Memories for the words of this turn; words whose answer is gone on with have theirs already. */
export async function recallFor(turn: AskedTurn, { recall }: RecallPorts): Promise<Recalled | undefined> {
  const { userMessage, language, conversationId } = turn;
  if (recall === undefined || turn.mode.kind === 'continue') return undefined;
  return recall({ text: userMessage.text, language, conversationId, nowMs: userMessage.createdAtMs });
}

/** The words as they stand in the prompt. */
export const withRecalled = (message: Message, recalled: Recalled | undefined): Message =>
  recalled === undefined ? message : { ...message, memoryContext: recalled.block };
