/** What kind of answer a question wants: a date, all there is of something, or what no longer holds. */
import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';

export interface Asks {
  readonly date: boolean;
  readonly list: boolean;
  readonly past: boolean;
  readonly question: boolean;
}

const date: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:quand|c est quand|a quelle (?:date|heure|epoque)|quelle? (?:jour|date|annee|mois|heure)|en quelle annee|depuis quand|il y a combien de temps|combien de temps|jusqu a quand)\b/,
  en: /\b(?:when (?:did|do|does|is|was|were|are|will|have|has|had|s)|(?:what|which) (?:day|date|year|month|time)|how long(?: ago)?|since when|until when|do you know when)\b/,
};
const list: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:quels|quelles|lesquels|lesquelles|tou(?:s|tes) (?:les|mes|ses|ce)|la liste|combien (?:de|d)\b(?! (?:temps|fois))|qu est ce que (?:je|j|tu) sais|tout ce que|qui sont|cite|enumere|nomme)/,
  en: /\b(?:(?:what|which) (?:are|were) (?:all |the |my |some )|(?:what|which) (?:kinds?|types?|sorts?) of|all (?:the|my|of|her|his|their)|everything|how many|(?:which|what) of (?:my|our|the|his|her|their)|list(?: all)?|who (?:are|were) |name (?:all|the|some|my)|(?:what|which) (?!is\b|was\b|this\b|does\b|has\b|s\b)[a-z]{3,}s (?:do|does|did|have|has|had|are|were|would|can|could|am|i|we|she|he|they|you|[a-z]+ed)\b|what (?:activities|books|places|things|hobbies|pets|items))\b/,
};
const past: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:avant|autrefois|auparavant|jadis|a l epoque|dans le temps|ancien(?:ne)?s?|precedent(?:e|es|s)?|d habitude avant|ex|n est plus|ne .{1,20} plus|deja eu|(?:habit|viv|travaill|av|et|conduis|jou|appel|faisais|aim|port|fum)(?:ais|ait|aient|ions))\b/,
  en: /\b(?:before|used to|formerly|previous(?:ly)?|former|ex|earlier|in the past|back then|old (?:address|job|phone|car|house|number|apartment|flat|boss|school)|no longer|not .{1,20} anymore|once)\b/,
};
const asking: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:(?:et|mais|alors|dis|au fait|bon|tiens|jarvis) )*(?:qui|que|qu|quoi|ou|quand|comment|pourquoi|combien|quel|quelle|quels|quelles|lequel|laquelle|est ce|a qui|a quoi|de qui|de quoi|avec qui|chez qui|pour qui|en quelle|dans quel|dans quelle|depuis quand|tu te (?:souviens|rappelles)|te souviens|vous vous souvenez|rappelle moi (?:ce|qui|quand|ou|comment|le|la|les)|dis moi|sais tu|tu sais|connais tu)\b|\b(?:ai|as|a|avons|avez|est|suis|es|sommes|etes) (?:je|tu|t il|t elle|on|nous|vous|il|elle)\b| (?:quoi|ou|qui|quand|comment|combien|deja|hein|lequel|laquelle)$/,
  en: /^(?:(?:and|but|so|hey|well|jarvis|by the way) )*(?:who|whom|whose|what|when|where|why|how|which|do|does|did|is|are|am|was|were|have|has|had|can|could|will|would|should|shall|may|in which|at what|to whom|with whom|from whom|remind me (?:what|who|when|where|how|of|which)|tell me|do you remember|any idea|list|name)\b|\b(?:right|which one|who was it|what was it|remember)$/,
};

export function asksOf(text: string, language: Language): Asks {
  const line = fold(text.slice(0, 2000))
    .replace(/[^\p{L}\d\s?]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = line.replace(/\s*\?/g, '').trim();
  return {
    date: date[language].test(bare) && !tellsWhen(bare, language),
    list: list[language].test(bare),
    past: past[language].test(bare),
    question: line.includes('?') || asking[language].test(bare),
  };
}

/** "Quand j'étais petit, …": it dates the question, and asks for no date. */
const tellsWhen = (line: string, language: Language): boolean =>
  language === 'fr' &&
  /\bquand (?:j|je|on|nous|il|elle)\b/.test(line) &&
  !/\b(?:quelle? (?:jour|date|annee|mois)|quand (?:est|ai|as|a)\b)/.test(line);
