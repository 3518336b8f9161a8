/** Walking through what was found with the keys, from the field or from the list. */
import { type KeyboardEvent, useId, useState } from 'react';
import { useActions, useWindow } from '../window-context.tsx';
import { type Found, foundIn } from './found.ts';

export interface ResultKeys {
  readonly found: Found;
  /** -1: none. */
  readonly active: number;
  readonly listId: string;
  readonly optionId: (place: number) => string;
  readonly open: (place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

export function useResultKeys(): ResultKeys {
  const { explainMemory } = useActions();
  const memory = useWindow(state => state.memory);
  const found = foundIn(memory);
  // What is shown is another list: one begins at its top again.
  const shown = JSON.stringify([memory.search.query, memory.explorer.filter]);
  const [at, setAt] = useState({ shown, place: -1 });
  const active = at.shown === shown && at.place < found.memories.length ? at.place : -1;
  const listId = useId();
  const open = (place: number): void => {
    const chosen = found.memories[place];
    if (chosen === undefined) return;
    setAt({ shown, place });
    void explainMemory(chosen.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = steps[event.key];
    const last = found.memories.length - 1;
    if (step !== undefined && last >= 0)
      setAt({ shown, place: Math.min(last, Math.max(0, active < 0 && step > 0 ? 0 : active + step)) });
    else if (event.key === 'Enter' && found.memories.length > 0) open(Math.max(0, active));
    else return;
    event.preventDefault();
  };
  return { ...{ found, active, listId, open, onKeyDown }, optionId: place => `${listId}-${place}` };
}
