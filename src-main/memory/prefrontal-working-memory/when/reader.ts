/** Reads the times in a sentence with a language's grammar: single ones, ranges, and those that words before them change. */
import { type Atom, type Grammar, type NoTime, type Shift, toCome } from './grammar.ts';
import { join, lift, type Now, type Period, type PeriodUnit } from './period.ts';
import { between } from './shifts.ts';
import type { Token } from './tokens.ts';

export interface Reading {
  readonly period: Period;
  /** In the sentence, UTF-16. */
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly period: Period | NoTime;
  /** Behind its last word. */
  readonly to: number;
}

interface Compiled {
  readonly atoms: readonly { readonly pattern: RegExp; readonly atom: Atom }[];
  readonly shifts: readonly { readonly pattern: RegExp; readonly shift: Shift }[];
  readonly ranges: readonly { readonly open: RegExp; readonly middle: RegExp }[];
  readonly and: RegExp;
  readonly joint: RegExp;
}

const compiled = new WeakMap<Grammar, Compiled>();
const sticky = (source: string): RegExp => new RegExp(`(?:${source})(?= |$)`, 'y');
function compile(grammar: Grammar): Compiled {
  const known = compiled.get(grammar);
  if (known) return known;
  const made = {
    atoms: grammar.atoms.map(atom => ({ pattern: sticky(atom.source), atom })),
    shifts: grammar.shifts.map(shift => ({ pattern: sticky(shift.source), shift })),
    ranges: grammar.ranges.map(({ open, middle }) => ({ open: sticky(open), middle: sticky(middle) })),
    and: sticky(grammar.and),
    joint: sticky(grammar.joint),
  };
  compiled.set(grammar, made);
  return made;
}

const isNoTime = (of: Period | NoTime): of is NoTime => typeof of === 'string';

const wholes: ReadonlySet<PeriodUnit> = new Set(['day', 'week', 'weekend', 'month', 'season', 'year']);

/** How deep "the beginning of the first week of …" may go. */
const deepest = 4;

class Reader {
  readonly #line: string;
  readonly #grammar: Compiled;
  readonly #now: Now;

  constructor(line: string, grammar: Compiled, now: Now) {
    this.#line = line;
    this.#grammar = grammar;
    this.#now = now;
  }

  /** What begins at `at`, with all that stands beside it and belongs to it. */
  expression(at: number, inside: boolean, depth: number): Found | undefined {
    const first = this.#single(at, inside, depth);
    if (!first) return first;
    if (isNoTime(first.period)) return { ...first, to: this.#pastHours(first.to, depth) };
    let whole: Period = first.period;
    let to = first.to;
    for (;;) {
      const next = this.#neighbour(to, depth);
      if (!next) return this.#together(whole, to, depth);
      if (isNoTime(next.period)) return next;
      const joined = join(whole, next.period);
      if (!joined) return this.#together(whole, to, depth);
      whole = joined;
      to = next.to;
    }
  }

  /** "On Monday or Tuesday", "in 2008 and 2009": from the one to the other. */
  #together(first: Period, to: number, depth: number): Found {
    const joint = depth === 0 ? this.#match(this.#grammar.and, to + 1) : undefined;
    const second = joint && this.expression(joint.to + 1, true, depth + 1);
    if (!second || isNoTime(second.period) || second.period.unit !== first.unit || first.needsDay)
      return { period: first, to };
    if (!wholes.has(first.unit)) return { period: first, to };
    const whole = between(first, second.period);
    return whole ? { period: whole, to: second.to } : { period: first, to };
  }

