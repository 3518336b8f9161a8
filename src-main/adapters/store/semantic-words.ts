/** Words as keys of the index of facts: numbers, so that forgetting has no second copy of a word to find. */
import { createHash } from 'node:crypto';
import { foldedWords } from './search-words.ts';

/** 48 bits: of a million different words two share a key once in five hundred profiles, and what is found is compared. */
const keyBytes = 6;

const keyOf = (text: string): number =>
  createHash('sha256').update(text, 'utf8').digest().readUIntBE(0, keyBytes);

/** A plural finds its singular, in both languages. */
const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]+$/, '') : word);

const wordsIn = (text: string): readonly string[] => foldedWords(text.toWellFormed()).map(singular);

/** One for each different word. */
export const wordKeys = (text: string): readonly number[] => [...new Set(wordsIn(text))].map(keyOf);

/** One for a whole name. */
export const nameKey = (name: string): number => keyOf(` ${wordsIn(name).join(' ')}`);
