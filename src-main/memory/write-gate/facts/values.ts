/** Turns the shape that a predicate asks for into values, and the dates around it into validity. */
import { isoDate } from '../../../domain/local-time.ts';
import { readNumber } from '../../../domain/spoken-numbers.ts';
import { captureAt, type Shape } from '../capture.ts';
import { civilNow, type FoundDate, type Moment, readCount, shift } from '../dates.ts';
import { surface } from '../name-span.ts';
import { tokenAt, type Words } from '../tokens.ts';
import type { PredicateShape } from './predicate-table.ts';

export interface Clause {
  readonly words: Words;
  readonly dates: readonly FoundDate[];
  /** Token after the last of the clause. */
  readonly end: number;
  readonly moment: Moment | undefined;
}

export interface Values {
  readonly values: readonly string[];
  readonly to: number;
}

/** `head`: token of the verb; `at`: token where the value begins; `match`: what followed the verb. */
export function valuesOf(
  clause: Clause,
  shape: PredicateShape,
  head: number,
  at: number,
  match: RegExpExecArray,
): Values | undefined {
  const { words } = clause;
  switch (shape) {
    case 'match':
      return groupValue(words, match, 'value');
    case 'age':
    case 'number':
      return groupNumber(words, match, shape === 'age');
    case 'zero':
      return { values: ['0'], to: at };
    case 'date':
      return dateValue(clause, at);
    case 'head':
      return captureAt(
        words,
        /^(?:am|is|are|'s)$/.test(words.tokens[head]?.w ?? '') ? head + 1 : head,
        'verb',
        {
          until: dateStart(clause, at),
        },
      );
    case 'located':
    case 'pet':
    case 'kin':
      return undefined;
    default:
      return captureAt(words, at, shape, { until: isFree(shape) ? clause.end : dateStart(clause, at) });
  }
}

const isFree = (shape: Shape): boolean => /^(?:code|digits|address|count|email|none)$/.test(shape);

/** Where the first date from `at` on begins, "since" and "until" with it; at most the clause's end. */
function dateStart({ words, dates, end }: Clause, at: number): number {
  const date = dates.find(({ from }) => from >= at && from < end);
  const lead = /^(?:since|depuis|until|till|jusque|from|for|on|for|le|a|from|in|en)$/;
  let start = Math.min(end, date?.from ?? end);
  while (start > at && start === date?.from && lead.test(words.tokens[start - 1]?.w ?? '')) start--;
  for (let i = at; i < start; i++) {
    const w = words.tokens[i]?.w ?? '';
    if (/^(?:since|depuis|until|till|jusque)$/.test(w)) return i;
    if (w === 'for' && readCount({ list: words.tokens.map(token => token.w), words }, i + 1)) return i;
  }
  return start;
}

export function groupSpan(
  words: Words,
  match: RegExpExecArray,
  group: string,
): readonly [number, number] | undefined {
  const range = match.indices?.groups?.[group];
  if (!range) return undefined;
  const from = tokenAt(words, range[0]);
  const to = tokenAt(words, range[1]);
  return to > from ? [from, to] : undefined;
}

function groupValue(words: Words, match: RegExpExecArray, group: string): Values | undefined {
  const span = groupSpan(words, match, group);
  if (!span) return undefined;
  const from =
    span[0] +
    ((words.language === 'en' ? /^(?:an?|the)$/ : /^une?$/).test(words.tokens[span[0]]?.w ?? '') &&
    span[1] - span[0] > 1
      ? 1
      : 0);
  return { values: [surface(words, from, span[1])], to: span[1] };
}

function groupNumber(words: Words, match: RegExpExecArray, isAge: boolean): Values | undefined {
  const span = groupSpan(words, match, 'value');
  if (!span) return undefined;
  const list = words.tokens.slice(span[0], span[1]).map(({ w }) => w);
  for (let i = 0; i < list.length; i++) {
    const read = readNumber(list, i, words.language);
    const value = read?.value ?? (/^\d{1,3}$/.test(list[i] ?? '') ? Number(list[i]) : undefined);
    if (value === undefined) continue;
    const unit = /^(?:month|months|week|weeks|mois)$/.exec(words.tokens[span[1]]?.w ?? '');
    return { values: [isAge && unit ? `${value} ${unit[0]}` : String(value)], to: span[1] };
  }
  return undefined;
}

/** The words of a date ("4 mai 1990"), or its day where the words are relative ("yesterday"). */
function dateValue({ words, dates, end }: Clause, at: number): Values | undefined {
  const date = dates.find(({ from, to, isHabit }) => !isHabit && to > at && from <= at + 2 && from < end);
  if (!date) return undefined;
  let from = Math.max(date.from, at);
  while (
    /^(?:on|the|le|la|in|en|du|de|au|mois|of|since)$/.test(words.tokens[from]?.w ?? '') &&
    from < date.to - 1
  )
    from++;
  const said = surface(words, from, date.to);
  const isAbsolute =
    /\d/.test(said) ||
    /january|february|march|april|may|june|july|august|september|october|november|december|janvier|vrier|mars|avril|mai|juin|juillet|ao.t|septembre|octobre|novembre|d.cembre/i.test(
      said,
    );
  return { values: [isAbsolute ? said : (date.iso ?? said)], to: date.to };
}

export interface Validity {
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** What the dates of the clause say of how long it holds. `isEvent`: any date is its beginning. */
export function validityOf(clause: Clause, from: number, isEvent: boolean): Validity {
  const { words, dates, end, moment } = clause;
  const list = words.tokens.map(({ w }) => w);
  const now = moment && civilNow(moment);
  const lasting = now === undefined ? undefined : lastingSince(list, from, words, now);
  let found: Validity = lasting && !isEvent ? { validFrom: lasting } : {};
  for (let i = from; i < end; i++) {
    const w = list[i] ?? '';
    const date = dates.find(
      one => one.from === i + 1 || (one.from <= i + 2 && one.from > i) || (one.from === i && one.to > i + 1),
    );
    if (/^(?:since|depuis)$/.test(w)) {
      const count = readCount({ list, words }, i + 1);
      const unit = list[count?.to ?? -1] ?? '';
      const iso = date?.iso ?? (count && now !== undefined ? shift(now, unit, -count.value) : undefined);
      if (iso) found = { ...found, validFrom: iso };
    } else if (w === 'for' && now !== undefined) {
      const count = readCount({ list, words }, i + 1);
      const iso = count && shift(now, list[count.to] ?? '', -count.value);
      if (iso && !isEvent) found = { ...found, validFrom: iso };
    } else if (/^(?:until|till|jusque)$/.test(w) && date?.iso) found = { ...found, validTo: date.iso };
    else if (isEvent && !found.validFrom) {
      const here = dates.find(one => one.from === i && !one.isHabit);
      if (here?.iso) found = { ...found, validFrom: here.iso };
    }
  }
  return { ...found, ...spanOf(clause, from) };
}

/** "from 2015 to 2018", "de 2015 à 2018", "between May and July": two dates with a link between them. */
function spanOf({ words, dates, end }: Clause, from: number): Validity {
  for (let i = 0; i + 1 < dates.length; i++) {
    const [first, last] = [dates[i], dates[i + 1]];
    if (!first?.iso || !last?.iso || first.from < from || last.to > end || first.isHabit) continue;
    const link = words.tokens.slice(first.to, last.to).map(({ w }) => w);
    const before = words.tokens.slice(Math.max(0, first.from - 1), first.from + 1).map(({ w }) => w);
    const isLinked = link[0] !== undefined && /^(?:to|until|till|a|au|jusque|and|et)$/.test(link[0]);
    if (isLinked && last.from - first.to <= 2 && before.some(w => /^(?:from|between|de|du|entre)$/.test(w)))
      return { validFrom: first.iso, validTo: last.iso };
  }
  return {};
}

/** "ça fait cinq ans que j'habite à Lyon", "il y a deux mois que je travaille là". */
function lastingSince(list: readonly string[], from: number, words: Words, now: number): string | undefined {
  for (let i = Math.max(0, from - 8); i < from; i++) {
    if (list[i] !== 'fait' && !(list[i] === 'a' && list[i - 1] === 'y')) continue;
    const count = readCount({ list, words }, i + 1);
    if (count && list[count.to + 1] === 'que') return shift(now, list[count.to] ?? '', -count.value);
  }
  return undefined;
}

export const todayOf = (moment: Moment | undefined): string | undefined =>
  moment && isoDate(civilNow(moment));
