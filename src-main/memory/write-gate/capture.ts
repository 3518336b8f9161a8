/** Takes the value of a fact out of words: the shortest phrase that says it, without articles, and lists one by one. */
import type { Language } from '../../domain/language.ts';
import {
  type Captured,
  captureAddress,
  captureCode,
  captureCount,
  captureDigits,
  captureEmail,
} from './capture-written.ts';
import { nameAt, surface } from './name-span.ts';
import { isFirstName } from './names.ts';
import type { Token, Words } from './tokens.ts';
import { isPunctuation } from './tokens.ts';

/** What a value may look like; each has its own end. */
export type Shape =
  | 'np'
  | 'list'
  | 'place'
  | 'name'
  | 'names'
  | 'rest'
  | 'verb'
  | 'verbs'
  | 'digits'
  | 'email'
  | 'address'
  | 'count'
  | 'code'
  | 'none';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const articles =
  set(`the a an le la les un une des du de my mon ma mes our notre nos some any au aux that this ce cet cette ces son sa ses his her their
  leur leurs your ton ta tes votre vos nos`);
/** A phrase ends before these, in either language. */
const ends: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: set(`who whom which that because so since when while if as but or and then than though although unless until i he she we they you is are was
    were will would can could has had have do does did not for with without at near from after before during every where what how why it there over rather
    maintenant now anymore here too either much lot well today tomorrow yesterday tonight no yes thanks please to by instead together alone`),
  fr: set(`qui que dont ou parce car donc mais si quand lorsque puisque comme alors depuis pendant je tu il elle on nous vous ils elles est sont etait
    sera ont avait et avec sans chez pour apres avant chaque tous toutes maintenant ici beaucoup aujourd'hui demain hier ca cela non oui merci ensuite
    vers contre bien ai as avons vais va y parfois souvent quoi quel quelle combien ensemble desormais avant`),
};
const softer = set('of de du des in on en au aux sur dans a');
const timeWords = set(
  `today tomorrow yesterday tonight now every last next ago aujourd'hui demain hier maintenant chaque tous toutes depuis since`,
);

interface Limits {
  /** Token where something else begins (a date, the clause's end). */
  readonly until: number;
}

export function captureAt(words: Words, at: number, shape: Shape, limits: Limits): Captured | undefined {
  switch (shape) {
    case 'none':
      return { values: [''], to: at };
    case 'name':
    case 'names':
      return captureNames(words, at, shape === 'names', limits.until);
    case 'place':
      return capturePlace(words, at, limits.until);
    case 'rest':
      return captureRest(words, at, limits.until, false);
    case 'verb':
    case 'verbs':
      return captureRest(words, at, limits.until, true);
    case 'digits':
      return captureDigits(words, at);
    case 'email':
      return captureEmail(words, at);
    case 'code':
      return captureCode(words, at, limits.until);
    case 'address':
      return captureAddress(words, at, limits.until);
    case 'count':
      return captureCount(words, at);
    case 'list':
      return captureList(words, at, limits.until);
    case 'np':
      return one(words, phraseAt(words, at, limits.until));
  }
}

const one = (words: Words, span: Span | undefined): Captured | undefined =>
  span && { values: [surface(words, span.from, span.to)], to: span.to };

interface Span {
  readonly from: number;
  readonly to: number;
}

/** "thé" folds to "the": the accent tells it from the article. */
function isArticle({ tokens, text }: Words, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && articles.has(token.w) && !/é/i.test(text.slice(token.start, token.end));
}

/** "a bit of Dutch", "un peu d'allemand": how much is not what. */
const amountOf =
  /^(?:(?:a )?(?:bit|little bit|lot|lots|little) (?:of )?|some |un peu (?:de |le )?|beaucoup (?:de |le )?)(?=\S)/;

function skipArticles(words: Words, at: number): number {
  let from =
    at +
    (amountOf
      .exec(words.line.slice(words.offsets[at], (words.offsets[at] ?? 0) + 20))?.[0]
      .trim()
      .split(' ').length ?? 0);
  while (from < at + 3 && isArticle(words, from) && !isPunctuation(words.tokens[from + 1]?.w ?? '.')) {
    // "La Rochelle", "The Hague", "Le Mans": the article is of the name.
    if (words.tokens[from]?.isCapital && words.tokens[from + 1]?.isCapital && from > 0) break;
    from++;
  }
  return from;
}

