/** The whole lexicon of a language, built when the first sentence is appraised. */
import type { Language } from '../../../domain/language.ts';
import { anger, moreAnger } from './anger.ts';
import { anticipation, moreAnticipation } from './anticipation.ts';
import { disgust, moreDisgust } from './disgust.ts';
import { buildLexicon, type Lexicon } from './expression-tree.ts';
import { fear, moreFear } from './fear.ts';
import { angryCries, frightenedCries, gladCries, surprisedCries } from './interjections.ts';
import { joy, moreJoy } from './joy.ts';
import { pleasant, trouble, unfelt, unpleasant } from './judgements.ts';
import { moreSadness, sadness } from './sadness.ts';
import { situations } from './situations.ts';
import { moreSurprise, surprise } from './surprise.ts';
import { moreTrust, trust } from './trust.ts';

const parts = [
  joy,
  sadness,
  anger,
  fear,
  surprise,
  disgust,
  trust,
  anticipation,
  pleasant,
  unpleasant,
  trouble,
  unfelt,
  surprisedCries,
  frightenedCries,
  angryCries,
  gladCries,
  moreJoy,
  moreSadness,
  moreAnger,
  moreFear,
  moreSurprise,
  moreDisgust,
  moreTrust,
  moreAnticipation,
  ...situations,
];
const built = new Map<Language, Lexicon>();

export function lexiconOf(language: Language): Lexicon {
  const known = built.get(language);
  if (known !== undefined) return known;
  const lexicon = buildLexicon(parts, language);
  built.set(language, lexicon);
  return lexicon;
}
