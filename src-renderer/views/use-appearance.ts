/** Puts the profile's theme and language on the page. */
import { useEffect } from 'react';
import { useLanguage, useWindow, useWords } from './window-context.tsx';

export function useAppearance(): void {
  const theme = useWindow(state => state.preferences.theme);
  const accent = useWindow(state => state.preferences.accent);
  const motion = useWindow(state => state.preferences.motion);
  const language = useLanguage();
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
      document.documentElement.dataset.theme = shown;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
  useEffect(() => {
    document.documentElement.dataset.accent = accent;
    document.documentElement.dataset.motion = motion;
  }, [accent, motion]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const title = useTitle();
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Of the conversation or the room. A browser keeps titles in its history: of private mode only the room is told. */
function useTitle(): string {
  const t = useWords();
  const room = useWindow(state => state.place.room);
  const conversation = useWindow(state =>
    state.memory.isPrivate ? undefined : state.conversations.find(one => one.id === state.open.id)?.title,
  );
  const shown = room === 'conversation' ? conversation : t(`frame.room.${room}`);
  return shown ? t('frame.title', { shown, jarvis: t('jarvis') }) : t('jarvis');
}
