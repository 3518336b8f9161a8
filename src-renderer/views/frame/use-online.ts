/** Whether the machine says that it has a network. */
import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  const listening = new AbortController();
  for (const name of ['online', 'offline']) addEventListener(name, changed, { signal: listening.signal });
  return () => listening.abort();
}

export const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
