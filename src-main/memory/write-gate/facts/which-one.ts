/** Steps over what tells which person is meant ("my cousin in Leeds", "le voisin d'en face", "mes filles de 5 et 8 ans") to the verb. */
import { isPunctuation, type Words } from '../tokens.ts';

const leads = {
  en: /^(?:across|in|at|from|next|upstairs|downstairs|over|with|on|of|near|aged|by|back)$/,
  fr: /^(?:de|du|des|a|au|aux|en|dans|sur|chez|avec)$/,
} as const;
const verbs = {
  en: /^(?:is|are|was|were|has|have|had|lives?|works?|likes?|loves?|hates?|plays?|goes|go|got|drives?|speaks?|teaches|studies|moved|just|owns?|keeps?|wants?|can|will|eats?|drinks?|collects?|turned|turns|died|does)$/,
  fr: /^(?:a|ont|avait|est|sont|etait|adore|adorent|aime|aiment|deteste|detestent|habite|habitent|vit|vivent|travaille|travaillent|bosse|va|vont|fait|font|joue|jouent|parle|parlent|se|mange|mangent|prend|viennent|vient|arrive|arrivent|etudie|etudient|collectionne|conduit|roule|fume|boit|possede|prefere|supporte|demenage|part|fete)$/,
} as const;

/** The token of the verb that follows within six words; `at` where none does. */
export function afterWhich({ tokens, language, text }: Words, at: number): number {
  if (!leads[language].test(tokens[at]?.w ?? '')) return at;
  for (let i = at + 1; i < Math.min(tokens.length, at + 7); i++) {
    const token = tokens[i];
    if (!token) return at;
    const { w, start, end } = token;
    if (isPunctuation(w) || /^(?:who|qui|that|que|je|i|il|elle|on|we|she|he)$/.test(w)) return at;
    if (
      /^(?:and|et)$/.test(w) &&
      !/^(?:\d|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)/.test(
        tokens[i + 1]?.w ?? '',
      )
    )
      return at;
    if (!verbs[language].test(w)) continue;
    // "à" is no verb, "a" is.
    if (w === 'a' && text.slice(start, end).toLowerCase() === 'à') continue;
    return i > at + 1 || language === 'en' ? i : at;
  }
  return at;
}
