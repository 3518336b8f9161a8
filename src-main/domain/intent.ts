/** What a sentence asks of the built-in skills. Names and slots are those of `jarvis inspect intent`. */

export type SlotValue = string | number | readonly string[];

export interface Understanding {
  /** A dotted name such as `timer.set`; `none` when no built-in skill would answer. */
  readonly intent: string;
  readonly slots: Readonly<Record<string, SlotValue>>;
  /** 0 to 1. */
  readonly confidence: number;
}
