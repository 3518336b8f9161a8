/** Puts the profile's theme and language on the page. */
import { useEffect } from 'react';
import { useLanguage, useWindow } from './window-context.tsx';

export function useAppearance(): void {
  const theme = useWindow(state => state.preferences.theme);
  const accent = useWindow(state => state.preferences.accent);
  const motion = useWindow(state => state.preferences.motion);
  const language = useLanguage();
  // A browser keeps the titles of pages in its history.
  const title = useWindow(state =>
    state.memory.isPrivate ? undefined : state.conversations.find(one => one.id === state.open.id)?.title,
  );
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
  useEffect(() => {
    document.title = title ? `${title} · Jarvis` : 'Jarvis';
  }, [title]);
}
