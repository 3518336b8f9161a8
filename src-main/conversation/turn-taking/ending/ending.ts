/** Has the speaker finished, by the words alone? Rules of each language, first match wins, weighed with the closing mark. */
import type { Language } from '../../../domain/language.ts';
import { together } from '../waiting.ts';
import { endingInEnglish } from './english.ts';
import { endingInFrench } from './french.ts';
import { readPhrase } from './phrase.ts';

export interface Ending {
  readonly complete: boolean;
  /** Of that judgement, 0.5 to 1. */
  readonly confidence: number;
}

/** Marks are weak evidence: recognisers close unfinished sentences with a full stop as well. */
const byMark: Readonly<Record<string, number>> = {
  '.': 0.55,
  '!': 0.65,
  '?': 0.75,
  ',': 0.06,
  ';': 0.15,
  ':': 0.1,
  '…': 0.06,
  '-': 0.05,
};

/** @param text as a recogniser wrote it, with or without marks and capitals. */
export function endingOf(text: string, language: Language): Ending {
  const phrase = readPhrase(text, language);
  if (phrase.words === '') return { complete: false, confidence: 0.5 };
  const byWords = language === 'fr' ? endingInFrench(phrase) : endingInEnglish(phrase);
  const finished = together(byWords, byMark[phrase.mark] ?? 0.5);
  const complete = finished >= 0.5;
  return { complete, confidence: Math.round((complete ? finished : 1 - finished) * 1000) / 1000 };
}