/** A noun phrase: up to six words, over "de" and "of" but not over a new clause. */
export function phraseAt(words: Words, at: number, until: number): Span | undefined {
  const from = skipArticles(words, at);
  let to = from;
  while (to < Math.min(until, from + 6)) {
    const token = words.tokens[to] as Token;
    const { w } = token;
    if (isPunctuation(w) || (ends[words.language].has(w) && !token.glued && !(token.isCapital && to > from)))
      break;
    if (to > from && isCountOfTimes(words, to)) break;
    if (softer.has(w) && !token.glued && !joins(words, to, until)) break;
    to++;
  }
  while (to > from && softer.has(words.tokens[to - 1]?.w ?? '')) to--;
  return to > from && !timeWords.has(words.tokens[from]?.w ?? '') ? { from, to } : undefined;
}

/** "twice a day", "deux fois par jour": how often, no part of what. */
function isCountOfTimes({ tokens }: Words, at: number): boolean {
  const w = tokens[at]?.w ?? '';
  return /^(?:twice|once|daily|weekly|par)$/.test(w) || /^(?:fois|times)$/.test(tokens[at + 1]?.w ?? '');
}

/** Whether "de" or "of" goes on with the same phrase ("pomme de terre"); "in" and "on" begin another. */
function joins(words: Words, at: number, until: number): boolean {
  const w = words.tokens[at]?.w ?? '';
  if (at + 1 >= until || !/^(?:of|de|du|des|au|aux|en|a)$/.test(w)) return false;
  // "maison à Lyon", "café au boulot" stop there; "machine à laver", "pain au chocolat" go on.
  if (
    w === 'a' &&
    (words.language === 'en' ||
      words.tokens[at + 1]?.w === 'cote' ||
      words.tokens[skipArticles(words, at + 1)]?.isCapital)
  )
    return false;
  const next = words.tokens[at + 1]?.w ?? '.';
  return !isPunctuation(next) && !/^(?:\d{4}|mon|ma|mes|my)$/.test(next);
}

function captureList(words: Words, at: number, until: number): Captured | undefined {
  const values: string[] = [];
  let next = at;
  let to = at;
  for (let i = 0; i < 6; i++) {
    const span = phraseAt(words, next, until);
    if (!span) break;
    values.push(surface(words, span.from, span.to));
    to = span.to;
    const joint = jointAt(words, to, until);
    if (joint === 0) break;
    next = to + joint;
    if (
      startsClause(words, next) ||
      resumes(words, at, next) ||
      (joint === 1 && words.tokens[to]?.w === ',' && !goesOn(words, next, until))
    )
      break;
  }
  return values.length > 0 ? { values, to } : undefined;
}

function jointAt(words: Words, at: number, until: number): number {
  if (at >= until) return 0;
  const w = words.tokens[at]?.w ?? '';
  const next = words.tokens[at + 1]?.w ?? '';
  const link = /^(?:and|et|or|ni|ou|nor|&)$/;
  let length = w === ',' ? (link.test(next) ? 2 : 1) : link.test(w) ? 1 : 0;
  // "aux noix et aux arachides", "to nuts and to milk": the preposition is said again.
  if (length > 0 && /^(?:a|aux|au|to|de|du|des)$/.test(words.tokens[at + length]?.w ?? '')) length++;
  return length;
}

/** "tea, coffee and milk": after a mere comma the list goes on only if it ends in "and". */
function goesOn(words: Words, at: number, until: number): boolean {
  const span = phraseAt(words, at, until);
  return span !== undefined && /^(?:,|and|et|or|ou|ni|nor)$/.test(words.tokens[span.to]?.w ?? '');
}

