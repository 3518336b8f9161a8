/** What commands work with, in a real page. */
import { useMemo } from 'react';
import type { CommandAround, PageControl } from '../../commands/command.ts';
import { composerId } from '../dock/composer-id.ts';
import { useTalk } from '../dock/talk.ts';
import { searchFieldId } from '../rail/search-field.tsx';
import { useWindowStore } from '../window-context.tsx';
import { type FileField, openFileField } from './file-fields.tsx';
import { focusRoom } from './focus-room.ts';
import { focusNextPane } from './panes.ts';

export function useCommandAround(): CommandAround {
  const { store, actions } = useWindowStore();
  const talk = useTalk();
  return useMemo(() => {
    const openRail = (): void => {
      if (!store.getState().railOpen && matchMedia('(max-width: 900px)').matches) actions.toggleRail();
    };
    const openFile = (field: FileField): void => {
      if (!openFileField(field)) actions.toast({ kind: 'needs-press' });
    };
    const page = { ...pageControl(openRail), openFile };
    return { actions, state: store.getState, page, ...(talk && { talk }) };
  }, [store, actions, talk]);
}

const pageControl = (openRail: () => void): Omit<PageControl, 'openFile'> => ({
  focus(what) {
    if (what === 'search') openRail();
    // The room may only now be drawn.
    requestAnimationFrame(() => focusOn(what));
  },
  nextPane: focusNextPane,
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
