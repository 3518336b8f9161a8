/** What commands work with, in a real page. */
import { useMemo } from 'react';
import type { CommandAround, PageControl } from '../../commands/command.ts';
import { composerId } from '../dock/composer.tsx';
import { useTalk } from '../dock/talk.ts';
import { searchFieldId } from '../rail/search-field.tsx';
import { useWindowStore } from '../window-context.tsx';
import { openFileField } from './file-fields.tsx';
import { focusRoom } from './focus-room.ts';
import { focusNextPane } from './panes.ts';

export function useCommandAround(): CommandAround {
  const { store, actions } = useWindowStore();
  const talk = useTalk();
  return useMemo(() => {
    const openRail = (): void => {
      if (!store.getState().railOpen && matchMedia('(max-width: 900px)').matches) actions.toggleRail();
    };
    return { actions, state: store.getState, page: pageControl(openRail), ...(talk && { talk }) };
  }, [store, actions, talk]);
}

const pageControl = (openRail: () => void): PageControl => ({
  focus(what) {
    if (what === 'search') openRail();
    // The room may only now be drawn.
    requestAnimationFrame(() => focusOn(what));
  },
  nextPane: focusNextPane,
  openFile: openFileField,
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      console.warn('nothing was copied:', error instanceof Error ? error.name : 'error');
      return false;
    }
  },
  back: () => history.back(),
  reload: () => location.reload(),
});

function focusOn(what: 'composer' | 'search' | 'room'): void {
  if (what === 'room') {
    focusRoom();
    return;
  }
  const field = document.getElementById(what === 'search' ? searchFieldId : composerId);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
