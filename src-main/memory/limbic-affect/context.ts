/** Gives words that only judge ("terrible", "great") the emotion that the rest of the utterance speaks of. */
import type { Language } from '../../domain/language.ts';
import type { Emotion } from '../../domain/memory.ts';
import type { Evidence } from './evidence.ts';
import type { Utterance } from './reading/tokens.ts';
import { wordClasses } from './reading/word-classes.ts';

const future: Record<Language, RegExp> = {
  en: /\b(?:going to be|will be|will|going to|hope|hopefully|about to|tomorrow|next (?:week|month|year|summer|weekend|season)|soon)\b/,
  fr: /\b(?:va (?:etre|faire|y avoir)|vais|allons|vont|espere|esperons|demain|prochaine?|bientot|sera|serons|seront|[a-z]{3,}rai|[a-z]{3,}rons|[a-z]{3,}ra)\b/,
};
const service: Record<Language, RegExp> = {
  en: /\b(?:service|customer|staff|waiter|company|boss|manager|landlord|people|bank|insurance|driver|politician|minister|government|company)\b/,
  fr: /\b(?:service|client|serveur|vendeur|entreprise|chef|patron|proprio|proprietaire|gens|banque|assurance|chauffeur|politicien|ministre|gouvernement)\b/,
};
const addressed: Record<Language, RegExp> = {
  en: /^(?:you|your)\b/,
  fr: /^(?:tu|te|vous|ton|ta|tes|votre)\b/,
};
const self: Record<Language, RegExp> = {
  en: /\b(?:i|me|my|we|our)\b/,
  fr: /\b(?:je|me|mon|ma|mes|on|nous|notre|nos)\b/,
};

/** How much of a mere judgement counts as the emotion it is given to. */
const lentShare = 0.9;

export function settle(
  evidence: readonly Evidence[],
  utterance: Utterance,
  language: Language,
): readonly Evidence[] {
  const words = utterance.tokens.map(token => token.word).join(' ');
  const expects =
    evidence.some(({ feeling, weight }) => feeling === 'anticipation' && weight > 0) &&
    future[language].test(words);
  const negative = evidence.filter(({ valence, feeling }) => valence < 0 && isEmotion(feeling));
  const positive = evidence.filter(({ valence, feeling }) => valence > 0 && isEmotion(feeling));
  return evidence.map(item => {
    if (item.feeling === 'trouble') return { ...item, feeling: 'unpleasant' };
    if (item.feeling === 'unpleasant')
      return {
        ...item,
        feeling: strongest(negative) ?? blamed(utterance, words, language),
        weight: item.weight * lentShare,
      };
    if (item.feeling === 'pleasant') {
      const emotion = strongest(positive) ?? (expects ? 'anticipation' : 'joy');
      return { ...item, feeling: emotion, weight: item.weight * lentShare };
    }
    if (item.feeling === 'joy' && expects && item.weight < 1.3)
      return { ...item, feeling: 'anticipation', weight: item.weight * 0.8 };
    return item;
  });
}

const isEmotion = (feeling: Evidence['feeling']): feeling is Emotion =>
  feeling !== 'pleasant' && feeling !== 'unpleasant' && feeling !== 'trouble' && feeling !== 'neutral';

function strongest(items: readonly Evidence[]): Emotion | undefined {
  const [first] = [...items].filter(item => item.feeling !== 'surprise').sort((a, b) => b.weight - a.weight);
  return first !== undefined && isEmotion(first.feeling) && first.weight >= 0.3 ? first.feeling : undefined;
}

/** Bad food disgusts, bad service angers, a bad day saddens. */
function blamed(utterance: Utterance, words: string, language: Language): Emotion {
  const classes = classesOf(language);
  const isOf = (name: string) =>
    utterance.tokens.some(({ word }) => classes.get(word)?.includes(name) === true);
  if (isOf('@food') || isOf('@body')) return 'disgust';
  if (addressed[language].test(words)) return 'anger';
  if (service[language].test(words) || isOf('@machine')) return 'anger';
  return self[language].test(words) ? 'sadness' : 'sadness';
}

const known = new Map<Language, ReturnType<typeof wordClasses>>();
function classesOf(language: Language): ReturnType<typeof wordClasses> {
  const classes = known.get(language) ?? wordClasses(language);
  known.set(language, classes);
  return classes;
}
