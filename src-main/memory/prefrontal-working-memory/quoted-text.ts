/** Makes one harmless line of any text: it can neither end the block that quotes it nor pass for a mark of the prompt. */

/** Turned or hidden text: bidirectional marks, zero-width characters, tags, soft hyphens, fillers. */
const invisible =
  /\u034f|\u17b4|\u17b5|[\u180b-\u180f]|[\u00ad\u061c\u115f\u1160\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|[\u{1d173}-\u{1d17a}]/gu;
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Between two signs that are no pictures, a joiner only hides something. */
const looseJoiner = /(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

const signs: readonly (readonly [RegExp, string])[] = [
  [/[[\u3010\u3014\u27e6\u2045\u301a\ufe47\ufe5d]/g, '('],
  [/[\]\u3011\u3015\u27e7\u2046\u301b\ufe48\ufe5e]/g, ')'],
  [/[<\u2329\u27e8\u3008\ufe64\u226a\u300a]/g, '\u2039'],
  [/[>\u232a\u27e9\u3009\ufe65\u226b\u300b]/g, '\u203a'],
  [/["\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e]/g, "'"],
  [/[{\ufe5b]{2,}/g, '{'],
  [/[}\ufe5c]{2,}/g, '}'],
  [/`{2,}/g, "'"],
  [/#{2,}/g, '#'],
  [/[-=_*~]{4,}/g, '—'],
];

/** Names of roles in prompts; a colon behind them would make them speakers. */
const roles =
  /(?<![a-z0-9])(system|syst[eè]me|assistant|assistante|jarvis|bot|model|mod[eè]le|user|utilisateur|utilisatrice|human|humain|developer|d[eé]veloppeur|tool|outil|function|instructions?|consignes?|prompt|memory|m[eé]moire|context|contexte|programme|program)(\s*(?:message|prompt)?\s*)[:\u02d0\u0589\u05c3\u2236\ua789\ufe13\ufe55]/giu;

const longestQuote = 20_000;

/** One line, without anything that a prompt gives a meaning to. Text of a hostile memory stays readable as text. */
export function quotedText(text: string): string {
  let line = asciiForms(text.slice(0, longestQuote).toWellFormed())
    .replace(controls, ' ')
    .replace(invisible, '')
    .replace(looseJoiner, '');
  for (const [pattern, sign] of signs) line = line.replace(pattern, sign);
  return line.replace(roles, '$1$2 —').replace(/\s+/gu, ' ').trim();
}

/** Full-width letters and signs are the plain ones in disguise. */
const asciiForms = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
