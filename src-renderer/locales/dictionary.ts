/** The shape that every language's words must have, and how to get them. */
import type { Language } from '../store/contract-types.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

const dictionaries: Readonly<Record<Language, Dictionary>> = { fr, en };

/** Same keys, and functions with the same parameters, as the English words. */
export type Dictionary = Readonly<typeof en>;

export const wordsFor = (language: Language): Dictionary => dictionaries[language];
