/** What the dock offers when something went wrong. */
import { type Trouble, troubleOf } from '../orb/orb-state.ts';
import type { WindowState } from '../store/state.ts';
import type { Command } from './command.ts';

const unsentOf = (state: WindowState): Extract<Trouble, { kind: 'unsent' }> | undefined => {
  const trouble = troubleOf(state);
  return trouble?.kind === 'unsent' && trouble.canRetry ? trouble : undefined;
};

export const dockCommands: readonly Command[] = [
  {
    id: 'dock.sendAgain',
    group: 'conversation',
    title: 'commands.sendAgain',
    whyNot: state => (unsentOf(state) === undefined ? 'commandsWhyNot.allSent' : undefined),
    run: ({ actions, state }) => {
      const unsent = unsentOf(state());
      return unsent && actions.resend(unsent.id);
    },
  },
  {
    id: 'dock.putAway',
    group: 'conversation',
    title: 'commands.putTroubleAway',
    whyNot: state => (troubleOf(state) === undefined ? 'commandsWhyNot.noTrouble' : undefined),
    run: ({ actions, state }) => {
      const trouble = troubleOf(state());
      if (trouble !== undefined && 'id' in trouble) actions.putTroubleAway(trouble.id);
    },
  },
];
