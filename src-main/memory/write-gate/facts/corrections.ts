/** Sets right what was said before: "non, c'est Hanna", "actually it's the 4th", "not Lyon but Nantes". */
import { fold } from '../../../domain/fold.ts';
import { captureAt } from '../capture.ts';
import { datesIn, type Moment } from '../dates.ts';
import { nameAt, surface } from '../name-span.ts';
import { relationOf } from '../relations.ts';
import { tokenAt, type Words } from '../tokens.ts';
import type { Draft } from './draft.ts';

const setsRight =
  /^(?:no|nope|non|nan|not|pas|wait|attends|sorry|pardon|desole|oops|oups|actually|en fait|finalement|finally|correction|rectification|wrong|that is wrong|that's wrong|thats wrong|that is not right|that's not right|not quite|pas tout a fait|pas exactement|c'est faux|c est faux|ce n'est pas|c'est pas|faux|je me suis trompe|je me trompe|je me suis plante|my mistake|my bad|i meant|i was wrong|i made a mistake|i misspoke|je voulais dire|erreur|plutot|rather|in fact|in the end|au temps pour moi|autant pour moi|you got|you have it wrong|tu te trompes|let me correct|je corrige|petite correction|small correction|scratch that|i said it wrong|hold on|mais non|ah non|oh no|well no|it's not|it is not|its not)\b/;

/** Whether words take something back. */
export const isCorrection = (text: string): boolean =>
  setsRight.test(
    fold(text.slice(0, 80))
      .replace(/[’]/g, "'")
      .replace(
        /^\s*(?:(?:euh|um|uh|bon|alors|ben|well|so|oh|ah|tu sais|you know|listen|ecoute|dis|okay so|au fait|by the way|ok)\b[\s,]*)+/,
        '',
      )
      .trim(),
  );

const points: Readonly<Record<'fr' | 'en', RegExp>> = {
  en: /(?:^| )(?:it is|it 's|it was|that is|they are|she is|he is|(?:her|his|my|the) name(?: is| 's)|i meant|i mean|make it|should be|moved to|i said|is|but) (?:called |named |spelled |spelt |written |with |on |for |at |in |to |the |an? )*/g,
  fr: /(?:^| )(?:ce est|ce etait|ce sera|elle se appelle|il se appelle|je voulais dire|je ai dit|son nom est|plutot|mais|est|ca sera|ca tombe|ca est|se ecrit) (?:plutot |bien |pour |le |la |les |l |a |au |en |un |une |chez |dans |du |que )*/g,
};

/** The correction of one of `before` by a bare value; empty where nothing fits. */
export function correctionOf(
  words: Words,
  before: readonly Draft[],
  moment: Moment | undefined,
): readonly Draft[] {
  if (before.length === 0 || words.tokens.length > 30) return [];
  const at = pointAt(words);
  if (at === undefined || at >= words.tokens.length) return [];
  const date = datesIn(words, moment).find(({ from, to }) => from <= at + 1 && to > at) ?? dayOnly(words, at);
  if (date) return correctDate(words, before, date);
  const name = nameAt(words, at, words.tokens[at]?.isCapital === true);
  const phrase =
    name === undefined
      ? captureAt(words, at, 'np', { until: words.tokens.length })?.values[0]
      : surface(words, at, name);
  if (
    !phrase ||
    /^(?:faux|wrong|vrai|true|right|bon|ca|ça|it|that|pas|not|ok|good|fine|bien|correct)$/i.test(phrase)
  )
    return [];
  const isNumber = /^\d/.test(phrase);
  const isName = naming.test(words.line);
  const old = before.findLast(
    draft =>
      fits(draft, phrase, isNumber, words.tokens[at]?.isCapital === true) &&
      (!isName || isOfName(draft.relation)),
  );
  if (!old || fold(old.value) === fold(phrase)) return [];
  return [
    { ...old, value: phrase, supersedes: old.value, confidence: 0.9, at, to: at + 1, isApposition: false },
  ];
}

const naming = /(?:^| )(?:name|names|called|spelled|spelt|written|nom|prenom|appelle|ecrit|epelle) /;
const isOfName = (relation: string): boolean =>
  relationOf(relation).isPerson === true || /^(?:name|nickname|last_name|partner)$/.test(relation);

/** Behind the last "it is"; else the last bare words ("no, Hanna"). */
function pointAt(words: Words): number | undefined {
  const pattern = points[words.language];
  let end: number | undefined;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words.line); match; match = pattern.exec(words.line)) {
    const at = tokenAt(words, match.index + match[0].length);
    const verb = tokenAt(words, match.index + (match[0].startsWith(' ') ? 1 : 0));
    const isDenied =
      words.tokens.slice(verb, at).some(({ denied }) => denied) ||
      words.tokens[at]?.w === 'not' ||
      words.tokens[at]?.w === 'pas';
    if (!isDenied) end = at;
    pattern.lastIndex = Math.max(pattern.lastIndex - 1, match.index + 1);
  }
  if (end !== undefined) return end;
  const bare =
    /^(?:no|non|nope|sorry|pardon|nan|wait|actually|finalement|oops|oups) (?:, )?(?:not |pas )?/.exec(
      words.line,
    );
  const comma = words.tokens.findLastIndex(({ w }) => w === ',');
  return bare ? Math.max(tokenAt(words, bare[0].length), comma + 1) : undefined;
}

