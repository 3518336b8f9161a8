/** Ctrl Z takes the last change of a setting back, unless one writes: there it takes back letters. */
import { useEffect } from 'react';
import { useActions } from '../window-context.tsx';

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && !/^(?:checkbox|radio|range|button)$/.test(target.type);

export function useUndoKey(): void {
  const { undoSetting } = useActions();
  useEffect(() => {
    const listening = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.defaultPrevented || writes(event.target)) return;
      event.preventDefault();
      void undoSetting();
    };
    addEventListener('keydown', onKeyDown, { signal: listening.signal });
    return () => listening.abort();
  }, [undoSetting]);
}
