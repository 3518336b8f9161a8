/** Code as pieces told apart by weight and light, as the worker sends it. */
import type { GrammarName } from './languages.ts';

/** How a piece is drawn: `styles/code.css` has a class for each but the plain one. */
export const kinds = ['plain', 'keyword', 'comment', 'name', 'literal', 'sign'] as const;
export type TokenKind = (typeof kinds)[number];

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}
export type Line = readonly Token[];

export interface HighlightRequest {
  readonly id: number;
  readonly grammar: GrammarName;
  readonly text: string;
}
export interface HighlightAnswer {
  readonly id: number;
  /** Absent when the grammar could not read it. */
  readonly lines?: readonly Line[];
}