function fits(draft: Draft, phrase: string, isNumber: boolean, isCapital: boolean): boolean {
  const relation = relationOf(draft.relation);
  if (/^\d/.test(draft.value) !== isNumber && !/address|code|password/.test(draft.relation)) return false;
  if (/^(?:birthday|birth_year|married_on|died_on|anniversary)$/.test(draft.relation)) return false;
  if (relation.isPerson || /^(?:name|nickname|last_name|partner)$/.test(draft.relation))
    return isCapital || phrase === phrase.toLowerCase();
  return true;
}

/** "No, at half past four": the day stays. */
const onItsDay = (
  iso: string | undefined,
  old: string | undefined,
  isHourAlone: boolean,
): string | undefined =>
  iso !== undefined && isHourAlone && old !== undefined && old.length >= 10 && iso.length > 10
    ? old.slice(0, 10) + iso.slice(10)
    : iso;

interface Day {
  readonly isHourAlone?: boolean;
  readonly from: number;
  readonly to: number;
  readonly iso?: string;
}

/** "the 4th", "le 4": a day alone. */
function dayOnly({ tokens }: Words, at: number): Day | undefined {
  return /^\d{1,2}(?:st|nd|rd|th|er)?$/.test(tokens[at]?.w ?? '') &&
    /^(?:the|le|on)$/.test(tokens[at - 1]?.w ?? '')
    ? { from: at, to: at + 1 }
    : undefined;
}

function correctDate(words: Words, before: readonly Draft[], date: Day): readonly Draft[] {
  const old = before.findLast(
    draft =>
      /^(?:birthday|birth_year|married_on|died_on|anniversary)$/.test(draft.relation) ||
      draft.validFrom !== undefined ||
      /^(?:appointment|plan)$/.test(draft.relation),
  );
  if (!old) return [];
  let from = date.from;
  while (from < date.to - 1 && /^(?:on|the|le|la|in|en|du|de)$/.test(words.tokens[from]?.w ?? '')) from++;
  const said = surface(words, from, date.to);
  const place = { confidence: 0.9, at: date.from, to: date.to, isApposition: false };
  if (/^(?:appointment|plan|moving_to|event|lives_in|works_at)$/.test(old.relation)) {
    const iso = onItsDay(date.iso, old.validFrom, date.isHourAlone === true);
    return [{ ...old, ...place, ...(iso && { validFrom: iso }), supersedes: old.validFrom ?? old.value }];
  }
  const value = /^\d{1,2}(?:st|nd|rd|th|er)?$/.test(said)
    ? old.value.replace(/\d{1,2}(?:st|nd|rd|th|er)?/, said)
    : said;
  return value === old.value ? [] : [{ ...old, ...place, value, supersedes: old.value }];
}

/** A fact said outright against one from before: what it takes the place of. */
export function superseding(
  drafts: readonly Draft[],
  before: readonly Draft[],
  isSetRight: boolean,
): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.supersedes || draft.validTo || draft.isDenied) return draft;
    const isOne = relationOf(draft.relation).values === 'one';
    const old = before.findLast(
      one =>
        one.subject.name === draft.subject.name &&
        one.relation === draft.relation &&
        fold(one.value) !== fold(draft.value),
    );
    return old && (isOne || isSetRight) ? { ...draft, supersedes: old.value } : draft;
  });
}

/** Of these somebody has several, but "I had the one and now I have the other" tells of a change. */
const replaceable = /^(?:car|phone|computer|bike|bank|insurer|attends|studies|work_status|home|diet)$/;
const isReplaced = (relation: string): boolean =>
  relationOf(relation).values === 'one' || replaceable.test(relation);

/**
 * "I no longer work at X, I am at Y now": the end of the one is what the other takes the place of. "I used to work at X,
 * now I am at Y" tells of both: the one ended, at the latest when the other began.
 */
export function joinEnded(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft, i) => {
    if (!draft.validTo || !isReplaced(draft.relation)) return [succeeding(draft, drafts, i)];
    const next = drafts.find(
      one =>
        one !== draft &&
        one.relation === draft.relation &&
        one.subject.name === draft.subject.name &&
        !one.validTo,
    );
    if (!next) return [draft];
    if (!draft.wasSo) return relationOf(draft.relation).values === 'one' ? [] : [draft];
    const isLate =
      draft.wasSo === 'undated' && next.validFrom !== undefined && next.validFrom < draft.validTo;
    return [isLate && next.validFrom ? { ...draft, validTo: next.validFrom } : draft];
  });
}

function succeeding(draft: Draft, drafts: readonly Draft[], i: number): Draft {
  if (draft.supersedes || draft.validTo || !isReplaced(draft.relation)) return draft;
  const old = drafts.find(
    (one, k) =>
      k !== i &&
      one.validTo !== undefined &&
      one.relation === draft.relation &&
      one.subject.name === draft.subject.name &&
      fold(one.value) !== fold(draft.value),
  );
  return old ? { ...draft, supersedes: old.value } : draft;
}
