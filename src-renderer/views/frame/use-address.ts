/** The room in the page's address: back and forward walk between rooms, a reload comes back to it. Of private mode nothing stays there. */
import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Place, WindowState } from '../../store/state.ts';
import type { WindowActions } from '../../store/window-store.ts';
import { useWindowStore } from '../window-context.tsx';
import { isRoom } from './room-names.ts';

/** `#/memory/documents`; the conversation is the bare address. */
export const hashOf = ({ room, part }: Place): string =>
  room === 'conversation' ? '' : `#/${room}${part === undefined ? '' : `/${encodeURIComponent(part)}`}`;

export function placeOf(hash: string): Place {
  const [, room = '', part] = /^#\/([a-z]+)(?:\/(.+))?$/.exec(hash) ?? [];
  if (!isRoom(room)) return { room: 'conversation' };
  if (part === undefined) return { room };
  try {
    return { room, part: decodeURIComponent(part) };
  } catch (error) {
    // Half of an escape: somebody wrote the address by hand.
    console.warn('the part of the address cannot be read', error);
    return { room };
  }
}

export function useAddress(): void {
  const { store, actions } = useWindowStore();
  useEffect(() => followAddress(store, actions), [store, actions]);
}

function followAddress(store: StoreApi<WindowState>, { goTo }: WindowActions): () => void {
  const arrive = (): void => {
    const { room, part } = placeOf(location.hash);
    if (hashOf(store.getState().place) !== hashOf(part === undefined ? { room } : { room, part }))
      goTo(room, part);
  };
  if (location.hash !== '') arrive();
  const stop = store.subscribe(({ place, memory }, before) => {
    const wanted = memory.isPrivate ? '' : hashOf(place);
    if (wanted === location.hash) return;
    const address = location.pathname + location.search + wanted;
    // Entering private mode is no step that one could go back from.
    if (memory.isPrivate || before.memory.isPrivate) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  });
  addEventListener('popstate', arrive);
  return () => {
    stop();
    removeEventListener('popstate', arrive);
  };
}
