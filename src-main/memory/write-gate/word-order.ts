/** Spoken language puts what it speaks of at the edge: "il a 45 ans mon père", "les champignons je déteste ça". Here it goes back to its place. */
import type { Language } from '../../domain/language.ts';
import { kinAt } from './kin-words.ts';
import { isFirstName } from './names.ts';
import type { Token } from './tokens.ts';

const isEdge = (w: string | undefined): boolean =>
  w === undefined || /^(?:[.?!;:…,()]|but|and|so|because|mais|et|donc|parce|car|alors)$/.test(w);
const opens = (tokens: readonly Token[], at: number): boolean => at === 0 || isEdge(tokens[at - 1]?.w);

export function inPlainOrder(tokens: readonly Token[], language: Language): readonly Token[] {
  let plain = tokens;
  for (let at = 0; at < plain.length; at++) {
    if (!opens(plain, at)) continue;
    plain = subjectBack(plain, at, language) ?? objectBack(plain, at, language) ?? plain;
  }
  return plain;
}

const pronouns: Readonly<Record<string, 'f' | 'm'>> = {
  il: 'm',
  ils: 'm',
  elle: 'f',
  elles: 'f',
  he: 'm',
  she: 'f',
};
const mine = /^(?:mon|ma|mes|notre|nos|my|our)$/;
const longest = 14;

/** "il a 45 ans mon père": the pronoun gives way to the words that it stands for. */
function subjectBack(tokens: readonly Token[], at: number, language: Language): readonly Token[] | undefined {
  const w = tokens[at]?.w ?? '';
  if (!Object.hasOwn(pronouns, w)) return undefined;
  for (let i = at + 3; i < Math.min(tokens.length, at + longest); i++) {
    const before = tokens[i - 1]?.w ?? '';
    if (/^[.?!;:…]$/.test(before)) return undefined;
    if (!mine.test(tokens[i]?.w ?? '')) continue;
    const to = kinEnd(tokens, i, language, pronouns[w]);
    if (to === undefined || (tokens[to] !== undefined && !/^[.?!;:…,]$/.test(tokens[to]?.w ?? ''))) continue;
    const isComma = before === ',';
    // Without a pause "il a vu mon père" and "she lives with my dad" have it for an object.
    if (language === 'en' ? !isComma : !isComma && governs(tokens, at, i)) continue;
    const end = isComma ? i - 1 : i;
    return [
      ...tokens.slice(0, at),
      ...tokens.slice(i, to),
      ...tokens.slice(at + 1, end),
      ...tokens.slice(to),
    ];
  }
  return undefined;
}

/** The token after "my dad", "ma sœur Anna"; undefined where the pronoun cannot stand for them. */
function kinEnd(
  tokens: readonly Token[],
  at: number,
  language: Language,
  gender: 'f' | 'm' | undefined,
): number | undefined {
  const kin = kinAt({ tokens, language }, at + 1);
  if (!kin || (kin.relation.gender && kin.relation.gender !== gender && !kin.relation.isAnimal))
    return undefined;
  const name = tokens[kin.to];
  return name && (name.isCapital || isFirstName(name.w)) ? kin.to + 1 : kin.to;
}

/** Whether what stands before "mon père" has it for its object: a preposition, a verb, a participle after "avoir". */
function governs(tokens: readonly Token[], pronoun: number, at: number): boolean {
  const before = tokens[at - 1]?.w ?? '';
  if (at - pronoun < 3) return true;
  if (
    /^(?:de|du|des|a|au|aux|avec|chez|pour|sans|sur|sous|dans|en|par|contre|vers|comme|que|et|ou|ni|voir|bien|beaucoup|encore|toujours|souvent|jamais|aussi|pas|trop|plus|tous|toutes|devant|derriere|avant|apres|entre|est|sont|ce)$/.test(
      before,
    )
  )
    return true;
  const has = tokens.slice(pronoun + 1, pronoun + 3).some(({ w }) => /^(?:a|ont|avait)$/.test(w));
  return (
    (has && /(?:e|i|is|it|u|ert)$/.test(before)) ||
    (/(?:er|ir|oir|dre|tre|ire|ant)$/.test(before) &&
      !/^(?:est|sont|etait|une?)$/.test(tokens[at - 2]?.w ?? ''))
  );
}

const taste: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:adore|adores|adorons|aime|aimes|deteste|kiffe|hais|supporte|digere|mange|bois|evite|prefere|collectionne)$/,
  en: /^(?:love|like|hate|adore|enjoy|detest|loathe|dislike|stand|bear|eat|drink|avoid)$/,
};
const noThing =
  /^(?:je|tu|il|elle|on|nous|vous|ils|elles|i|you|he|she|we|they|it|that|this|what|who|which|how|when|where|why|ce|ca|cela|ceci|qui|quoi|que|quand|comment|ou|si|if|than|oui|non|yes|no|well|and|but|moi|toi|is|are|am|was|est|suis|a|ai|ont|do|does|did|can|will|maintenant|now|here|ici|today|hier|demain|aujourd'hui|yesterday|tomorrow|sometimes|parfois|souvent|often|usually|personally|personnellement|franchement|because|so|donc|not|pas|never|jamais|the|le|la|les|un|une|a|an|of course|apparently|maybe|perhaps|whenever|sure|god|man|oh|ok)$/;

/** "les champignons je déteste ça", "le chocolat noir j'adore", "mushrooms I can't stand them". */
function objectBack(tokens: readonly Token[], at: number, language: Language): readonly Token[] | undefined {
  let next = at;
  const article = language === 'fr' ? /^(?:le|la|les)$/ : /^(?:the|all|any)$/;
  if (article.test(tokens[next]?.w ?? '')) next++;
  else if (language === 'fr') return undefined;
  const from = next;
  while (
    next < from + 4 &&
    tokens[next] &&
    /\p{L}/u.test(tokens[next]?.w ?? '') &&
    !noThing.test(tokens[next]?.w ?? '')
  )
    next++;
  if (next === from) return undefined;
  const end = next;
  if (tokens[next]?.w === ',') next++;
  if (tokens[next]?.w === 'moi') next++;
  const subject = next;
  if (!(language === 'fr' ? /^(?:je|on|nous)$/ : /^(?:i|we)$/).test(tokens[next]?.w ?? '')) return undefined;
  next++;
  while (next < subject + 3 && /^(?:le|la|les|en|y|can|do)$/.test(tokens[next]?.w ?? '')) next++;
  const verb = tokens[next];
  if (!verb || !taste[language].test(verb.w)) return undefined;
  const isBare = tokens[next + 1]?.w ?? '.';
  const after = /^(?:ca|cela|it|them|that)$/.test(isBare) ? next + 2 : next + 1;
  if (!isEdge(tokens[after]?.w)) return undefined;
  const helpers = tokens.slice(subject, next).filter(({ w }) => !/^(?:le|la|les|en|y)$/.test(w));
  return [...tokens.slice(0, at), ...helpers, verb, ...tokens.slice(at, end), ...tokens.slice(after)];
}
