/** Where the built-in skills keep timers, reminders, notes, lists and remembered facts. A resolved promise means on disk. */
import type { ListItem, Note, RememberedFact, Timer } from '../domain/organizer.ts';

export interface OrganizerStore {
  addTimer(timer: Timer): Promise<void>;
  /** Those neither dismissed nor cancelled, next due first. */
  listTimers(): Promise<readonly Timer[]>;
  markRang(id: string, atMs: number): Promise<void>;
  dismissTimer(id: string, atMs: number): Promise<void>;
  /** It is due then, and has not rung. Throws `input.not-found`. */
  moveTimer(id: string, dueAtMs: number): Promise<void>;
  deleteTimer(id: string): Promise<boolean>;

  addNote(note: Note): Promise<void>;
  listNotes(): Promise<readonly Note[]>;
  /** Throws `input.not-found`. */
  editNote(id: string, text: string): Promise<void>;
  deleteNote(id: string): Promise<boolean>;

  addListItems(items: readonly ListItem[]): Promise<void>;
  /** Items of one list, oldest first. */
  listItems(list: string): Promise<readonly ListItem[]>;
  /** Names of the lists that have items. */
  listNames(): Promise<readonly string[]>;
  deleteListItem(id: string): Promise<boolean>;

  addFact(fact: RememberedFact): Promise<void>;
  /** Facts whose words match (case and diacritics ignored), best first; all of them, newest first, when `about` is empty. */
  findFacts(about: string): Promise<readonly RememberedFact[]>;
  /** Removes it for good, words overwritten. */
  deleteFact(id: string): Promise<boolean>;
}
