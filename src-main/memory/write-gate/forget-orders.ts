/** Orders to forget: they are none to remember, whatever they name. */
import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';

/** At the start of a folded sentence. "N'oublie pas", "oublie pas" and "don't forget" ask for the contrary. */
const forgetting: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:please|jarvis|ok|okay|hey|no|now|can you|could you|would you|will you|you can|i want you to|i would like you to|i'd like you to|just)[, ]+)*(?:forget|unremember|erase|stop remembering|(?:do not|don't|dont) (?:remember|store|save|keep|note|memori[sz]e))\b/,
  fr: /^(?:(?:s'il (?:te|vous) plait|stp|jarvis|ok|et|non|alors|maintenant|(?:est-ce que )?tu peux|peux[- ]tu|pouvez[- ]vous|pourrais[- ]tu|pourriez[- ]vous|je (?:veux|voudrais|prefererais) que (?:tu|vous)|il faut que (?:tu|vous)|veuillez)[, ]+)*(?:oubli(?:e|es|ez|er)|effac(?:e|es|ez|er)|ne (?:te |vous )?(?:souviens|souvenez|rappelle|retiens|retenez|notes?|notez|gardes?|gardez|memorises?|enregistres?) (?:plus|pas|rien))\b(?! (?:pas|jamais)\b)/,
};
/** What is said behind the order may well be told: "forget that, I live in Lyon now". */
const goesOn = /[.!?;\n]\s*\p{L}|, (?:i|my|we|je|j'|ma|mon|mes|on|nous) ?/u;

export const ordersToForget = (sentence: string, language: Language): boolean =>
  forgetting[language].test(plain(sentence));

/** Nothing but such an order. */
export const onlyOrdersToForget = (text: string, language: Language): boolean =>
  ordersToForget(text, language) && !goesOn.test(plain(text));

const plain = (text: string): string => fold(text.trim()).replaceAll('’', "'");
