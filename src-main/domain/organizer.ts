/** What the built-in skills keep: timers, reminders, notes, lists and remembered facts. */

export interface Timer {
  readonly id: string;
  /** `timer` counts down from a length, `reminder` rings at a time of day. */
  readonly kind: 'timer' | 'reminder';
  readonly label: string;
  readonly setAtMs: number;
  readonly dueAtMs: number;
  /** When it rang, and when the user put it away; absent until then. */
  readonly rangAtMs?: number;
  readonly dismissedAtMs?: number;
}

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly createdAtMs: number;
}

export interface ListItem {
  readonly id: string;
  /** The list's name in its canonical form: `shopping`, `todo`, or the user's own word. */
  readonly list: string;
  readonly text: string;
  readonly createdAtMs: number;
}

/** A sentence the user asked to be remembered, in their own words. */
export interface RememberedFact {
  readonly id: string;
  readonly text: string;
  readonly language: 'fr' | 'en';
  readonly createdAtMs: number;
  readonly sourceMessageId?: string;
}
