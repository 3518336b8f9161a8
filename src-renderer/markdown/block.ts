/** The pieces that an answer is drawn in, one by one. */
import type { Fenced } from './fences.ts';

export interface Definition {
  readonly kind: 'definition';
  readonly isNote: boolean;
  readonly label: string;
  /** What is said of the note, or the address with its title. */
  readonly text: string;
}

export type Block = { readonly kind: 'markdown'; readonly text: string } | Fenced | Definition;
