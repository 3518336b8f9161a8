/** Rewrites contractions, chat shorthand and fixed compounds into the words that grammars are written with. */
import type { Language } from '../domain/language.ts';
import type { Token } from './tokens.ts';

const single: Record<Language, Readonly<Record<string, string>>> = {
  fr: {
    quest: 'qu est',
    cest: 'c est',
    jai: 'j ai',
    ya: 'y a',
    kel: 'quel',
    kelle: 'quelle',
    koi: 'quoi',
    pr: 'pour',
    aujourdhui: 'aujourd hui',
    ajd: 'aujourd hui',
    auj: 'aujourd hui',
    dmain: 'demain',
    pourcent: '%',
    pourcents: '%',
    mtn: 'maintenant',
    dla: 'de la',
    stpl: 'stp',
    keske: 'qu est ce que',
    kes: 'qu est',
    ke: 'que',
    rappel: 'rappel',
    tt: 'tout',
    bcp: 'beaucoup',
    pcent: '%',
    tel: 'tel',
    oublies: 'oublie',
    heurs: 'heures',
    minutte: 'minute',
    minuttes: 'minutes',
    til: 't il',
    relance: 'lance',
    relancer: 'lancer',
    relances: 'lances',
    redemarre: 'demarre',
    remets: 'mets',
    remettre: 'mettre',
    redonne: 'donne',
    redonner: 'donner',
    remontre: 'montre',
    remontrer: 'montrer',
    reaffiche: 'affiche',
    rereveille: 'reveille',
    reteste: 'teste',
  },
  en: {
    whats: 'what is',
    wats: 'what is',
    wat: 'what',
    hows: 'how is',
    wheres: 'where is',
    whos: 'who is',
    whens: 'when is',
    thats: 'that is',
    dont: 'do not',
    im: 'i am',
    ive: 'i have',
    cant: 'can not',
    lets: 'let us',
    percent: '%',
    percents: '%',
    pct: '%',
    tmrw: 'tomorrow',
    tmr: 'tomorrow',
    tmw: 'tomorrow',
    tomorow: 'tomorrow',
    tommorow: 'tomorrow',
    tommorrow: 'tomorrow',
    todays: 'today s',
    gimme: 'give me',
    lemme: 'let me',
    pls: 'please',
    plz: 'please',
    thx: 'thanks',
    ty: 'thanks',
    u: 'you',
    cancelled: 'cancelled',
    oclock: 'o clock',
    todo: 'to do',
    wanna: 'want to',
    gonna: 'going to',
    hafta: 'have to',
    ur: 'your',
    r: 'are',
    couldya: 'could you',
    wont: 'will not',
    tonite: 'tonight',
    isnt: 'is not',
  },
};

/** What an apostrophe hides, by the word before it. */
const afterApostrophe: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  s: {
    what: 'is',
    how: 'is',
    where: 'is',
    who: 'is',
    when: 'is',
    that: 'is',
    it: 'is',
    there: 'is',
    time: 'is',
    let: 'us',
  },
  re: { you: 'are', we: 'are', they: 'are' },
  m: { i: 'am' },
  ve: { i: 'have', you: 'have', we: 'have' },
  d: { i: 'would', you: 'would' },
  ll: { i: 'will', you: 'will', we: 'will' },
  t: {
    don: 'not',
    can: 'not',
    didn: 'not',
    doesn: 'not',
    isn: 'not',
    won: 'not',
    wasn: 'not',
    couldn: 'not',
    haven: 'not',
    wouldn: 'not',
    shouldn: 'not',
    aren: 'not',
    hasn: 'not',
    weren: 'not',
  },
};
const cutNegation: Readonly<Record<string, string>> = {
  don: 'do',
  didn: 'did',
  doesn: 'does',
  isn: 'is',
  won: 'will',
  wasn: 'was',
  couldn: 'could',
  haven: 'have',
  wouldn: 'would',
  shouldn: 'should',
  aren: 'are',
  hasn: 'has',
  weren: 'were',
};

const pairs: Record<Language, Readonly<Record<string, string>>> = {
  fr: { 'pour cent': '%', 'pour cents': '%', 'to do': 'todo', 'to dos': 'todo', 'to doo': 'todo' },
  en: { 'per cent': '%', 'to dos': 'to do', 'o clock': 'o clock' },
};

/** Applies every rewriting; tokens keep their place in the original text. */
export function rewriteAliases(tokens: readonly Token[], language: Language): Token[] {
  const result: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const next = tokens[i + 1];
    const pair = next ? lookUp(pairs[language], `${token.norm} ${next.norm}`) : undefined;
    if (pair !== undefined && next) {
      result.push({ ...token, norm: pair, end: next.end });
      i++;
    } else {
      result.push(
        token.kind === 'word' ? { ...token, norm: rewriteWord(token, tokens, i, language) } : token,
      );
    }
  }
  return result;
}

function rewriteWord(token: Token, tokens: readonly Token[], at: number, language: Language): string {
  const alias = lookUp(single[language], token.norm);
  if (alias !== undefined) return alias;
  if (language === 'fr') return token.norm;
  const touches = (other: Token | undefined, gap: number): boolean => other !== undefined && gap === 1;
  const before = tokens[at - 1];
  if (before && touches(before, token.start - before.end)) {
    const full = lookUp(afterApostrophe[token.norm] ?? {}, before.norm);
    if (full !== undefined) return full;
  }
  const next = tokens[at + 1];
  if (next?.norm === 't' && touches(next, next.start - token.end)) {
    return lookUp(cutNegation, token.norm) ?? token.norm;
  }
  return token.norm;
}

function lookUp(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
