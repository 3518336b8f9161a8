/** Whether keys that were pressed may stand for a command: the browser keeps some, and moving about needs others. */
import { writesText } from '../../commands/chords.ts';
import { commandOfChord } from '../../commands/registry.ts';
import type { Preferences } from '../../store/contract-types.ts';

/** No page is told of these: https://source.chromium.org, `IsReservedCommandOrKey`; and what desktops take. */
const keptByOthers: ReadonlySet<string> = new Set([
  ...['Ctrl+N', 'Ctrl+T', 'Ctrl+W', 'Ctrl+Q', 'Ctrl+Shift+N', 'Ctrl+Shift+T', 'Ctrl+Shift+W'],
  ...['Ctrl+Tab', 'Ctrl+Shift+Tab', 'Ctrl+PageUp', 'Ctrl+PageDown', 'Ctrl+F4', 'Alt+F4', 'Alt+Tab', 'F11'],
]);
/** Without them nobody could walk through the page or write in it. */
const neededInPage =
  /^(?:Shift\+)?(?:Tab|Enter|Backspace|Delete|Arrow\w+|Home|End|PageUp|PageDown)$|^Ctrl\+[ACVXZ]$/;

export type ChordCheck =
  | { readonly kind: 'reserved' | 'needed' | 'meta' }
  | { readonly kind: 'taken'; readonly by: string }
  /** `isLetter`: it is silent while one writes. */
  | { readonly kind: 'free'; readonly isLetter: boolean };

export function checkChord(chord: string, commandId: string, recorded: Preferences['keys']): ChordCheck {
  if (keptByOthers.has(chord)) return { kind: 'reserved' };
  if (/\bMeta\+/.test(chord)) return { kind: 'meta' };
  if (neededInPage.test(chord)) return { kind: 'needed' };
  const other = commandOfChord(chord, recorded);
  if (other !== undefined && other.id !== commandId) return { kind: 'taken', by: other.id };
  return { kind: 'free', isLetter: writesText(chord) };
}

/** The keys once this command has the chord, which nobody else has then. */
export function withChord(
  recorded: Preferences['keys'],
  commandId: string,
  chord: string,
): Preferences['keys'] {
  const others = Object.entries(recorded).map(
    ([id, own]) => [id, own === chord && chord !== '' ? '' : own] as const,
  );
  return { ...Object.fromEntries(others), [commandId]: chord };
}

/** The keys once this command has its own again. */
export const withoutChord = (recorded: Preferences['keys'], commandId: string): Preferences['keys'] =>
  Object.fromEntries(Object.entries(recorded).filter(([id]) => id !== commandId));
