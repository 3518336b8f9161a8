/** Makes the window as high as what it shows. */
import { type RefObject, useEffect } from 'react';
import { useActions, useWindow } from '../window-context.tsx';

export function useFit(body: RefObject<HTMLElement | null>): void {
  const { fitQuick } = useActions();
  const isInShell = useWindow(state => state.shell !== undefined);
  useEffect(() => {
    const element = body.current;
    if (element === null || !isInShell) return;
    let told = 0;
    const watching = new ResizeObserver(() => {
      // The frame around it is drawn inside the window.
      const wanted = Math.ceil(element.scrollHeight) + 2;
      if (wanted === told) return;
      told = wanted;
      void fitQuick(wanted);
    });
    watching.observe(element);
    return () => watching.disconnect();
  }, [body, fitQuick, isInShell]);
}
