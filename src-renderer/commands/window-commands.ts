/** The window itself: the palette, the page of keys, panes, and what Escape ends. */
import type { WindowState } from '../store/state.ts';
import type { Command, CommandAround } from './command.ts';

const isTaking = ({ voice }: WindowState): boolean =>
  voice.state === 'listening' || voice.state === 'hearing';

const nothingToEnd = (state: WindowState) => {
  const { dialog, voice, running, open, railOpen } = state;
  // A dialog is closed by the browser.
  const something = isTaking(state) || voice.speaking || running.has(open.id) || railOpen;
  return dialog === undefined && something ? undefined : ('commandsWhyNot.nothingToEnd' as const);
};

/** One thing at a time: listening, then the answer and its voice, then the drawer. */
function endOne({ state, actions, talk }: CommandAround): void {
  if (isTaking(state())) {
    talk?.cancel();
    return;
  }
  const { voice, railOpen } = state();
  if (voice.speaking) talk?.hush();
  if (!actions.stop() && !voice.speaking && railOpen) actions.toggleRail();
}

export const windowCommands: readonly Command[] = [
  {
    id: 'window.palette',
    group: 'window',
    title: 'frame.allActions',
    keys: ['Ctrl+K'],
    run: ({ actions, state }) =>
      state().dialog === 'palette' ? actions.closeDialog() : actions.showDialog('palette'),
  },
  {
    id: 'window.keys',
    group: 'window',
    title: 'commands.allKeys',
    also: 'commandsAlso.allKeys',
    keys: ['?', 'F1'],
    run: ({ actions }) => actions.showDialog('help'),
  },
  {
    id: 'window.end',
    group: 'window',
    title: 'commands.end',
    keys: ['Escape'],
    whyNot: nothingToEnd,
    run: endOne,
  },
  {
    id: 'window.nextPane',
    group: 'window',
    title: 'commands.nextPane',
    keys: ['F6'],
    run: ({ page }) => page.nextPane(1),
  },
  {
    id: 'window.previousPane',
    group: 'window',
    title: 'commands.previousPane',
    keys: ['Shift+F6'],
    run: ({ page }) => page.nextPane(-1),
  },
  {
    id: 'window.rail',
    group: 'window',
    title: 'showRail',
    run: ({ actions, page, state }) => {
      actions.goTo('conversation');
      if (!state().railOpen) actions.toggleRail();
      page.focus('search');
    },
  },
  {
    id: 'window.room',
    group: 'window',
    title: 'frame.skip',
    run: ({ page }) => page.focus('room'),
  },
  { id: 'window.reload', group: 'window', title: 'commands.reload', run: ({ page }) => page.reload() },
  {
    id: 'window.dismissToasts',
    group: 'window',
    title: 'commands.dismissToasts',
    whyNot: ({ toasts }) => (toasts.length === 0 ? 'commandsWhyNot.noToasts' : undefined),
    run: ({ actions, state }) => {
      for (const { id } of state().toasts) actions.dismissToast(id);
    },
  },
  {
    id: 'window.undo',
    group: 'window',
    title: 'commands.undoDelete',
    whyNot: ({ toasts }) =>
      toasts.some(one => one.restores !== undefined) ? undefined : 'commandsWhyNot.nothingToUndo',
    run: ({ actions, state }) => {
      const toast = state().toasts.findLast(one => one.restores !== undefined);
      if (toast?.restores === undefined) return undefined;
      actions.dismissToast(toast.id);
      return actions.restore(toast.restores);
    },
  },
];
