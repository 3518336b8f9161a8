/** Takes words out of conversations for good. */

export interface WordEraser {
  /**
   * The words of these messages are gone: from the message, the index and the title of its conversation; what was told
   * or recalled for them goes too. Messages that are unknown are passed over. Returns how many there were.
   */
  eraseMessages(ids: readonly string[]): Promise<number>;
  /** What was overwritten is gone from the log and from free pages too. */
  settle(): Promise<void>;
  /** Copies that Jarvis made by itself hold the words still: they are deleted. Returns their names. */
  removeCopies(): Promise<readonly string[]>;
}
