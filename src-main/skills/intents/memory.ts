/** Facts the user asks to be remembered, asked about, or forgotten. */
import type { RulesByLanguage } from '../grammar.ts';
import { englishMemory } from './memory-english.ts';
import { frenchMemory } from './memory-french.ts';

export const memoryRules: RulesByLanguage = { fr: frenchMemory, en: englishMemory };
