/** What is under way: what rings. */
import type { Timer } from '../store/contract-types.ts';
import { snoozeMs } from '../store/now-actions.ts';
import type { WindowState } from '../store/state.ts';
import type { Command } from './command.ts';

const ringing = ({ organizer }: WindowState): readonly Timer[] =>
  organizer.timers.filter(one => one.rangAtMs !== undefined && one.dismissedAtMs === undefined);

export const nowCommands: readonly Command[] = [
  {
    id: 'now.dismiss',
    group: 'now',
    title: 'commands.dismiss',
    also: 'commandsAlso.dismiss',
    whyNot: state => (ringing(state).length === 0 ? 'commandsWhyNot.nothingRings' : undefined),
    run: ({ actions, state }) => Promise.all(ringing(state()).map(one => actions.dismissTimer(one.id))),
  },
  {
    id: 'now.snooze',
    group: 'now',
    title: 'now.snoozeAll',
    whyNot: state => (ringing(state).length === 0 ? 'commandsWhyNot.nothingRings' : undefined),
    run: ({ actions, state }) =>
      Promise.all(ringing(state()).map(one => actions.extendTimer(one.id, snoozeMs))),
  },
  {
    id: 'now.stopConsolidating',
    group: 'now',
    title: 'now.stopConsolidating',
    whyNot: ({ now }) => (now.works?.isConsolidating === true ? undefined : 'now.notConsolidating'),
    run: ({ actions }) => actions.stopConsolidating(),
  },
];
