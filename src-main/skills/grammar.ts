/** Grammar rules: a short notation for whole-sentence patterns, compiled once to regular expressions. */
import type { SlotValue } from '../domain/intent.ts';
import type { Language } from '../domain/language.ts';
import { durationSource } from './durations.ts';
import { knownListSource } from './list-names.ts';
import { requiredWords } from './required-words.ts';
import type { Sentence } from './sentence.ts';

/** What the answer needs beside the slots. */
export interface Details {
  /** The exact moment a reminder is due, where the words give more than minutes. */
  readonly dueAtMs?: number;
  /** The sum or conversion in figures, for the answer. */
  readonly expression?: string;
  /** Asked without "do you know": only a remembered fact makes it a question for the skill. */
  readonly implicit?: true;
  /** Why there is no result, e.g. `division-by-zero`. */
  readonly problem?: string;
}

export interface Built {
  readonly intent: string;
  readonly slots: Readonly<Record<string, SlotValue>>;
  readonly details?: Details;
  readonly confidence?: number;
}

export interface Context {
  readonly nowMs: number;
  readonly zone: string;
}

export interface Match extends Context {
  readonly language: Language;
  readonly sentence: Sentence;
  /** The user's own words of a slot, '' when it was not said. */
  words(slot: string): string;
  /** The folded words of a slot. */
  norm(slot: string): string;
  /** Where a slot begins in the sentence's text. */
  at(slot: string): number;
}

/**
 * Notation: words are literal; `(a|b)` chooses; `[a ]` may be left out; a space also passes a comma or colon; `~` demands
 * a comma, colon or sentence end; `<name:macro>` takes the words of a macro, `<name>` those of the macro of that name. A pattern covers the
 * whole sentence.
 */
export interface Rule {
  readonly patterns: readonly string[];
  readonly build: (match: Match) => Built | undefined;
  /** Also tried on texts too long for a command. */
  readonly longText?: true;
  /** Not after "I want to …". */
  readonly noDesire?: true;
}

export type RulesByLanguage = Readonly<Record<Language, readonly Rule[]>>;

const number = String.raw`-?\d+(?:\.\d+)?`;
const macros: Record<Language, Readonly<Record<string, string>>> = {
  fr: {
    any: '.+?',
    few: String.raw`[^|,:\s]+(?:[,:]? [^|,:\s]+){0,4}?`,
    line: '[^|]+?',
    number: `(?:${number}|une?)`,
    duration: durationSource('fr'),
    list: knownListSource.fr,
    word: String.raw`[^|,:\s]+`,
    measured: String.raw`-?\d[^|]*?`,
  },
  en: {
    any: '.+?',
    few: String.raw`[^|,:\s]+(?:[,:]? [^|,:\s]+){0,4}?`,
    line: '[^|]+?',
    number: `(?:${number}|one|an?)`,
    duration: durationSource('en'),
    list: knownListSource.en,
    word: String.raw`[^|,:\s]+`,
    measured: String.raw`-?\d[^|]*?`,
  },
};

const mark = '__';

interface CompiledRule {
  readonly rule: Rule;
  /** One of these stands in every sentence that matches; absent: not known. */
  readonly required: ReadonlySet<string> | undefined;
  readonly expression: () => RegExp;
}

/** A set of rules ready to be tried, with the words it knows. */
export interface Grammar {
  readonly vocabulary: ReadonlySet<string>;
  match(sentence: Sentence, context: Context, longText: boolean): Built | undefined;
}

/** Compiles rules; the first that matches and builds wins. */
export function compileGrammar(rules: readonly Rule[], language: Language): Grammar {
  const compiled: CompiledRule[] = rules.flatMap(rule =>
    rule.patterns.map(pattern => ({ rule, ...lazyPattern(pattern, language) })),
  );
  const vocabulary = new Set(rules.flatMap(rule => rule.patterns.flatMap(wordsOf)));
  const candidates = indexOf(compiled);
  return {
    vocabulary,
    match: (sentence, context, longText) => {
      for (const { rule, expression } of candidates(sentence.text.split(/[ ,:|]+/))) {
        if ((longText && !rule.longText) || (sentence.desire && rule.noDesire)) continue;
        const found = expression().exec(sentence.text);
        const built = found ? rule.build(matchOf(found, sentence, context)) : undefined;
        if (built) return built;
      }
      return undefined;
    },
  };
}

