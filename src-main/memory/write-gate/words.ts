/** Cuts what was said into plain words: elisions and contractions written out, fillers dropped, each in its plain place. */
import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';
import { markEnglish, markFrench } from './negation.ts';
import { isPunctuation, type Token, type Words } from './tokens.ts';
import { inPlainOrder } from './word-order.ts';
import { adverbs, contractions, fillerPhrases, keptWhole } from './words-dropped.ts';

type Draft = { -readonly [K in keyof Token]: Token[K] };

const piece =
  /[\p{L}\p{N}_.+-]{1,60}@[\p{L}\p{N}.-]{1,80}|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|\+?\d{2,4}(?:[ .-]\d{2,4}){2,5}|\d{1,3}(?:[.,]\d{1,3})+|[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{M}]+)*'?|\S/gu;

/** `text` up to 8,000 characters; longer is the caller's to refuse. */
export function wordsOf(text: string, language: Language): Words {
  const plain = text.replace(/[’ʼ`´]/g, "'").replace(/[‐‑–—]/g, '-');
  const drafts: Draft[] = [];
  for (const match of plain.matchAll(piece)) cut(match[0], match.index, language, plain, drafts);
  const clean = drop(drafts, language);
  const marked = language === 'fr' ? markFrench(clean) : markEnglish(clean);
  const tokens = inPlainOrder(marked, language);
  const offsets: number[] = [];
  let line = '';
  for (const { w } of tokens) {
    offsets.push(line.length);
    line += `${w} `;
  }
  return { text, language, tokens, line, offsets, isLowerCase: !/\p{Lu}/u.test(plain.slice(1)) };
}

function cut(raw: string, start: number, language: Language, text: string, out: Draft[]): void {
  const before = text[start - 1];
  const last = out.at(-1);
  let glued = false;
  // A hyphen between two words joins them: "Jean-Pierre", "dois-je".
  if (last?.w === '-' && last.end === start && /[\p{L}\p{N}]/u.test(text[last.start - 1] ?? '')) {
    out.pop();
    glued = true;
  }
  const whole = fold(raw);
  // The accent tells "né" from the "ne" of a denial.
  if (whole === 'ne' && /é/i.test(raw)) {
    out.push({ w: 'nee', start, end: start + raw.length, isCapital: false, glued: false });
    return;
  }
  const isCapital = /^\p{Lu}/u.test(raw);
  const push = (w: string, from: number, to: number, capital = isCapital): void => {
    out.push({ w, start: from, end: to, isCapital: capital, glued: glued && from === start });
  };
  const expanded = contractions[language].get(whole);
  if (expanded) {
    for (const w of expanded) push(w, start, start + raw.length, false);
    return;
  }
  const mark = raw.indexOf("'");
  if (mark <= 0 || keptWhole.has(whole) || before === "'") {
    push(whole.replace(/^'|'$/g, '') || whole, start, start + raw.length);
    return;
  }
  if (language === 'fr') cutFrench(raw, start, push);
  else cutEnglish(raw, start, push);
}

type Push = (w: string, from: number, to: number, capital?: boolean) => void;
const elided: Readonly<Record<string, string>> = {
  j: 'je',
  l: 'le',
  d: 'de',
  n: 'ne',
  s: 'se',
  c: 'ce',
  m: 'me',
  t: 'te',
  qu: 'que',
  jusqu: 'jusque',
  lorsqu: 'lorsque',
  puisqu: 'puisque',
  parce: 'parce',
}; // prettier-ignore

function cutFrench(raw: string, start: number, push: Push): void {
  const mark = raw.indexOf("'");
  const head = fold(raw.slice(0, mark));
  const rest = raw.slice(mark + 1);
  if (rest === '') {
    push(fold(raw.slice(0, mark)), start, start + mark);
    return;
  }
  if (Object.hasOwn(elided, head)) {
    push(elided[head] ?? head, start, start + mark + 1, false);
    const from = start + mark + 1;
    if (rest.includes("'")) {
      cutFrench(rest, from, push);
      return;
    }
    push(fold(rest), from, from + rest.length, /^\p{Lu}/u.test(rest));
    return;
  }
  push(fold(raw), start, start + raw.length);
}

function cutEnglish(raw: string, start: number, push: Push): void {
  const mark = raw.lastIndexOf("'");
  const head = raw.slice(0, mark);
  const tail = fold(raw.slice(mark + 1));
  const end = start + raw.length;
  const written: Readonly<Record<string, string>> = {
    m: 'am',
    re: 'are',
    ve: 'have',
    ll: 'will',
    d: 'would',
  };
  if (tail === 't' && /n$/i.test(head)) {
    const verb = fold(head.slice(0, -1));
    push(
      ({ ca: 'can', wo: 'will', sha: 'shall' } as Record<string, string>)[verb] ?? verb,
      start,
      start + mark,
    );
    push('not', start + mark, end, false);
    return;
  }
  if (Object.hasOwn(written, tail)) {
    push(fold(head), start, start + mark);
    push(written[tail] ?? tail, start + mark, end, false);
    return;
  }
  if (tail === 's' || tail === '') {
    push(fold(head), start, start + mark);
    push("'s", start + mark, end, false);
    return;
  }
  push(fold(raw), start, end);
}

/** Fillers and adverbs that change nothing are left out; what they stand between closes up. */
function drop(drafts: readonly Draft[], language: Language): Draft[] {
  const phrases = fillerPhrases[language];
  const kept: Draft[] = [];
  for (let i = 0; i < drafts.length; i++) {
    const token = drafts[i];
    if (!token) continue;
    const phrase = phrases.get(token.w)?.find(rest => rest.every((w, k) => drafts[i + 1 + k]?.w === w));
    if (phrase) {
      i += phrase.length;
      if (drafts[i + 1]?.w === ',') i++;
      continue;
    }
    if (isLead(drafts, i, kept, language)) {
      if (drafts[i + 1]?.w === ',') i++;
      continue;
    }
    if (adverbs[language].has(token.w) && !token.glued) {
      if (drafts[i + 1]?.w === ',' && (kept.length === 0 || isPunctuation(kept.at(-1)?.w ?? ''))) i++;
      continue;
    }
    kept.push(token);
  }
  return kept;
}

const leads: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set('so okay ok listen look hey now then right alright yes yeah hi hello'.split(' ')),
  fr: new Set(
    'bon dis dites ecoute ok okay donc maintenant tiens oui ouais hey ah oh salut bonjour'.split(' '),
  ),
};
/** "Listen, …", "bon, …": an opening before something longer, no order and no greeting of its own. */
function isLead(drafts: readonly Draft[], at: number, kept: readonly Draft[], language: Language): boolean {
  const next = drafts[at + 1];
  const isFirst = kept.length === 0 && leads[language].has(drafts[at]?.w ?? '');
  if (!isFirst || !next || drafts.length - at < 4 || next.glued) return false;
  return !/^(?:moi|lui|leur|nous|at|for|up|that|then|a|c'est|le|la)$/.test(next.w);
}
