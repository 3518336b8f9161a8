/** Day and time expressions ("demain matin à 7 heures", "next Friday at noon") as parts, before they are tied to a calendar. */
import type { Language } from '../domain/language.ts';
import { englishFragments } from './when-english.ts';
import { frenchFragments } from './when-french.ts';
import type { Fragment, WhenParts } from './when-parts.ts';

interface ReadyFragment {
  readonly expression: RegExp;
  readonly read: Fragment['read'];
}
const compile = (fragments: readonly Fragment[]): readonly ReadyFragment[] =>
  fragments.map(({ source, read }) => ({ expression: new RegExp(`^(?:${source})(?= |$|[,:])`), read }));
const readers: Record<Language, readonly ReadyFragment[]> = {
  fr: compile(frenchFragments),
  en: compile(englishFragments),
};

/** What stands between two expressions that belong together. */
const joint = /^[,:]? (?:(?:et|and|donc) )?/;

/** As many expressions as follow each other from the beginning of `text`. */
function readAhead(text: string, language: Language): { parts: WhenParts; length: number } | undefined {
  let read: { parts: WhenParts; length: number } | undefined;
  for (;;) {
    const from = read ? read.length + (joint.exec(text.slice(read.length))?.[0].length ?? 0) : 0;
    if (read && from === read.length) return read;
    const step = longestStep(text.slice(from), language);
    const merged = step && merge(read?.parts ?? {}, step.parts);
    if (!merged) return read;
    read = { parts: merged, length: from + step.length };
  }
}

/** Reads `text` as nothing but a day and time expression. */
export function readWhen(text: string, language: Language): WhenParts | undefined {
  const trimmed = text.replace(/[,:]$/, '').trim();
  const read = readAhead(trimmed, language);
  return read?.length === trimmed.length ? read.parts : undefined;
}

function longestStep(text: string, language: Language): { parts: WhenParts; length: number } | undefined {
  let best: { parts: WhenParts; length: number } | undefined;
  for (const { expression, read } of readers[language]) {
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

interface FoundWhen {
  readonly parts: WhenParts;
  /** Range of the expression in the text. */
  readonly start: number;
  readonly end: number;
}

/** Expressions at the beginning and at the end of `text`, else the one inside it; merged when they go together. */
export function findWhen(text: string, language: Language): readonly FoundWhen[] {
  const found: FoundWhen[] = [];
  const ahead = readAhead(text, language);
  if (ahead) found.push({ parts: ahead.parts, start: 0, end: ahead.length });
  if (ahead?.length === text.length) return found;
  let inside: FoundWhen | undefined;
  for (const start of wordStarts(text, ahead?.length ?? 0)) {
    const read = readAhead(text.slice(start), language);
    if (!read) continue;
    const one = { parts: read.parts, start, end: start + read.length };
    inside ??= one;
    if (one.end < text.length) continue;
    const [first] = found;
    return first && !merge(first.parts, one.parts) ? found : [...found, one];
  }
  return found.length === 0 && inside ? [inside] : found;
}

/** Where words begin after position `from`. */
function* wordStarts(text: string, from: number): Generator<number> {
  for (let at = text.indexOf(' ', from); at >= 0; at = text.indexOf(' ', at + 1)) yield at + 1;
}

/** All parts of what was found, together. */
export const joinParts = (found: readonly FoundWhen[]): WhenParts =>
  Object.assign({}, ...found.map(({ parts }) => parts));
