/** Gives the views the store, its actions and the words of the profile's language. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { type Dictionary, wordsFor } from '../locales/dictionary.ts';
import type { WindowState } from '../store/state.ts';
import type { WindowActions, WindowStore } from '../store/window-store.ts';

const WindowContext = createContext<WindowStore | undefined>(undefined);

export const WindowProvider = WindowContext.Provider;

export function useWindowStore(): WindowStore {
  const window = useContext(WindowContext);
  if (window === undefined) throw new Error('a view was drawn outside its window');
  return window;
}

export function useWindow<T>(select: (state: WindowState) => T): T {
  return useStore(useWindowStore().store, select);
}

export const useActions = (): WindowActions => useWindowStore().actions;

export const useWords = (): Dictionary => wordsFor(useWindow(state => state.language));
