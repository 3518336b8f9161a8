/** A word back for a greeting, thanks or a goodbye where no model is there to give one. */
import { fold } from '../domain/fold.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import { nbsp } from '../skills/answers/phrasing.ts';

interface Courtesy {
  /** The whole of what was said, folded, without marks. */
  readonly said: Readonly<Record<Language, RegExp>>;
  readonly answer: Bilingual;
}

const named = '(?: (?:jarvis|a toi|a vous|a tous|there|everyone|mon ami))*';
const whole = (pattern: string): RegExp => new RegExp(`^(?:(?:${pattern})${named} ?)+$`);

/** The first that fits answers: "bonjour, ça va ?" asks how it is. */
const courtesies: readonly Courtesy[] = [
  {
    said: {
      fr: whole(
        '(?:bonjour|bonsoir|salut|coucou|hello|hey)?,?(?: ?(?:comment (?:ca va|vas tu|tu vas|allez vous|vous allez)|(?:est ce que )?(?:ca|tu|vous) (?:va|vas|allez)(?: bien)?|quoi de neuf))',
      ),
      en: whole(
        '(?:hello|hi|hey|good (?:morning|afternoon|evening))? ?(?:how are you(?: doing)?(?: today)?|how is it going|how s it going|what s up|are you ok(?:ay)?)',
      ),
    },
    answer: {
      fr: `Tout fonctionne, merci. Que puis-je faire pour vous${nbsp}?`,
      en: 'Everything is running, thank you. What can I do for you?',
    },
  },
  {
    said: {
      fr: whole('bonjour|bonsoir|salut|coucou|hello|hey|re|bonjour bonjour|bon(?:ne)? (?:matin|matinee)'),
      en: whole('hello|hi|hey|hiya|good (?:morning|afternoon|evening|day)|greetings'),
    },
    answer: {
      fr: `Bonjour${nbsp}! Que puis-je faire pour vous${nbsp}?`,
      en: 'Hello! What can I do for you?',
    },
  },
  {
    said: {
      fr: whole(
        '(?:ok |super |parfait |genial |tres bien |c est (?:gentil|parfait) )?(?:merci|je (?:te|vous) remercie)(?: (?:beaucoup|bien|infiniment|pour tout|encore|mille fois))*|c est (?:gentil|sympa)',
      ),
      en: whole(
        '(?:ok(?:ay)? |great |perfect |cool )?(?:thanks|thank you|cheers)(?: (?:a lot|a bunch|so much|very much|again|for everything|for the help|for your help))*|much appreciated',
      ),
    },
    answer: { fr: 'Avec plaisir.', en: 'You are welcome.' },
  },
  {
    said: {
      fr: whole(
        'au revoir|a (?:bientot|demain|plus(?: tard)?|tout a l heure|ce soir|la prochaine)|bonne (?:nuit|soiree|journee)|ciao|bye|adieu',
      ),
      en: whole(
        'good ?bye|good ?night|bye(?: bye)?|see you(?: (?:later|soon|tomorrow))?|good night|have a (?:nice|good|great) (?:day|evening|night)|take care',
      ),
    },
    answer: { fr: 'À bientôt.', en: 'See you soon.' },
  },
];

/** Undefined where the words ask or tell anything more. Of several ("thanks, good night") the last is answered. */
export function smallTalk(text: string, language: Language): string | undefined {
  const one = courtesyOf(text, language);
  if (one !== undefined) return one;
  const parts = text.split(/[,.!;]+/).filter(part => /\p{L}/u.test(part));
  const answers = parts.map(part => courtesyOf(part, language));
  if (parts.length > 1 && answers.every(answer => answer !== undefined)) return answers.at(-1);
  // One word ("Coucou") tells little of its language, unless it is a greeting.
  return courtesyOf(text, language === 'fr' ? 'en' : 'fr');
}

function courtesyOf(text: string, language: Language): string | undefined {
  const words = fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return courtesies.find(({ said }) => said[language].test(words))?.answer[language];
}
