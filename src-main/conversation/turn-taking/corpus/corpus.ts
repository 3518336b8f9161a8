/** Phrases that people wrote down to measure turn-taking with; the rules were written with the part `dev` alone. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../../domain/language.ts';
import type { Interjection } from '../interjections.ts';

export const corpusParts = ['dev', 'kept-aside'] as const;
export type CorpusPart = (typeof corpusParts)[number];

export interface EndingPhrase {
  readonly text: string;
  /** Whether the speaker has finished, by the words alone, at a pause of 300 ms. */
  readonly complete: boolean;
}

export interface SaidAcross {
  readonly text: string;
  readonly kind: Interjection;
}

export const endingPhrases = (language: Language, part: CorpusPart): readonly EndingPhrase[] =>
  read(`ending.${language}.${part}`).map(line => JSON.parse(line) as EndingPhrase);

export const saidAcross = (language: Language, part: CorpusPart): readonly SaidAcross[] =>
  read(`backchannels.${language}.${part}`).map(line => JSON.parse(line) as SaidAcross);

function read(name: string): readonly string[] {
  const path = fileURLToPath(new URL(`${name}.jsonl`, import.meta.url));
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');
}