/** After "and" another subject or verb may begin: "I like tea and my sister likes coffee". */
function startsClause(words: Words, at: number): boolean {
  const w = words.tokens[at]?.w ?? '';
  const after = words.tokens[at + 1]?.w ?? '';
  if (ends[words.language].has(w) || /^(?:ma|mon|mes|my|our|notre|don't|ne|la-bas)$/.test(w)) return true;
  return /^(?:is|are|was|has|likes|loves|hates|lives|works|est|a|aime|adore|deteste|habite|vit|travaille|prefere|s'appelle|se)$/.test(
    after,
  );
}

/** Verbs that go on with the same subject behind "and", in the third person and in the first; none that is a noun as often. */
const resuming: Readonly<
  Record<Language, readonly [third: ReadonlySet<string>, first: ReadonlySet<string>]>
> = {
  en: [
    set(`loves likes hates enjoys adores dislikes prefers detests lives works speaks plays owns drives wears takes studies collects teaches eats drinks
      smokes knows suffers supports goes speaks`),
    set(
      'love like hate enjoy adore dislike prefer detest live speak play own drive wear take study collect teach eat drink smoke suffer',
    ),
  ],
  fr: [
    set(`deteste adore aime apprecie prefere habite vit travaille bosse parle joue porte mange boit fume fait conduit possede prend pratique etudie
      collectionne supporte mesure pese regarde lit sait souffre`),
    set('bois fais conduis prends vis lis sais souffre mesure pese'),
  ],
};

/** "… and Zoe to peanuts", "… et Yasmine la danse": somebody of whom the same verb is meant. */
export function startsGap(words: Words, at: number): boolean {
  const to = nameAt(words, at, false);
  if (to === undefined) return false;
  const next = words.tokens[to]?.w ?? '';
  return (
    /^(?:to|of|a|au|aux)$/.test(next) ||
    (/^(?:le|la|les|l')$/.test(next) && isFirstName(words.tokens[at]?.w ?? ''))
  );
}

const adjectives = /^(?:allergic|intolerant|addicted|married|engaged|opposed|close)$/;

/** "Allergic to nuts and hates cheese": a verb of the same subject begins, unless it is what one likes to do ("to swim and play golf"). */
function resumes(words: Words, from: number, at: number): boolean {
  if (startsGap(words, at)) return true;
  const { tokens, language } = words;
  const [third, first] = resuming[language];
  const { w = '' } = tokens[at] ?? {};
  const after = tokens[at + 1]?.w ?? '.';
  if (isPunctuation(after) || /^(?:and|et|or|ou)$/.test(after)) return false;
  const isInfinitive = tokens[from - 1]?.w === 'to' && !adjectives.test(tokens[from - 2]?.w ?? '');
  return third.has(w) || (first.has(w) && !isInfinitive);
}

function capturePlace(words: Words, at: number, until: number): Captured | undefined {
  let from = at;
  while (from < at + 2 && /^(?:the|le|la|les|un|une|a|an|des)$/.test(words.tokens[from]?.w ?? '')) {
    if (words.tokens[from]?.isCapital) break;
    if (/^(?:le|la|les)$/.test(words.tokens[from]?.w ?? '') && words.tokens[from]?.glued) break;
    from++;
  }
  let to = from;
  while (to < Math.min(until, from + 6)) {
    const token = words.tokens[to] as Token;
    if (isPunctuation(token.w)) break;
    const joined =
      token.glued ||
      (/^(?:sur|en|sous|les|la|le|de|du|des|of|upon|d)$/.test(token.w) &&
        to > from &&
        (words.tokens[to + 1]?.isCapital || words.tokens[to + 1]?.glued));
    if (
      !joined &&
      (ends[words.language].has(token.w) ||
        /^(?:in|on|dans|sur|en|a|au|de|du)$/.test(token.w) ||
        isAside(token.w))
    )
      break;
    to++;
  }
  return to > from ? { values: [surface(words, from, to)], to } : undefined;
}
const isAside = (w: string): boolean =>
  /^(?:actuellement|maintenant|toujours|still|now|anymore|before|avant|encore|seule?|alone|together|ensemble|long|longtemps)$/.test(
    w,
  );

function captureNames(words: Words, at: number, isMany: boolean, until: number): Captured | undefined {
  const values: string[] = [];
  let next = at;
  let to = at;
  for (let i = 0; i < (isMany ? 6 : 1); i++) {
    const end = nameAt(words, next, true);
    if (end === undefined || end > until) break;
    values.push(surface(words, next, end));
    to = end;
    const joint = jointAt(words, to, until);
    if (joint === 0) break;
    next = to + joint;
  }
  return values.length > 0 ? { values, to } : undefined;
}

const stops: Readonly<Record<Language, RegExp>> = {
  en: /^(?:but|because|so|if|when|unless|while|then|instead)$/,
  fr: /^(?:mais|parce|donc|car|si|quand|puis|lorsque)$/,
};

/** Everything to the end of the clause; of a verb phrase only what belongs to it. */
function captureRest(words: Words, at: number, until: number, isVerb: boolean): Captured | undefined {
  let to = at;
  while (to < Math.min(until, at + (isVerb ? 9 : 14))) {
    const w = words.tokens[to]?.w ?? '';
    if (isPunctuation(w) || stops[words.language].test(w)) break;
    if (isVerb && to > at && /^(?:i|je|we|she|he|il|elle|qui|who|and|et)$/.test(w)) break;
    to++;
  }
  while (
    to > at &&
    /^(?:on|le|the|at|a|in|en|de|of|to|for|pour|dans|ce|this|next|last)$/.test(words.tokens[to - 1]?.w ?? '')
  )
    to--;
  // "one day", "un jour" say nothing of when.
  if (
    /^(?:day|jour)$/.test(words.tokens[to - 1]?.w ?? '') &&
    /^(?:one|some|un)$/.test(words.tokens[to - 2]?.w ?? '')
  )
    to -= 2;
  return to > at ? { values: [surface(words, at, to)], to } : undefined;
}
