/** What is understood to no effect before anybody asks. */
import type { Language } from '../domain/language.ts';

/** Sentences that are for no skill, as most are that people ask a model: all grammars are gone through for them. */
export const forNobody: Readonly<Record<Language, string>> = {
  fr: 'Raconte-moi une histoire de marins.',
  en: 'Tell me a story about sailors.',
};

/**
 * Sentences that have the grammars compiled before anybody asks: one for a skill and one for none in each language. What
 * the other families compile at their first sentence takes a moment then, and memory only where they are used.
 */
export const rehearsal: readonly string[] = [
  'Quelle heure est-il ?',
  'What time is it?',
  forNobody.fr,
  forNobody.en,
];
