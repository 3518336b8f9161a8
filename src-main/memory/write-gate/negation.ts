/** "Not", "no longer" and "used to" are kept as marks on the verb that they belong to. */
import { isPunctuation, type Token } from './tokens.ts';

type Draft = { -readonly [K in keyof Token]: Token[K] };

const be = new Set('am is are was were have has had can could will would should might may must'.split(' '));
const pronounBefore = new Set('it that who there what he she where this here how'.split(' '));

export function markEnglish(tokens: readonly Draft[]): readonly Token[] {
  const out: Draft[] = [];
  let next: Pick<Draft, 'denied' | 'isPast'> = {};
  for (let i = 0; i < tokens.length; i++) {
    const token = { ...(tokens[i] as Draft) };
    const { w } = token;
    const last = out.at(-1);
    const following = tokens[i + 1]?.w ?? '';
    if (w === "'s" && last && pronounBefore.has(last.w))
      token.w = following === 'got' || following === 'been' ? 'has' : 'is';
    // "I have been allergic": it holds still.
    if (
      w === 'been' &&
      last &&
      /^(?:have|has)$/.test(last.w) &&
      (/^(?:married|divorced|engaged|separated|widowed|retired|unemployed)$/.test(following) ||
        !/(?:ing|ed|to|in|at|there|here)$/.test(following))
    ) {
      last.w = last.w === 'has' ? 'is' : 'am';
      continue;
    }
    if ((w === 'do' || w === 'does' || w === 'did') && following === 'not') {
      next = { denied: 'not', ...(w === 'did' && { isPast: true }) };
      i++;
      continue;
    }
    if (w === 'not' && last && (be.has(last.w) || last.w === "'s")) {
      last.denied = 'not';
      continue;
    }
    if (w === 'never' || (w === 'no' && /^(?:have|has|had|got|am|is|are)$/.test(last?.w ?? ''))) {
      if (following === 'longer') {
        next = { denied: 'ended' };
        i++;
      } else next = { denied: 'not' };
      continue;
    }
    if (w === 'no' && following === 'longer') {
      next = { denied: 'ended' };
      i++;
      continue;
    }
    if (w === 'anymore' || (w === 'any' && following === 'more')) {
      const denied = out.findLast(({ denied: mark }) => mark);
      if (denied) denied.denied = 'ended';
      if (w === 'any') i++;
      continue;
    }
    if (w === 'used' && following === 'to' && !be.has(last?.w ?? '') && last?.w !== "'s") {
      next = { ...next, isPast: true };
      i++;
      continue;
    }
    if (next.isPast && w === 'be') token.w = 'is';
    out.push({ ...token, ...next });
    if (!isPunctuation(w)) next = {};
  }
  return out;
}

const afterPlus = new Set(
  'a en au aux chez dans de du des avec la le les marie mariee allergique'.split(' '),
);

export function markFrench(tokens: readonly Draft[]): readonly Token[] {
  const out: Draft[] = [];
  let neAt = -9;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Draft;
    const { w } = token;
    const last = out.at(-1);
    if (w === 'ne' && token.end - token.start <= 2 && !isBorn(tokens, i)) {
      neAt = out.length;
      continue;
    }
    const near = out.length - neAt <= 4;
    const isEnd =
      w === 'plus' &&
      last &&
      (near || (isVerbLike(last.w) && afterPlus.has(tokens[i + 1]?.w ?? '')) || isNoMore(tokens, i));
    if (
      (w === 'pas' || w === 'jamais' || w === 'aucun' || w === 'aucune') &&
      last &&
      !isPunctuation(last.w)
    ) {
      if (tokens[i + 1]?.w === 'mal' || (w === 'jamais' && !near && i === 0)) continue;
      last.denied = 'not';
      continue;
    }
    if (w === 'ni' && last && /^(?:aime|aimes|mange|manges|bois|boit|supporte|ai|a|parle)$/.test(last.w)) {
      last.denied = 'not';
      continue;
    }
    if (isEnd) {
      last.denied = 'ended';
      continue;
    }
    out.push({ ...token });
  }
  return out;
}

/** "je suis plus infirmière" without its "ne": no comparison follows. */
function isNoMore(tokens: readonly Draft[], at: number): boolean {
  const isVerb = /^(?:suis|est|mange|bois|fume|travaille|bosse|habite|vis|joue|fais|ai)$/.test(
    tokens[at - 1]?.w ?? '',
  );
  return isVerb && !tokens.slice(at, at + 5).some(({ w }) => w === 'que') && tokens[at + 1] !== undefined;
}

const isVerbLike = (w: string): boolean => /(?:e|es|ent|ons|ez|is|it|ais|ait|ai|a|est|suis|s)$/.test(w);
/** "je suis né", also typed without its accent. */
function isBorn(tokens: readonly Draft[], at: number): boolean {
  const before = tokens[at - 1]?.w ?? '';
  return /^(?:suis|est|sommes|sont|es|etait|etais)$/.test(before);
}
