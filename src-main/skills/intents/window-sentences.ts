/** How sentences for the window are written down, in either language. */
import type { NamedKind, SaidCommand } from '../../domain/window-command.ts';

/** An action with its sentences; with `+` or `-` behind its id it is switched on or off. */
export type Sentences = readonly (readonly [`${SaidCommand}${'' | '+' | '-'}`, readonly string[]])[];

/** What is named by its own words, in the slot `words`. */
export type NamedSentences = readonly (readonly [NamedKind, readonly string[]])[];
