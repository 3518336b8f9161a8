/** What each error code has: its stage, its texts in both languages, and whether trying again can help. */
import type { Bilingual } from '../language.ts';

export type ErrorStage =
  | 'input'
  | 'store'
  | 'secret'
  | 'model'
  | 'speech'
  | 'memory'
  | 'knowledge'
  | 'wire'
  | 'host'
  | 'skill'
  | 'import'
  | 'settings'
  | 'update';

export interface ErrorText {
  readonly stage: ErrorStage;
  readonly retryable: boolean;
  /** What was wrong; `{name}` places are filled from the error's parameters. */
  readonly message: Bilingual;
  /** What to do. */
  readonly hint: Bilingual;
}

/** Keeps the codes as literal types. */
export const define = <const Codes extends string>(
  codes: Record<Codes, ErrorText>,
): Readonly<Record<Codes, ErrorText>> => codes;
