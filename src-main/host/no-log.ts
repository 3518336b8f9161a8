/** What a person is told where the log cannot be written. */
import type { Bilingual } from '../domain/language.ts';

export const noLog: Bilingual = {
  fr: 'Le journal ne peut pas être écrit ; Jarvis continue sans.',
  en: 'The log cannot be written; Jarvis goes on without.',
};
