/** The keys that work everywhere in the window. */
import { useEffect } from 'react';
import { composerId } from './dock/composer.tsx';
import { useTalk } from './dock/talk.ts';
import { searchFieldId } from './rail/search-field.tsx';
import { useWindowStore } from './window-context.tsx';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Space has its own meaning on these. */
const usesSpace = (target: EventTarget | null): boolean =>
  typesText(target) ||
  (target instanceof Element && target.closest('button, a, summary, [role^="menu"], dialog') !== null);

const isEmptyComposer = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement && target.id === composerId && target.value === '';

export function useShortcuts(): void {
  const { store, actions } = useWindowStore();
  const talk = useTalk();
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;

    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const withControl = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      if (withControl && key === 'k') take(event, focusSearch);
      // Browsers keep Ctrl N for themselves; Alt N is its way in a tab.
      else if ((withControl && key === 'n') || (event.altKey && event.code === 'KeyN')) take(event, startNew);
      else if (key === 'escape') putAway(event);
      else if (key === '?' && !typesText(event.target)) take(event, () => actions.showDialog('help'));
      else if (event.code === 'Space' && !withControl && !event.shiftKey && !event.altKey) holdSpace(event);
    };

    function focusSearch(): void {
      if (!store.getState().railOpen && matchMedia('(max-width: 900px)').matches) actions.toggleRail();
      const field = document.getElementById(searchFieldId);
      if (field instanceof HTMLInputElement) field.select();
    }
    function startNew(): void {
      actions.newConversation();
      document.getElementById(composerId)?.focus();
    }
    /** Escape ends one thing at a time: listening, then the answer and its voice, then the drawer. */
    function putAway(event: KeyboardEvent): void {
      const { dialog, voice, railOpen } = store.getState();
      if (dialog !== undefined) return;
      if (voice.state === 'listening' || voice.state === 'hearing') {
        take(event, () => talk?.cancel());
        return;
      }
      if (voice.speaking) talk?.hush();
      if (actions.stop()) event.preventDefault();
      else if (railOpen) take(event, actions.toggleRail);
    }
    function holdSpace(event: KeyboardEvent): void {
      if (talk === undefined || !store.getState().speech.canListen) return;
      if (store.getState().dialog !== undefined) return;
      if (!isEmptyComposer(event.target) && usesSpace(event.target)) return;
      event.preventDefault();
      if (!event.repeat) talk.press();
    }
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.code === 'Space') talk?.release();
    };

    addEventListener('keydown', onKeyDown, { signal });
    addEventListener('keyup', onKeyUp, { signal });
    // The key may be let go outside the window: what was heard so far is not what was meant.
    addEventListener('blur', () => talk?.lose(), { signal });
    return () => listening.abort();
  }, [store, actions, talk]);
}

function take(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  action();
}
