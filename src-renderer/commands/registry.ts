/** Every action of the window, in one list: what the palette shows, what keys and spoken sentences reach. */
import type { Preferences } from '../store/contract-types.ts';
import type { Command } from './command.ts';
import { conversationCommands } from './conversation-commands.ts';
import { dockCommands } from './dock-commands.ts';
import { memoryCommands } from './memory-commands.ts';
import { nowCommands } from './now-commands.ts';
import { roomCommands } from './room-commands.ts';
import { settingsCommands } from './settings-commands.ts';
import { systemCommands } from './system-commands.ts';
import { turnCommands } from './turn-commands.ts';
import { voiceCommands } from './voice-commands.ts';
import { windowCommands } from './window-commands.ts';

export const commands: readonly Command[] = [
  ...roomCommands,
  ...conversationCommands,
  ...turnCommands,
  ...dockCommands,
  ...voiceCommands,
  ...memoryCommands,
  ...nowCommands,
  ...systemCommands,
  ...settingsCommands,
  ...windowCommands,
];

const byId: ReadonlyMap<string, Command> = new Map(commands.map(one => [one.id, one]));
export const commandOf = (id: string): Command | undefined => byId.get(id);

/** The keys of a command: those the person recorded, else its own. */
export function keysOf({ id, keys = [] }: Command, recorded: Preferences['keys']): readonly string[] {
  const own = recorded[id];
  if (own !== undefined) return own === '' ? [] : [own];
  // A chord that was given to another command is that one's.
  const taken = new Set(Object.values(recorded));
  return keys.filter(chord => !taken.has(chord));
}

export const commandOfChord = (chord: string, recorded: Preferences['keys']): Command | undefined =>
  commands.find(one => keysOf(one, recorded).includes(chord));
