/** Puts back the apostrophes that the engine drops: it loses what its vocabulary splits over two tokens. */

/**
 * @param tokens of the engine; those whose bytes made no character of their own are empty.
 * @returns the text with an apostrophe where letters surround such tokens: "l’été", "don’t".
 */
export function withLostApostrophes(text: string, tokens: readonly string[]): string {
  // Tokens of another kind than the text is made of say nothing about it.
  if (!tokens.includes('') || tokens.join('').trim() !== text.trim()) return text;
  let written = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    if (token !== '') {
      written += token;
      continue;
    }
    while (tokens[at + 1] === '') at++;
    written += between(written, tokens[at + 1] ?? '');
  }
  return written.trim();
}

function between(before: string, after: string): string {
  if (/\p{L}$/u.test(before) && /^\p{L}/u.test(after)) return "'";
  if (/\p{L}$/u.test(before) && after.startsWith('«')) return "'";
  // The thin space inside French quotation marks.
  return before.endsWith('«') || after.startsWith('»') ? ' ' : '';
}
