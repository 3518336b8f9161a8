/** Whether the machine has a network, as the browser tells it. */
import { useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  const listening = new AbortController();
  for (const name of ['online', 'offline']) addEventListener(name, onChange, { signal: listening.signal });
  return () => listening.abort();
}

export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
