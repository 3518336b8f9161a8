/** The keys that work everywhere in the window: each reaches its command, and only that. */
import type { WindowState } from '../store/state.ts';
import { chordOf, writesText } from './chords.ts';
import type { Command, CommandAround } from './command.ts';
import { commandOfChord } from './registry.ts';
import { runCommand } from './run-command.ts';

/** What the focus is on, as far as keys are concerned. */
export interface Focused {
  /** Letters and signs write there. */
  readonly writes: boolean;
  /** The empty field of the composer: there the space bar talks. */
  readonly isEmptyComposer: boolean;
  /** Space has its own meaning there: it presses, unfolds or chooses. */
  readonly usesSpace: boolean;
}

type Key = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'shiftKey'
  | 'repeat'
  | 'isComposing'
  | 'defaultPrevented'
  | 'preventDefault'
>;

export interface FollowedKeys {
  down(event: Key, focused: Focused): void;
  up(event: Pick<Key, 'key' | 'code'>): void;
  /** The key may have been let go outside the window: what was heard so far is not what was meant. */
  lose(): void;
}

export function followKeys(around: CommandAround): FollowedKeys {
  let held: { readonly command: Command; readonly code: string } | undefined;
  const find = (event: Key, focused: Focused): Command | undefined => {
    const chord = chordOf(event);
    if (chord === '' || (chord === 'Space' ? !spaceTalks(focused) : focused.writes && writesText(chord)))
      return undefined;
    return commandOfChord(chord, around.state().preferences.keys);
  };
  return {
    down(event, focused) {
      if (event.defaultPrevented || event.isComposing) return;
      const command = find(event, focused);
      if (command === undefined || isCovered(command, around.state())) return;
      if (event.repeat) {
        // A key that is held neither talks twice nor opens a room again and again, nor writes a row of spaces.
        if (held !== undefined) event.preventDefault();
        return;
      }
      if (runCommand(command, around, true) !== undefined) return;
      event.preventDefault();
      if (command.release !== undefined) held = { command, code: event.code };
    },
    up(event) {
      if (held === undefined || held.code !== event.code) return;
      held.command.release?.(around);
      held = undefined;
    },
    lose() {
      held = undefined;
      around.talk?.lose();
    },
  };
}

const spaceTalks = ({ isEmptyComposer, writes, usesSpace }: Focused): boolean =>
  isEmptyComposer || (!writes && !usesSpace);

/** Behind an open dialog nothing is done that one does not see; the palette and the page of keys can still be called. */
const isCovered = ({ id }: Command, { dialog }: WindowState): boolean =>
  dialog !== undefined && id !== 'window.palette' && id !== 'window.keys';
