/** Tidies what a slot holds: articles, final punctuation, the words that only point at a thing. */
import type { Language } from '../../domain/language.ts';

const articles: Record<Language, RegExp> = {
  fr: /^(?:le |la |les |l['’]\s?|mon |ma |mes |ton |ta |tes |notre |nos |du |des |de la |de l['’]\s?|de |d['’]\s?|un |une )/i,
  en: /^(?:the |my |our |some |a |an )/i,
};

/** Without the article or possessive in front; the user's own case and accents are kept. */
export function withoutArticle(words: string, language: Language): string {
  const bare = words.replace(articles[language], '').trim();
  return bare === '' ? words.trim() : bare;
}

/** Without quotes around and punctuation behind. */
export const tidy = (words: string): string =>
  words
    .trim()
    .replace(/^["«“”'’\s,:;-]+/, '')
    .replace(/["»“”\s,;:.!?…]+$/, '')
    .trim();
