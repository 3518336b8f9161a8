/** What a sentence that begins with a slash may call: every action of the window, and beginnings of sentences for the skills. Loaded once somebody types one. */
import type { CommandAround } from '../../commands/command.ts';
import { entriesOf, findEntries } from '../../commands/entries.ts';
import { rank } from '../../commands/ranking.ts';
import type { WindowState } from '../../store/state.ts';
import { type WordKey, wordsFor } from '../../words.ts';

/** `fill`: what then stands in the field, to be gone on with; else `run` is done at once. */
export interface SlashEntry {
  readonly id: string;
  readonly title: string;
  readonly whyNot?: string;
  readonly fill?: string;
  readonly run?: (around: CommandAround) => void;
}

const shownAtMost = 8;
const fewest = 0.3;

const beginnings: readonly { readonly name: string; readonly title: WordKey; readonly words: WordKey }[] = [
  { name: 'timer', title: 'slash.timer', words: 'slash.timerWords' },
  { name: 'reminder', title: 'slash.reminder', words: 'slash.reminderWords' },
  { name: 'note', title: 'slash.note', words: 'slash.noteWords' },
  { name: 'list', title: 'slash.list', words: 'slash.listWords' },
];

/** `query`: what stands behind the slash. Beginnings of sentences first, then what can be done now. */
export function slashEntries(state: WindowState, query: string): readonly SlashEntry[] {
  const [t, other] = [wordsFor(state.language), wordsFor(state.language === 'fr' ? 'en' : 'fr')];
  const begun = beginnings
    .map(({ name, title, words }) => ({
      entry: { id: `begin ${name}`, title: t(title), fill: t(words) },
      score: rank(query, { title: t(title), also: [name, other(title)] }),
    }))
    .filter(({ score }) => score >= fewest)
    .map(({ entry }) => entry);
  const actions = findEntries(entriesOf(state), query, [])
    .filter(({ isCommand, whyNot }) => isCommand && whyNot === undefined)
    .map(({ id, title, run }) => ({ id, title, run }));
  return [...begun, ...actions].slice(0, shownAtMost);
}
