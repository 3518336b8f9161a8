/** Takes words out of a profile for good, wherever they stand. */
import type { ForgetReceipt } from '../domain/memory.ts';
import type { Summary } from './semantic-memory-store.ts';

/** What the organizer keeps. */
export const noteKinds = ['note', 'list-item', 'timer', 'remembered-fact'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Of a `title` the id is that of its conversation; of a `prompt` that of the message which it stands behind. */
export type KeptKind =
  | 'episode'
  | 'message'
  | 'title'
  | 'prompt'
  | 'queued-turn'
  | 'fact'
  | 'summary'
  | NoteKind;

/** Words and where they stand. A fact comes once for each of its changes, undone ones too. */
export interface KeptText {
  readonly kind: KeptKind;
  readonly id: string;
  readonly text: string;
}

export interface KeptMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly text: string;
  readonly atMs: number;
}

/** Ids. */
export interface MemoryThings {
  readonly episodes: readonly string[];
  readonly facts: readonly string[];
  readonly summaries: readonly string[];
  readonly messages: readonly string[];
}

/** Ids of all that goes, and what takes its place. */
export interface ForgetOrder extends MemoryThings {
  readonly titles: readonly string[];
  readonly prompts: readonly string[];
  readonly queuedTurns: readonly string[];
  readonly notes: readonly { readonly kind: NoteKind; readonly id: string }[];
  /** Summaries that were made again from what stays. */
  readonly rebuilt: readonly Summary[];
}

export interface WordEraser {
  /** All words there are, also hidden ones and those of deleted conversations, a piece at a time. */
  texts(): AsyncIterable<readonly KeptText[]>;
  /** Each once, in the order they were said; unknown ones are passed over. */
  messages(ids: readonly string[]): Promise<readonly KeptMessage[]>;
  /** Hidden ones too; unknown ones are passed over. */
  episodes(
    ids: readonly string[],
  ): Promise<readonly { readonly id: string; readonly text: string; readonly atMs: number }[]>;
  /**
   * These, and what hangs together with them: the sentences that facts were taken from; facts and undone ones that rest on
   * such sentences alone; summaries made of one of them; the messages they were said in; the answers to these, and those
   * that were given with one of all these memories.
   */
  boundTo(things: MemoryThings): Promise<MemoryThings>;
  /**
   * All of it in one transaction, or nothing; unknown ids are passed over. From then on `settle` is due, also for the next
   * start where the program is killed. `receipt` keeps the counts; absent: none is written.
   */
  forget(
    order: ForgetOrder,
    receipt?: { readonly id: string; readonly atMs: number },
  ): Promise<ForgetReceipt>;
  /** The same, but what was removed may stand in the log and on free pages until these are used again. */
  remove(order: ForgetOrder): Promise<void>;
  /**
   * What was removed is gone from the log, from free pages and from the copies that Jarvis made by itself, which are
   * deleted: returns their names.
   */
  settle(): Promise<readonly string[]>;
  /** Newest first. */
  receipts(limit: number): Promise<readonly ForgetReceipt[]>;
}
