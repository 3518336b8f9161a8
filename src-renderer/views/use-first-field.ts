/** Keeps the looks for the next start, and takes the first field away where the window has no composer to go on with it. */
import { useEffect } from 'react';
import { keepFirstLook, removeFirstField } from '../first-field.ts';
import { useLanguage, useWindow, useWords } from './window-context.tsx';

export function useFirstField(): void {
  const t = useWords();
  const language = useLanguage();
  const isReady = useWindow(state => state.ready);
  const accent = useWindow(state => state.preferences.accent);
  const theme = useWindow(state => state.preferences.theme);
  const isGoneOnWith = useWindow(
    ({ startError, connection, ready, place }) =>
      startError === undefined && connection !== 'closed' && (!ready || place.room === 'conversation'),
  );
  useEffect(() => {
    if (!isGoneOnWith) removeFirstField();
  }, [isGoneOnWith]);
  useEffect(() => {
    if (!isReady) return;
    const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    keepFirstLook({
      theme: isDark ? 'dark' : 'light',
      accent,
      language,
      label: t('composerLabel'),
      placeholder: t('composerPlaceholder'),
    });
  }, [isReady, theme, accent, language, t]);
}
