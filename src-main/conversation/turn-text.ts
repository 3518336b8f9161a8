/** What may be asked. */
import { JarvisError } from '../domain/errors.ts';

/** The longest message, in UTF-16 units. */
export const maxTextLength = 200_000;

/** Throws `input.empty` or `input.too-long`. */
export function checkText(text: string): void {
  // Marks that draw nothing alone (zero width, controls, byte-order) are no message.
  if (text.replace(/\p{C}|\p{Z}|\p{M}/gu, '') === '') throw new JarvisError('input.empty');
  if (text.length > maxTextLength) {
    throw new JarvisError('input.too-long', { length: text.length, limit: maxTextLength });
  }
}
