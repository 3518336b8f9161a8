/** The whole lexicon of a language, built when the first sentence is appraised. */
import type { Language } from '../../../domain/language.ts';
import { anger } from './anger.ts';
import { anticipation } from './anticipation.ts';
import { disgust } from './disgust.ts';
import { buildLexicon, type Lexicon } from './expression-tree.ts';
import { fear } from './fear.ts';
import { joy } from './joy.ts';
import { pleasant, trouble, unfelt, unpleasant } from './judgements.ts';
import { sadness } from './sadness.ts';
import { surprise } from './surprise.ts';
import { trust } from './trust.ts';

const parts = [joy, sadness, anger, fear, surprise, disgust, trust, anticipation, pleasant, unpleasant, trouble, unfelt];
const built = new Map<Language, Lexicon>();

export function lexiconOf(language: Language): Lexicon {
  const known = built.get(language);
  if (known !== undefined) return known;
  const lexicon = buildLexicon(parts, language);
  built.set(language, lexicon);
  return lexicon;
}
