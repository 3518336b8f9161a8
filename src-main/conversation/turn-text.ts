/** What may be asked, and the title that a conversation takes from its first words. */
import { JarvisError } from '../domain/errors.ts';

/** The longest message, in UTF-16 units. */
export const maxTextLength = 200_000;
const titleLength = 60;

/** Throws `input.empty` or `input.too-long`. */
export function checkText(text: string): void {
  // Marks that draw nothing alone (zero width, controls, byte-order) are no message.
  if (text.replace(/\p{C}|\p{Z}|\p{M}/gu, '') === '') throw new JarvisError('input.empty');
  if (text.length > maxTextLength) {
    throw new JarvisError('input.too-long', { length: text.length, limit: maxTextLength });
  }
}

/** The first words of the conversation, cut at a word. */
export function titleFor(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().toWellFormed();
  if (line.length <= titleLength) return line;
  const cut = line.slice(0, titleLength);
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), titleLength / 2));
  return `${atWord.toWellFormed().replace(/\ufffd$/, '')}…`;
}
