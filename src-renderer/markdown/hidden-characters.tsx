/** Characters that are not seen but change what is: those that turn the direction of a text, and in code those without width. */
import type { ReactNode } from 'react';

/** Embeddings and overrides; what isolates, joins letters or breaks words is part of honest text. */
const turning = /[\u202A-\u202E]/g;
const unseen = /[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u061C\u2060\uFEFF\u00AD]/g;

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text with each such character in an element that shows its number and holds its effect; it can still be copied. */
export function withShown(text: string, where: 'prose' | 'code'): ReactNode {
  const pattern = where === 'code' ? unseen : turning;
  if (text.search(pattern) < 0) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(pattern)) {
    parts.push(text.slice(from, index));
    parts.push(
      <span key={index} className="hidden-character" data-code={codeOf(character)}>
        {character}
      </span>,
    );
    from = index + character.length;
  }
  return [...parts, text.slice(from)];
}