/** Finds the rules that can match a sentence of these words, in their order, without a look at the hundreds of others. */
function indexOf(compiled: readonly CompiledRule[]): (words: readonly string[]) => Iterable<CompiledRule> {
  const always: number[] = [];
  const byWord = new Map<string, number[]>();
  for (const [number, { required }] of compiled.entries()) {
    if (required === undefined) always.push(number);
    for (const word of required ?? []) byWord.set(word, [...(byWord.get(word) ?? []), number]);
  }
  return words => {
    const numbers = new Set([...always, ...words.flatMap(word => byWord.get(word) ?? [])]);
    return [...numbers].sort((one, other) => one - other).flatMap(number => compiled[number] ?? []);
  };
}

/**
 * A pattern compiled when it is first needed: with their numbers, dates and places the expressions of all patterns
 * would cost a second at their first run.
 */
function lazyPattern(pattern: string, language: Language): Pick<CompiledRule, 'required' | 'expression'> {
  let expression: RegExp | undefined;
  return {
    required: requiredWords(pattern),
    expression: () => {
      expression ??= compilePattern(pattern, language);
      return expression;
    },
  };
}

/** One pattern as a regular expression over a whole normalised sentence. */
function compilePattern(pattern: string, language: Language): RegExp {
  const slots: string[] = [];
  const marked = pattern.replace(/<(\w+)(?::(\w+))?>/g, (_all, name: string, macro: string | undefined) => {
    const source = macros[language][macro ?? name];
    if (source === undefined) throw new Error(`pattern "${pattern}" names an unknown macro`);
    // One slot may stand at several places of a pattern; groups need names of their own.
    slots.push(`(?<${name}${mark}${slots.length}>${source})`);
    return `\u0000${slots.length - 1}\u0000`;
  });
  const source = longestFirst(marked)
    .replaceAll('(', '(?:')
    .replaceAll('[', '(?:')
    .replaceAll(']', ')?')
    .replaceAll(' ', '[,:]? ')
    .replaceAll('~', String.raw`(?:[,:]| \|) `)
    .replace(/\u0000(\d+)\u0000/g, (_all, at: string) => slots[Number(at)] ?? '');
  return new RegExp(`^(?:${source})$`, 'd');
}

/** Of "quel est" and "quel est le résultat de" the longer is tried first: a slot keeps only what is left. */
function longestFirst(pattern: string): string {
  const choices: string[] = [''];
  let depth = 0;
  let opened = 0;
  for (const [at, sign] of [...pattern].entries()) {
    const last = choices.length - 1;
    if (sign === '(' || sign === '[') {
      if (depth++ === 0) opened = at;
    } else if ((sign === ')' || sign === ']') && --depth === 0) {
      choices[last] += `${pattern[opened]}${longestFirst(pattern.slice(opened + 1, at))}${sign}`;
      continue;
    }
    if (depth > 0) continue;
    if (sign === '|') choices.push('');
    else choices[last] += sign;
  }
  return choices.toSorted((a, b) => b.length - a.length).join('|');
}

const wordsOf = (pattern: string): string[] => pattern.replace(/<[^>]*>/g, ' ').match(/[a-z]{4,}/g) ?? [];

function matchOf(found: RegExpExecArray, sentence: Sentence, context: Context): Match {
  const ranges = new Map<string, readonly [number, number]>();
  for (const [group, range] of Object.entries(found.indices?.groups ?? {})) {
    if (range) ranges.set(group.slice(0, group.indexOf(mark)), range);
  }
  const rangeOf = (slot: string): readonly [number, number] => ranges.get(slot) ?? [0, 0];
  return {
    ...context,
    language: sentence.language,
    sentence,
    words: slot => sentence.words(...rangeOf(slot)),
    at: slot => rangeOf(slot)[0],
    norm: slot =>
      sentence.text
        .slice(...rangeOf(slot))
        .replace(/[,:|]+$/, '')
        .trim(),
  };
}
