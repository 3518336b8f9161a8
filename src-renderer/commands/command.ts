/** What an action of the window is: its words, its keys, whether it can be done now, and how. */
import type { RoomName, WindowState } from '../store/state.ts';
import type { WindowActions } from '../store/window-store.ts';
import type { WindowVoice } from '../voice/window-voice.ts';
import type { WordKey } from '../words.ts';

/** The part of the page that a command may reach for, without knowing how it is drawn. */
export interface PageControl {
  focus(what: 'composer' | 'search' | 'room'): void;
  /** The next part of the window that takes the focus, or the one before. */
  nextPane(step: 1 | -1): void;
  openFile(field: 'import' | 'model'): void;
  copy(text: string): Promise<boolean>;
  back(): void;
  reload(): void;
}

export interface CommandAround {
  readonly actions: WindowActions;
  readonly state: () => WindowState;
  readonly page: PageControl;
  /** The turn in which it was said: what is done with "the answer" means the one before. */
  readonly saidIn?: string;
  /** Absent where the window was drawn without a voice. */
  readonly talk?: Pick<WindowVoice, 'press' | 'release' | 'lose' | 'cancel' | 'hush' | 'pause' | 'deny'>;
}

export type CommandGroup =
  | 'rooms'
  | 'conversation'
  | 'voice'
  | 'memory'
  | 'now'
  | 'system'
  | 'settings'
  | 'window';

export interface Command {
  /** `part.verb`: what a recorded key and a spoken sentence name it by. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: WordKey;
  /** Other words for it, apart by commas. */
  readonly also?: WordKey;
  /** Chords as `chords.ts` writes them; the first is the one that is shown. */
  readonly keys?: readonly string[];
  /** Why it cannot be done now; undefined where it can. */
  readonly whyNot?: (state: WindowState) => WordKey | undefined;
  readonly run: (around: CommandAround) => unknown;
  /** It lasts as long as its key is down, and this ends it. */
  readonly release?: (around: CommandAround) => void;
  /** The same where there is no key to be let go: chosen from the palette, or said. */
  readonly tap?: (around: CommandAround) => void;
  /** It is true now: shown as a mark beside the words. */
  readonly isOn?: (state: WindowState) => boolean;
}

/** Walks to a room, or to a part of it. */
export const walk = (
  id: string,
  words: Pick<Command, 'title' | 'also' | 'keys' | 'group'>,
  room: RoomName,
  part?: string,
): Command => ({ id, ...words, run: ({ actions }) => actions.goTo(room, part) });
