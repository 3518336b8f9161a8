/** The lines of the palette: every action with its words in both languages, the best answers to what was typed first. */
import type { WindowState } from '../store/state.ts';
import { type Words, wordsFor } from '../words.ts';
import { choicesOf } from './choices.ts';
import type { CommandAround, CommandGroup } from './command.ts';
import { rank } from './ranking.ts';
import { commands, keysOf } from './registry.ts';
import { runCommand } from './run-command.ts';

export interface Entry {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: string;
  /** Other words for it, in both languages. */
  readonly also: readonly string[];
  readonly chord?: string;
  /** Why it cannot be done now. */
  readonly whyNot?: string;
  readonly isOn: boolean;
  /** An action of the program itself, whose name may be kept. */
  readonly isCommand: boolean;
  readonly run: (around: CommandAround) => void;
}

const groupOrder: readonly CommandGroup[] = [
  'rooms',
  'conversation',
  'voice',
  'memory',
  'now',
  'system',
  'settings',
  'window',
];

/** Everything that can be done now, and what cannot with its reason. */
export const entriesOf = (state: WindowState): readonly Entry[] => [...actionsOf(state), ...thingsOf(state)];

/** The actions of the program itself. */
export const actionsOf = (state: WindowState): readonly Entry[] => commandEntries(state, ...wordsIn(state));

/** What there is only because of what is there, often hundreds: found by its words alone. */
export const thingsOf = (state: WindowState): readonly Entry[] => choiceEntries(state, ...wordsIn(state));

/** Of the window's language, and of the other one. */
const wordsIn = ({ language }: WindowState): readonly [Words, Words] => [
  wordsFor(language),
  wordsFor(language === 'fr' ? 'en' : 'fr'),
];

const commandEntries = (state: WindowState, t: Words, other: Words): readonly Entry[] =>
  commands
    .filter(({ id }) => id !== 'window.palette')
    .map(command => {
      const { id, group, title, also, whyNot, isOn } = command;
      // What is asked from the palette is asked without it.
      const reason = whyNot?.(withoutDialog(state));
      const [chord] = keysOf(command, state.preferences.keys);
      return {
        ...{ id, group, title: t(title), isOn: isOn?.(state) ?? false, isCommand: true },
        also: [other(title), ...(also ? [t(also), other(also)] : [])],
        ...(chord !== undefined && { chord }),
        ...(reason !== undefined && { whyNot: t(reason) }),
        run: around => void runCommand(command, around),
      };
    });

const choiceEntries = (state: WindowState, t: Words, other: Words): readonly Entry[] =>
  choicesOf(state).map(({ id, group, title, values, also, isOn = false, run }) => ({
    ...{ id, group, title: t(title, values), isOn, isCommand: false },
    also: [other(title, values), ...(also ? [t(also), other(also)] : [])],
    run: around => void run(around),
  }));

function withoutDialog({ dialog: _dialog, ...rest }: WindowState): WindowState {
  return rest;
}

/** Without a query: what was done last, then all by group. With one: by how well it answers. */
export function findEntries(
  entries: readonly Entry[],
  query: string,
  recent: readonly string[],
): readonly Entry[] {
  if (query.trim() === '') {
    const first = recent.flatMap(id => entries.find(one => one.id === id) ?? []);
    const rest = entries.filter(one => one.isCommand && !first.includes(one));
    return [...first, ...rest.toSorted((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group))];
  }
  return entries
    .map(entry => ({ entry, score: scoreOf(entry, query, recent) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function scoreOf(entry: Entry, query: string, recent: readonly string[]): number {
  const score = rank(query, entry);
  if (score === 0) return 0;
  const habit = recent.includes(entry.id) ? 0.04 : 0;
  return score + habit - (entry.whyNot === undefined ? 0 : 0.05) - (entry.isCommand ? 0 : 0.02);
}
