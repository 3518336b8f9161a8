/** The shape that every language's words must have, and how to get them. */
import type { Language } from '../store/contract-types.ts';
import { type Dictionary, en } from './en.ts';
import { fr } from './fr.ts';

const dictionaries: Readonly<Record<Language, Dictionary>> = { fr, en };

export type { Dictionary };

export const wordsFor = (language: Language): Dictionary => dictionaries[language];
