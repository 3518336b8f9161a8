/** Names of lists: `shopping` and `todo` under all the words for them, any other by the user's own word. */

import { fold } from '../domain/fold.ts';
import type { Language } from '../domain/language.ts';
import { isNearly } from './spelling.ts';

const shopping: Record<Language, string> = {
  fr: '(?:listes? )?(?:(?:de |des |d |pour |pour les |de mes |du )?(?:courses?|achats?|commissions?|epicerie|supermarche|provisions|marche))|shopping list|listes?',
  en: '(?:(?:shopping|grocery|groceries|supermarket|grocer s|market|food|store)(?: shopping)?(?: lists?)?|lists?|list (?:for|of) (?:the )?(?:shopping|groceries|supermarket))',
};
const todo: Record<Language, string> = {
  fr: '(?:(?:listes? )?(?:de |des |d |mes )?(?:taches?|choses a faire|trucs a faire|a faire|to do|todo|to dos|todos)|to ?do(?: list)?|todo ?list|to ?do listes?|liste to ?do)',
  en: '(?:(?:to ?do|to dos|task|tasks|things to do)(?: lists?)?|lists? of (?:things to do|tasks|to dos))',
};

/** A regular-expression source (without groups) of the lists that everybody has, with their article. */
export const knownListSource: Record<Language, string> = {
  fr: `(?:(?:la |ma |mes |les |l |notre |nos |une )?(?:${todo.fr}|${shopping.fr}))(?= |$|[,:])`,
  en: `(?:(?:the |my |our |a )?(?:${todo.en}|${shopping.en}))(?= |$|[,:])`,
};

const exact = (source: string): RegExp => new RegExp(`^(?:${source})$`);
const isShopping = { fr: exact(shopping.fr), en: exact(shopping.en) };
const isTodo = { fr: exact(todo.fr), en: exact(todo.en) };
const nearShopping = ['shopping', 'grocery', 'groceries', 'courses', 'course'];
const bare: Record<Language, RegExp> = {
  fr: /^(?:la |ma |mes |les |l |notre |nos |une |le |mon |aux? |cette )/,
  en: /^(?:the |my |our |a |an |this )/,
};

/**
 * The canonical name of the list called `norm` (folded), `words` being the user's own writing; undefined when no list
 * is meant ("the recipe").
 */
export function listName(norm: string, words: string, language: Language): string | undefined {
  const name = norm.replace(/[,:]/g, '').replace(bare[language], '').trim();
  if (isTodo[language].test(name) || isTodo.en.test(name)) return 'todo';
  if (isShopping[language].test(name)) return 'shopping';
  const own =
    language === 'fr'
      ? /\bliste\s+(?:de\s+la\s+|de\s+l['’]\s?|d['’]\s?|des\s+|du\s+|de\s+mes\s+|de\s+|pour\s+(?:les?\s+|la\s+|l['’]\s?|mon\s+|ma\s+|mes\s+)?)?(.+)$/i.exec(
          words,
        )?.[1]
      : (/^(?:(?:the|my|our|a|an|this)\s+)?(.+?)\s+list$/i.exec(words)?.[1] ??
        /\blist\s+(?:of|for)\s+(?:the\s+|my\s+)?(.+)$/i.exec(words)?.[1]);
  const clean = own?.replace(/[\s,:.;!?]+$/, '').trim();
  if (clean !== undefined && nearShopping.some(word => isNearly(fold(clean), word))) return 'shopping';
  if (
    clean !== undefined &&
    /^(?:est|sont|qui|que|n|etait|is|are|was|goes|that|which|pour|avec)\b/i.test(clean)
  )
    return undefined;
  if (clean !== undefined && /\s(?:est|sont|était|is|are|was|were)\s/i.test(clean)) return undefined;
  return clean === undefined || clean === '' || clean.split(/\s+/).length > 4 ? undefined : clean;
}
