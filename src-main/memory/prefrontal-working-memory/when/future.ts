/** Whether a sentence speaks of what is to come: then a bare "Friday" is not the last one. */
import type { Language } from '../../../domain/language.ts';

const marks: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:will|shall|ll|wo|gonna|upcoming|going to (?!the |a |my |our )|about to|plan(?:s|ning)? to|am i (?:meeting|seeing|doing|free|busy)|do i have|have i got|should i|can i|must i|how (?:many (?:days|weeks|months)|long|much time) (?:is it |are there |is there )?(?:left )?(?:until|till|to|before)|remind(?:er| me (?!what|who|where|when|how|which|of|about))|reminding me|an? (?:alarm|appointment))\b/,
  fr: /\b(?:vais|vas|va|allons|allez|vont) \w+(?:er|ir|re|oir)\b|\b(?:ser|aur|fer|ir|verr|pourr|devr|viendr|faudr|saur|tiendr|prendr|mettr|partir|dir|manger|aller|arriver|rappeler)(?:ai|as|a|ons|ez|ont)\b|\b(?:je|tu|on|nous|vous) (?:dois|doit|devons|devez)\b|\bprevu(?:e|s|es)? pour\b|\brappelle(?:z|r)? moi (?!ce|qui|quoi|ou|quand|comment|quel|le|la|les|de quoi|avec)|\b(?:un|mon|le) (?:rappel|reveil|rendez vous|rdv)\b|\b(?:mets|ajoute|cree|programme) (?:moi )?une? |\bcombien de (?:jours|semaines|mois|temps) (?:reste t il |il reste )?(?:avant|jusqu)|\breste (?:t il )?combien\b|\best ce que j ai (?:quelque chose|un|des|rendez)\b/,
};

/** `line`: folded words with one space between them. */
export const speaksOfFuture = (line: string, language: Language): boolean => marks[language].test(line);
