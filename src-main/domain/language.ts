/** The two languages Jarvis speaks. */
export type Language = 'fr' | 'en';
export const languages: readonly Language[] = ['fr', 'en'];
/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
