/** Decides whether memory is asked at all: not for orders, greetings, thanks, sums, or the time of day. */
import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';
import { isAskingWord, isSelfWord } from './function-words.ts';
import type { Word } from './words.ts';

/** Intents that memory answers; every other built-in skill has what it needs. */
const memoryIntents = new Set(['none', 'memory.ask', 'memory.why', 'memory.search']);

/** Whole utterances that ask nothing of memory, over folded words; polite words around them are taken off first. */
const idle: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:oui|ouais|non|si|ok|okay|d accord|daccord|ca marche|ca roule|entendu|compris|parfait|super|genial|cool|top|bien|tres bien|exact|exactement|voila|bravo|merci(?: (?:beaucoup|bien|infiniment|a toi|mille fois))?|de rien|stop|arrete|arrete toi|tais toi|chut|silence|pause|continue|vas y|encore|repete|attends|une seconde|(?:un )?instant|laisse tomber|annule|bonjour|bonsoir|salut|coucou|hello|bonne nuit|bonne journee|bonne soiree|au revoir|a (?:demain|plus|bientot|tout a l heure)|ciao|adieu|(?:comment )?(?:ca va|vas tu|allez vous|tu vas)(?: bien)?|quoi de neuf|tu es la|t es la|allo|quelle heure (?:est il|il est)|il est quelle heure|quel jour (?:sommes nous|on est|est on|est ce)|on est quel jour|hum+|euh+|ah+|oh+|haha+|mdr|lol)$/,
  en: /^(?:yes|yeah|yep|yup|no|nope|nah|ok|okay|k|sure|right|alright|all right|fine|great|perfect|cool|nice|awesome|good|very good|got it|understood|exactly|indeed|well done|thanks?(?: (?:you|a lot|so much|a million|very much))?(?: (?:so|very) much)?|thank you(?: (?:so|very) much)?|cheers|you re welcome|stop|stop it|be quiet|quiet|shut up|hush|silence|pause|continue|go on|again|repeat|wait|one (?:second|moment)|hold on|never ?mind|cancel|hi|hello|hey|good (?:morning|afternoon|evening|night|day)|bye|goodbye|see you(?: (?:later|tomorrow|soon))?|how are you(?: (?:doing|today))?|how is it going|how s it going|what s up|are you there|what time is it|what s the time|what day is it|what s the date|hm+|uh+|um+|ah+|oh+|haha+|lol)$/,
};
const polite: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:s il te plait|s il vous plait|stp|svp|jarvis)\b|^ *(?:alors|bon|ben|eh|hey|dis) (?=.)/g,
  en: /\b(?:please|jarvis)\b|^ *(?:hey|well|so|then) (?=.)/g,
};
const sumWords: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:combien|calcule|font|fait|plus|moins|fois|divise|multiplie|par|pour ?cent|egale?|virgule|racine|carree?|au|de|et|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cents?|mille|millions?|ca|la|le|que|est ce|c est)\b/g,
  en: /\b(?:what|how much|is|are|s|calculate|compute|plus|minus|times|divided|multiplied|by|percent|equals?|point|square|root|squared|cubed|of|the|and|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)\b/g,
};
const operators =
  /[+*/×÷=^%]|\d\s*[-x]\s*\d|\b(?:plus|moins|fois|divise|minus|times|divided|percent|racine|root|squared|pour ?cent|multiplie|multiplied)\b/;

/** Whether the words themselves ask for nothing that memory could add. */
export function isIdle(text: string, language: Language): boolean {
  const folded = fold(text.slice(0, 400)).replace(/['’ʼ]/g, ' ');
  const words = folded
    .replace(/[^\p{L}\d\s]/gu, ' ')
    .replace(polite[language], ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (
    words === '' || idle[language].test(words) || isRepeatedIdle(words, language) || isSum(folded, language)
  );
}

/** "Oui oui merci": several of them in a row. */
function isRepeatedIdle(words: string, language: Language): boolean {
  const parts = words.split(' ');
  return parts.length <= 4 && parts.every(word => idle[language].test(word));
}

/** Nothing but numbers and what is done with them. */
function isSum(folded: string, language: Language): boolean {
  if (!/\d|\p{L}/u.test(folded) || !operators.test(folded)) return false;
  return !/\p{L}/u.test(folded.replace(sumWords[language], ' ').replace(/\d\s*x\s*\d/g, ' '));
}

export const leavesMemoryAlone = (intent: string | undefined): boolean =>
  intent !== undefined && !memoryIntents.has(intent);

/** "Who am I?": no content word, and yet a question about the person. */
export const asksAboutSelf = (words: readonly Word[], language: Language): boolean =>
  words.some(({ folded }) => isAskingWord(folded, language)) &&
  words.some(({ folded }) => isSelfWord(folded, language));
