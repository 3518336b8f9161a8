/** Whether a media query holds now, for what is drawn in one place or another. */
import { useCallback, useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}

/** No room for the status line, the rail and the words of the rooms: the width at which `frame.css` and `rail.css` turn. */
export const useNarrow = (): boolean => useMedia('(max-width: 900px)');
