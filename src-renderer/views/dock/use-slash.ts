/** Calls actions from the composer: a slash at its beginning opens the list of them, and what is typed behind it finds one. */
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useCommandAround } from '../frame/use-command-around.ts';
import { useWindowStore } from '../window-context.tsx';
import type { SlashEntry } from './slash-entries.ts';

export const slashListId = 'slash-list';
export const slashOptionId = (at: number): string => `slash-${at}`;

/** One line that begins with a slash and is no path and no sum. */
const call = /^\/([^\n/]{0,60})$/;

export interface Slash {
  readonly entries: readonly SlashEntry[];
  readonly at: number;
  choose(entry: SlashEntry): void;
  /** Whether the key was the list's. */
  onKey(event: KeyboardEvent): boolean;
}

export function useSlash(text: string, setText: (text: string) => void): Slash {
  const { store } = useWindowStore();
  const around = useCommandAround();
  const query = call.exec(text)?.[1];
  const [found, setFound] = useState<{ readonly query: string; readonly entries: readonly SlashEntry[] }>();
  const [at, setAt] = useState(0);
  const [isPutAway, setPutAway] = useState(false);
  useEffect(() => {
    setAt(0);
    if (query === undefined) {
      setFound(undefined);
      setPutAway(false);
      return;
    }
    let isCurrent = true;
    import('./slash-entries.ts').then(
      ({ slashEntries }) => {
        if (isCurrent) setFound({ query, entries: slashEntries(store.getState(), query) });
      },
      (error: unknown) => console.warn('no list of actions:', error instanceof Error ? error.name : 'error'),
    );
    return () => {
      isCurrent = false;
    };
  }, [store, query]);

  const entries = found === undefined || isPutAway || found.query !== query ? [] : found.entries;
  function choose({ fill, run }: SlashEntry): void {
    setText(fill ?? '');
    run?.(around);
  }
  return {
    entries,
    at,
    choose,
    onKey(event) {
      const chosen = entries[at];
      if (chosen === undefined) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setAt((at + step + entries.length) % entries.length);
      else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') choose(chosen);
      else if (event.key === 'Escape') setPutAway(true);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
