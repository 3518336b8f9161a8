/** Which turns the memory has not looked at yet: kept with the messages themselves, so that a crash loses none. */
import type { BranchMessage, Message } from '../domain/conversation.ts';

export interface UnperceivedTurn {
  readonly question: BranchMessage;
  /** The newest answer to it. */
  readonly answer?: Message;
}

export interface PerceptionStore {
  /**
   * Words of the user that were not perceived yet, oldest first; those of deleted conversations are left out, and copies,
   * which nobody said again.
   */
  unperceived(limit: number): Promise<readonly UnperceivedTurn[]>;
  /** All up to and including this message are perceived. A message that is unknown changes nothing. */
  perceivedUpTo(messageId: string): Promise<void>;
  /** Whatever was said so far is never perceived: it was said while the person wanted nothing kept. */
  passOver(): Promise<void>;
  /** One turn, as `unperceived` gives it; undefined where the message is gone, or a copy. */
  turnOf(messageId: string): Promise<UnperceivedTurn | undefined>;
  /** Deleted, and not yet gone for good; those of a broken-off import included. */
  deletedConversations(): Promise<readonly { readonly id: string; readonly deletedAtMs: number }[]>;
  /** Takes the recalled block out of the prompts of all questions whose answers used one of these memories; returns how many. */
  scrubRecalled(memoryIds: readonly string[]): Promise<number>;
}
