/** Gives the views the store, its actions and the words of the profile's language. */
import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Language } from '../store/contract-types.ts';
import type { WindowState } from '../store/state.ts';
import type { WindowActions, WindowStore } from '../store/window-store.ts';
import { type WordListKey, type Words, wordListFor, wordsFor } from '../words.ts';

const WindowContext = createContext<WindowStore | undefined>(undefined);
/** Of its own, so that the many views that show words do not each listen to the store. */
const LanguageContext = createContext<Language>('en');

export function WindowProvider({ value, children }: { value: WindowStore; children: ReactNode }) {
  const language = useStore(value.store, state => state.language);
  return (
    <WindowContext value={value}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </WindowContext>
  );
}

export function useWindowStore(): WindowStore {
  const window = useContext(WindowContext);
  if (window === undefined) throw new Error('a view was drawn outside its window');
  return window;
}

export function useWindow<T>(select: (state: WindowState) => T): T {
  return useStore(useWindowStore().store, select);
}

export const useActions = (): WindowActions => useWindowStore().actions;

export const useLanguage = (): Language => useContext(LanguageContext);

export const useWords = (): Words => wordsFor(useLanguage());

export const useWordList = (key: WordListKey): readonly string[] => wordListFor(useLanguage(), key);