  /** The hours that stand beside "tomorrow" belong to it. */
  #pastHours(to: number, depth: number): number {
    const next = this.#neighbour(to, depth);
    return next && !isNoTime(next.period) && next.period.onDay ? next.to : to;
  }

  #neighbour(to: number, depth: number): Found | undefined {
    if (depth >= deepest || to >= this.#line.length) return undefined;
    const next = this.#single(to + 1, false, depth + 1);
    if (next) return next;
    const joint = this.#match(this.#grammar.joint, to + 1);
    return joint && this.#single(joint.to + 1, true, depth + 1);
  }

  #single(at: number, inside: boolean, depth: number): Found | undefined {
    const choices = [
      this.#atom(at, inside || depth > 0),
      this.#range(at, depth),
      this.#shifted(at, depth),
    ].filter(found => found !== undefined);
    return choices.reduce<Found | undefined>(
      (best, found) => (best && best.to >= found.to ? best : found),
      undefined,
    );
  }

  #atom(at: number, inside: boolean): Found | undefined {
    let best: Found | undefined;
    for (const { pattern, atom } of this.#grammar.atoms) {
      if (atom.inside && !inside) continue;
      const match = this.#match(pattern, at);
      if (!match || match.to <= (best?.to ?? at)) continue;
      const read = atom.read(match.groups, this.#now);
      if (read !== undefined) best = { period: read, to: match.to };
    }
    return best;
  }

  #shifted(at: number, depth: number): Found | undefined {
    if (depth >= deepest) return undefined;
    let best: Found | undefined;
    for (const { pattern, shift } of this.#grammar.shifts) {
      const match = this.#match(pattern, at);
      if (!match) continue;
      const inner = this.expression(match.to + 1, true, depth + 1);
      if (!inner || inner.to <= (best?.to ?? at)) continue;
      if (isNoTime(inner.period)) best = inner;
      // Hours without their day are nowhere yet: nothing lies before or behind them.
      else if (!inner.period.needsDay) {
        const changed = lift(inner.period, of => shift.change(of, match.groups, this.#now));
        if (changed) best = { period: changed, to: inner.to };
      }
    }
    return best;
  }

  #range(at: number, depth: number): Found | undefined {
    if (depth >= deepest) return undefined;
    for (const { open, middle } of this.#grammar.ranges) {
      const start = this.#match(open, at);
      const from = start && this.expression(start.to + 1, true, depth + 1);
      if (!from || isNoTime(from.period)) continue;
      const joint = this.#match(middle, from.to + 1);
      const to = joint && this.expression(joint.to + 1, true, depth + 1);
      if (!to || isNoTime(to.period)) continue;
      const whole = between(from.period, to.period);
      if (whole) return { period: whole, to: to.to };
    }
    return undefined;
  }

  #match(pattern: RegExp, at: number): { to: number; groups: readonly string[] } | undefined {
    if (at >= this.#line.length) return undefined;
    pattern.lastIndex = at;
    const match = pattern.exec(this.#line);
    return match ? { to: at + match[0].length, groups: match.slice(1).map(group => group ?? '') } : undefined;
  }
}

export interface TimesRead {
  readonly readings: readonly Reading[];
  /** It names a time to come. */
  readonly future: boolean;
}

/** The times of the sentence, in its order; those that belong together are one although words stand between them. */
export function readTimes(tokens: readonly Token[], grammar: Grammar, now: Now): TimesRead {
  const line = tokens.map(({ word }) => word).join(' ');
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  let offset = 0;
  tokens.forEach(({ word }, index) => {
    starts.set(offset, index);
    ends.set(offset + word.length, index);
    offset += word.length + 1;
  });
  const reader = new Reader(line, compile(grammar), now);
  const readings: Reading[] = [];
  let future = false;
  for (let at = 0; at < line.length; ) {
    const found = reader.expression(at, false, 0);
    const first = tokens[starts.get(at) ?? -1];
    const last = found && tokens[ends.get(found.to) ?? -1];
    if (found && first && last && !isNoTime(found.period) && !found.period.needsDay)
      readings.push({ period: found.period, start: first.start, end: last.end });
    future ||= found?.period === toCome;
    at = found ? found.to + 1 : nextWord(line, at);
  }
  return { readings: joinAll(readings), future };
}

function nextWord(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  return space < 0 ? line.length : space + 1;
}

/** "Last year … in March": one time, from the first of its words to the last. */
function joinAll(readings: readonly Reading[]): readonly Reading[] {
  const joined: Reading[] = [];
  for (const next of readings) {
    const index = joined.findIndex(one => join(one.period, next.period));
    const one = joined[index];
    const whole = one && join(one.period, next.period);
    if (one && whole) joined[index] = { period: whole, start: one.start, end: next.end };
    else joined.push(next);
  }
  return joined;
}
