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

/** How much of a mere judgement counts as the emotion it is given to. */
const lentShare = 0.9;

export function settle(
  evidence: readonly Evidence[],
  utterance: Utterance,
  language: Language,
): readonly Evidence[] {
  const words = utterance.tokens.map(token => token.word).join(' ');
  const present = bygone[language].test(words) ? evidence.map(asBygone) : evidence;
  const ruled = [...present, ...fromTheForm(present, utterance, words, language)];
  const expects =
    ruled.some(({ feeling, weight }) => feeling === 'anticipation' && weight > 0) &&
    future[language].test(words);
  const isAfraid = ruled.some(
    ({ feeling, weight, isTurned }) => feeling === 'fear' && weight >= 0.9 && !isTurned,
  );
  const smells = smell[language].test(words);
  const positive = ruled.filter(({ valence, feeling }) => valence > 0 && isEmotion(feeling));
  const negative = ruled.filter(({ valence, feeling }) => valence < 0 && isEmotion(feeling));
  return ruled.map((item): Evidence => {
    if (item.feeling === 'unpleasant' || item.feeling === 'trouble') {
      const feeling = smells ? 'disgust' : (strongest(negative) ?? blamed(utterance, words, language));
      return { ...item, feeling, weight: item.weight * lentShare };
    }
    if (item.feeling === 'pleasant') {
      const emotion = strongest(positive) ?? (expects ? 'anticipation' : 'joy');
      return { ...item, feeling: emotion, weight: item.weight * lentShare };
    }
    if (item.feeling === 'joy' && expects && item.weight < 1.3)
      return { ...item, feeling: 'anticipation', weight: item.weight * 0.8 };
    // "I'm afraid they will fire me": what is feared has not happened.
    if (item.feeling === 'sadness' && isAfraid)
      return { ...item, feeling: 'fear', weight: item.weight * 0.6 };
    if (item.feeling === 'sadness' && smells) return { ...item, feeling: 'disgust' };
    return item;
  });
}

/** "I used to love it, now ...": what was good is missed. */
const bygone: Record<Language, RegExp> = {
  en: /\bused to\b.*\b(?:now|anymore|but|gone|no longer)\b/,
  fr: /^(?:avant|autrefois|a une epoque|jadis)\b.*\b(?:maintenant|plus|mais|aujourd)\b/,
};
const asBygone = (item: Evidence): Evidence =>
  item.valence > 0.2 ? { ...item, feeling: 'sadness', valence: -0.5, arousal: 0.3, dominance: 0.3 } : item;

/** What the form of an utterance tells: "what a goal!", "we finally sold it". */
function fromTheForm(
  evidence: readonly Evidence[],
  utterance: Utterance,
  words: string,
  language: Language,
): readonly Evidence[] {
  const plain = { from: 0, to: 0, dominance: 0.55, isTurned: false };
  const formed: Evidence[] = [];
  const isSour = evidence.some(({ valence, weight }) => valence < -0.2 && weight > 0.2);
  if (utterance.exclamations > 0 && !isSour && exclaimed[language].test(words))
    formed.push({ ...plain, feeling: 'joy', valence: 0.7, arousal: 0.7, weight: 0.6 });
  if (atLast[language].test(words) && !isSour) {
    const isAhead = future[language].test(words);
    formed.push({
      ...plain,
      feeling: isAhead ? 'anticipation' : 'joy',
      valence: 0.6,
      arousal: 0.5,
      weight: 0.5,
    });
  }
  if (
    wronged[language].test(words) &&
    evidence.every(({ valence, weight }) => valence <= 0.2 || weight < 0.3)
  )
    formed.push({ ...plain, feeling: 'anger', valence: -0.6, arousal: 0.6, weight: 0.5 });
  return formed;
}

const exclaimed: Record<Language, RegExp> = {
  en: /\b(?:what an? |what |how |such an? )/,
  fr: /\b(?:quel|quelle|quels|quelles|que de|comme ce est|comme il|comme elle)\b/,
};
const atLast: Record<Language, RegExp> = { en: /\b(?:finally|at last)\b/, fr: /\benfin\b/ };
/** Somebody else, once more, at my expense. */
const wronged: Record<Language, RegExp> = {
  en: /^(?:and |so |now )?(?:they|he|she|someone|somebody|some \w+|the \w+(?: \w+)?|my (?:ex|boss|landlord|neighbou?r|neighbou?rs|flatmate|roommate|brother|sister|colleague|bank)) (?:\w+ ){0,3}(?:my|me|our|us|mine)\b.*\b(?:again|without|twice|in the rain|on the floor|yet again|for nothing)\b/,
  fr: /^(?:et |bon |voila )?(?:ils|il|elle|on|quelqu un|un \w+|le \w+(?: \w+)?|mon \w+|ma \w+) (?:se |me |nous )?(?:\w+ ){0,3}(?:encore|mon|ma|mes|notre|nos)\b.*\b(?:encore|sans|deux fois|sous le pluie|par terre|pour rien|mon loyer)\b/,
};
const smell: Record<Language, RegExp> = {
  en: /\b(?:smell|smells|smelled|smelt|smelling|stench|taste|tastes|tasted)\b/,
  fr: /\b(?:odeur|odeurs|gout|(?<!\b(?:se|me|te|vous|nous) )(?:sent|sentait|sentent))\b/,
};

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
  return 'sadness';
}

const known = new Map<Language, ReturnType<typeof wordClasses>>();
function classesOf(language: Language): ReturnType<typeof wordClasses> {
  const classes = known.get(language) ?? wordClasses(language);
  known.set(language, classes);
  return classes;
}
