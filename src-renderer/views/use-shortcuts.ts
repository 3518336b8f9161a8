/** Ties the keyboard to the commands. */
import { useEffect } from 'react';
import { type Focused, followKeys } from '../commands/follow-keys.ts';
import { composerId } from './dock/composer-id.ts';
import { useCommandAround } from './frame/use-command-around.ts';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches('input, textarea, select') &&
      !target.matches('[type="checkbox"], [type="radio"], [type="range"], [type="button"]')));

/** Space has its own meaning on these. */
const usesSpace = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('button, a, summary, input, [role^="menu"], [role="slider"], [role="tab"], dialog') !== null;

const focusedOf = (target: EventTarget | null): Focused => ({
  writes: typesText(target),
  isEmptyComposer: target instanceof HTMLTextAreaElement && target.id === composerId && target.value === '',
  usesSpace: usesSpace(target),
});

export function useShortcuts(): void {
  const around = useCommandAround();
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const keys = followKeys(around);
    addEventListener('keydown', event => keys.down(event, focusedOf(event.target)), { signal });
    addEventListener('keyup', event => keys.up(event), { signal });
    addEventListener('blur', () => keys.lose(), { signal });
    return () => listening.abort();
  }, [around]);
}
