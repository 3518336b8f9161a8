/** "Did you say …?": asked before an action whose words may have been misheard. */

import { fold } from '../domain/fold.ts';
import type { Bilingual, Language } from '../domain/language.ts';

/** Recognisers that tell how sure they are were right about nine times in ten above this. */
const sureFrom = 0.6;
/** What these skills do stays; the others only say something. */
const actions =
  /^(?:timer\.(?:set|cancel)|reminder\.|note\.(?:add|delete)|list\.(?:add|remove|clear)|memory\.(?:remember|forget))/;

/** Whether to ask before the skill of this intent acts. An engine that cannot tell how sure it is is believed. */
export const isDoubtful = (intent: string | undefined, confidence: number | undefined): boolean =>
  intent !== undefined && confidence !== undefined && confidence < sureFrom && actions.test(intent);

const question: Record<Language, (words: string) => string> = {
  fr: words => `Avez-vous dit : « ${words} » ?`,
  en: words => `Did you say: “${words}”?`,
};
export const didYouSay = (words: string, language: Language): string => question[language](words);

export const nothingDone: Bilingual = { fr: 'D’accord, je n’ai rien fait.', en: 'All right, I did nothing.' };

const yes =
  /^(?:oui|ouais|ouep|yes|yeah|yep|yup|exact(?:ement|ly)?|tout a fait|c est ca|c est bien ca|correct|right|that s right|that is right|d accord|ok|okay|vas y|fais le|do it|go ahead|absolument|bien sur|of course|sure|si)\b/;
const no =
  /^(?:non|nan|no|nope|pas du tout|not at all|annule|cancel|laisse tomber|never ?mind|stop|arrete|faux|wrong)\b/;

/** What the person says to the question; `other`: new words of their own. */
export function replyOf(text: string): 'yes' | 'no' | 'other' {
  const words = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  // "Yes, and add butter too" is more than a yes.
  if (words.split(' ').length > 5) return 'other';
  if (yes.test(words)) return 'yes';
  return no.test(words) ? 'no' : 'other';
}
