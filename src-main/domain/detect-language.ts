/** Tells French from English by function words, elisions and diacritics; small, so that a short command is enough. */

import { fold } from './fold.ts';
import type { Language } from './language.ts';

const frenchWords = new Set(
  (
    'le la les un une des du de au aux et ou mais donc est sont suis es sommes etes ai as avons avez ont ce cet cette ces mon ma mes ton ta tes son sa ses ' +
    'notre nos votre vos leur je tu il elle nous vous ils elles moi toi lui que qui quoi quel quelle quels quelles quand comment pourquoi combien ou ' +
    'dans sur sous pour par avec sans chez vers plus moins pas ne ni oui non bonjour bonsoir salut merci stp svp plait peux peut veux veut dois doit fait ' +
    'faire dire dis dit rappelle ajoute mets met annule arrete liste courses minuteur heure heures jour jours demain hier aujourd hui matin soir midi note ' +
    'oublie souviens retiens combien calcule convertis montre lis aide fois divise pourcent racine reste quelqu chose tout tous toute trop tres bien encore ' +
    'voiture maison soeur frere mere pere ecris explique raconte donne parle sais sait repete tais enleve supprime'
  ).split(' '),
);
const englishWords = new Set(
  (
    'the a an and or but so is are am was were be been have has had do does did this that these those my your his her its our their i you he she we they me ' +
    'him us them what which who whom when where why how in on under for by with without at to from of not no yes hello hi thanks thank please can could ' +
    'would will shall should must may might make tell say set add put cancel stop list shopping timer time hour hours minute day days tomorrow yesterday ' +
    'today morning evening noon note forget remember remind know calculate compute convert show read help times divided percent root left something all ' +
    'every too very well again write explain give speak repeat quiet remove delete there it about much many into up'
  ).split(' '),
);
/** Words written alike in both tongues, or too short to tell: they count little. */
const weak = new Set(
  'a on me note stop minute minutes or as plus es son list me no does sale pour fait ton'.split(' '),
);

interface LanguageGuess {
  readonly language: Language;
  /** 0 (nothing to tell by) to 1. */
  readonly confidence: number;
}

/** Scores both languages on the words of `text` (the first 2,000 characters are enough). */
export function guessLanguage(text: string, fallback: Language = 'en'): LanguageGuess {
  const head = text.slice(0, 2000).toLowerCase().replace(/[’ʼ`]/g, "'");
  let french = (head.match(/[éèêàâùûçîïôœ]/g)?.length ?? 0) * 1.5;
  let english = 0;
  french += (head.match(/\b(?:l|d|qu|j|n|s|c|m|t|jusqu|lorsqu)'(?=[a-zà-ÿœ])/g)?.length ?? 0) * 1.5;
  french += (head.match(/-(?:moi|toi|tu|vous|il|elle|nous|ce|t-il)\b/g)?.length ?? 0) * 1.5;
  english += (head.match(/[a-z]'(?:s|re|ve|ll|t|m|d)\b/g)?.length ?? 0) * 1.5;
  for (const word of fold(head).match(/[a-z]+/g) ?? []) {
    const weight = weak.has(word) ? 0.3 : 1;
    if (frenchWords.has(word)) french += weight;
    if (englishWords.has(word)) english += weight;
  }
  const total = french + english;
  if (french === english) return { language: fallback, confidence: 0 };
  return { language: french > english ? 'fr' : 'en', confidence: Math.abs(french - english) / total };
}

/** The language `text` is most likely in; undefined where nothing tells (a number, an emoji). */
export function detectLanguage(text: string): Language | undefined {
  const guess = guessLanguage(text);
  return guess.confidence === 0 ? undefined : guess.language;
}

/** Frequent words of a language: correctly written, whatever they resemble. */
const commonWords = (language: Language): ReadonlySet<string> =>
  language === 'fr' ? frenchWords : englishWords;

/** Correct words that stand one slip away from a command word. */
const lookalikes: Record<Language, string> = {
  fr: 'notre metre monte appelle heurt course corses lance lacet minute minutie mange moins marche mettre courte comte conte compte tache tasse listes lisse liseuse texte reste retard repere repose rapide rappeur parle porte poste quitte quatre aider ainsi alarmes montres montee chance danse message montage',
  en: 'last lost question story steps step shops shop shipping stopping chopping cancer remote mouth rewind quite state stare smart tiger tired times timed letter lasts latest least lists notes noted nodes nose repeal clean cleaning clear reader ready great greater sister mister minuet through though thought think thing things their these those where there here hear heart start stars starts stops stopped store score shore spell shall shell small still smell seconds sentence message most much month months more morning mother minister',
};
/** Words that no correction may touch. */
export const protectedWords = (language: Language): ReadonlySet<string> =>
  new Set([...commonWords(language), ...lookalikes[language].split(' ')]);
