/** Words that carry grammar rather than meaning: a search by words leaves them out. */
import type { Language } from '../../domain/language.ts';

const french =
  'a ai aie ait as au aucun aucune aurait aussi autre autres aux avais avait avec avez avions avoir avons c ca car ce cela celle celui ces cet cette ceux chez ci comme comment d dans de deja depuis des deux dis dit donc dont du elle elles en encore entre es est et etaient etais etait ete etes etre eu eux fait faire fois font hein ici il ils j je jusqu l la le les leur leurs lui m ma mais me meme mes moi moins mon n ne ni non nos notre nous on ont ou oui par parce pendant durant lors pas peu peut peux plait plus pour pourquoi pu puis qu quand que quel quelle quelles quels quelque qui quoi rien s sa sais sans se sera ses si soi sommes son sont sous suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va vais vers veux vos votre vous vu y souviens souvient rappelle rappelles stp svp combien lequel laquelle lesquels jarvis';
const english =
  'a about after again all also am an and any are aren as at be because been before being between both but by can could d did didn do does doesn doing don during each else ever few for from get got had has hasn have haven having he her here hers him his how i if in into is isn it its just ll m may me might mine more most must my myself no nor not now of off ok on once one only or other our ours out over own please re s same shall she should so some such t than that the their theirs them then there these they this those through to too up us ve very was wasn we were weren what when where which while who whom whose why will with won would wouldn you your yours tell know remember jarvis many much';
const words: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(french.split(' ')),
  en: new Set(english.split(' ')),
};

/** `word`: folded. */
export const isFunctionWord = (word: string, language: Language): boolean => words[language].has(word);

const askingWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    'qui que qu quoi ou quand comment pourquoi combien quel quelle quels quelles lequel laquelle'.split(' '),
  ),
  en: new Set('who whom whose what when where why how which'.split(' ')),
};
export const isAskingWord = (word: string, language: Language): boolean => askingWords[language].has(word);

const selfWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('je j me m moi mon ma mes mien mienne miens nous notre nos on'.split(' ')),
  en: new Set('i me my mine myself we us our ours'.split(' ')),
};
/** The person speaks of themselves. */
export const isSelfWord = (word: string, language: Language): boolean => selfWords[language].has(word);
