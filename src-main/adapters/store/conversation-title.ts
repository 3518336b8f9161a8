/** The title a conversation gets when its first words make it. */

const maxLength = 60;

/** The beginning of the text on one line, cut between words; `…` for text without visible words. */
export function titleFrom(text: string): string {
  const line = text
    .slice(0, 1000)
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  if (line === '') return '…';
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, maxLength);
  const space = cut.lastIndexOf(' ');
  return `${(space > maxLength / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/\ufffd$/, '')}…`;
}
