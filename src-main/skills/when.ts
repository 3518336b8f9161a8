/** Day and time expressions ("demain matin à 7 heures", "next Friday at noon") as parts, before they are tied to a calendar. */
import type { Language } from '../domain/language.ts';
import { englishFragments } from './when-english.ts';
import { frenchFragments } from './when-french.ts';
import type { Fragment, WhenParts } from './when-parts.ts';

interface Reader {
  readonly fragments: readonly { readonly expression: RegExp; readonly read: Fragment['read'] }[];
  readonly prefix: RegExp;
  readonly suffix: RegExp;
  readonly inside: RegExp;
}

function compile(fragments: readonly Fragment[], joint: string): Reader {
  const sources = fragments.map(({ source }) => source.replace(/(?<!\\)\((?!\?)/g, '(?:'));
  const any = `(?:${sources.join('|')})(?= |$|[,:])`;
  const whole = `${any}(?:[,:]? ${joint}${any})*`;
  return {
    fragments: fragments.map(({ source, read }) => ({
      expression: new RegExp(`^(?:${source})(?= |$|[,:])`),
      read,
    })),
    prefix: new RegExp(`^(${whole})(?:[,:]? |$)`),
    suffix: new RegExp(`(?:^|[,:]? )(${whole})$`),
    inside: new RegExp(`[,:]? (${whole})[,:]? `),
  };
}
const readers: Record<Language, Reader> = {
  fr: compile(frenchFragments, '(?:et |donc )?'),
  en: compile(englishFragments, '(?:and )?'),
};

/** Reads `text` as nothing but a day and time expression. */
export function readWhen(text: string, language: Language): WhenParts | undefined {
  let rest = text.replace(/[,:]$/, '').trim();
  let parts: WhenParts = {};
  if (rest === '') return undefined;
  while (rest !== '') {
    const step = longestStep(rest, language);
    const merged = step && merge(parts, step.parts);
    if (!merged) return undefined;
    parts = merged;
    rest = rest
      .slice(step.length)
      .replace(/^[,:]? ?/, '')
      .replace(/^(?:et|and|donc) /, '');
  }
  return parts;
}

function longestStep(text: string, language: Language): { parts: WhenParts; length: number } | undefined {
  let best: { parts: WhenParts; length: number } | undefined;
  for (const { expression, read } of readers[language].fragments) {
    const found = expression.exec(text);
    if (!found || found[0].length <= (best?.length ?? 0)) continue;
    const parts = read(found.slice(1).map(group => group ?? ''));
    if (parts) best = { parts, length: found[0].length };
  }
  return best;
}

/** Both together, or undefined where they contradict each other. */
function merge(a: WhenParts, b: WhenParts): WhenParts | undefined {
  for (const key of Object.keys(b) as (keyof WhenParts)[]) {
    if (a[key] !== undefined && a[key] !== b[key]) return undefined;
  }
  return { ...a, ...b };
}

export interface FoundWhen {
  readonly parts: WhenParts;
  /** Range of the expression in the text. */
  readonly start: number;
  readonly end: number;
}

/** Expressions at the beginning and at the end of `text`, else the one inside it; merged when they go together. */
export function findWhen(text: string, language: Language): readonly FoundWhen[] {
  const reader = readers[language];
  const found: FoundWhen[] = [];
  const add = (match: RegExpExecArray | null): void => {
    const words = match?.[1];
    const parts = words === undefined ? undefined : readWhen(words, language);
    if (!match || words === undefined || !parts) return;
    const start = match.index + match[0].indexOf(words);
    found.push({ parts, start, end: start + words.length });
  };
  add(reader.prefix.exec(text));
  if (found[0]?.end === text.length) return found;
  const from = found[0]?.end ?? 0;
  const suffix = reader.suffix.exec(text.slice(from));
  if (suffix) add(Object.assign(suffix, { index: suffix.index + from }));
  if (found.length === 0) add(reader.inside.exec(text));
  const [first, second] = found;
  if (first && second && !merge(first.parts, second.parts)) return [first];
  return found;
}

/** All parts of what was found, together. */
export const joinParts = (found: readonly FoundWhen[]): WhenParts =>
  Object.assign({}, ...found.map(({ parts }) => parts));
