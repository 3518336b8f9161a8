/** Ties what is said to the window to its actions. */
import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { CommandAround } from '../../commands/command.ts';
import type { WindowState } from '../../store/state.ts';
import { useWindowStore } from '../window-context.tsx';
import { useCommandAround } from './use-command-around.ts';

export function useSaidCommands(): void {
  const { store } = useWindowStore();
  const around = useCommandAround();
  useEffect(
    () =>
      store.subscribe(({ ordered }, before) => {
        if (ordered === undefined || ordered === before.ordered) return;
        follow(ordered, store, around).catch((error: unknown) => {
          console.error('what was said was not done:', error instanceof Error ? error.name : 'error');
        });
      }),
    [store, around],
  );
}

async function follow(
  { order, turnId }: NonNullable<WindowState['ordered']>,
  store: StoreApi<WindowState>,
  around: CommandAround,
): Promise<void> {
  const { followOrder } = await import('../../commands/follow-order.ts');
  await turnIsOver(turnId, store);
  await followOrder(order, { ...around, saidIn: turnId });
}

/** "Answer again" is meant for when Jarvis has said "All right". */
const turnIsOver = (turnId: string, store: StoreApi<WindowState>): Promise<void> =>
  new Promise(resolve => {
    const isOver = ({ running }: WindowState): boolean =>
      ![...running.values()].some(turn => turn.turnId === turnId);
    if (isOver(store.getState())) {
      resolve();
      return;
    }
    const stop = store.subscribe(state => {
      if (!isOver(state)) return;
      stop();
      resolve();
    });
  });
