/** Sentences with the emotion and the sign of valence that a person gave them: `dev` to write rules from, `kept-aside` to measure. */
import { readFileSync } from 'node:fs';
import type { Language } from '../../domain/language.ts';
import type { Emotion } from '../../domain/memory.ts';

export type SentenceSet = 'dev' | 'kept-aside';

export interface LabelledSentence {
  readonly text: string;
  readonly lang: Language;
  readonly emotion: Emotion;
  readonly valence: 'negative' | 'neutral' | 'positive';
}

export function readSentences(set: SentenceSet): readonly LabelledSentence[] {
  const lines = readFileSync(new URL(`./sentences/${set}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as LabelledSentence);
}
