/** Keys pressed together, written as `Ctrl+Shift+P`; on macOS `Ctrl` is the command key. */

/** What of a keyboard event makes a chord. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const isMac = (platform: string): boolean => /mac|iphone|ipad/i.test(platform);
export const onMac = (): boolean => isMac(globalThis.navigator?.platform ?? '');

/** The key without what is held with it; '' for a key that is only held. */
function keyOf({ key, code, ctrlKey, metaKey, altKey }: Pressed): string {
  if (/^(?:Control|Shift|Alt|AltGraph|Meta|Dead|Process|Unidentified)$/.test(key)) return '';
  if (code === 'Space') return 'Space';
  // With a modifier the place counts: on many keyboards digits lie behind Shift, and Alt makes other letters.
  if (ctrlKey || metaKey || altKey) {
    const [, placed] = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(code) ?? [];
    if (placed !== undefined && (/\d/.test(placed) || !/^[a-z]$/i.test(key))) return placed;
  }
  return key.length === 1 ? key.toUpperCase() : key;
}

/** The chord of an event; '' while only modifiers are held. */
export function chordOf(event: Pressed, mac = onMac()): string {
  const key = keyOf(event);
  if (key === '') return '';
  const isControl = mac ? event.metaKey : event.ctrlKey;
  // A sign such as "?" is the same wherever Shift has to be held for it.
  const isShift = event.shiftKey && (key.length > 1 || /[\p{L}\d]/u.test(key));
  const other = mac ? event.ctrlKey && 'Control' : event.metaKey && 'Meta';
  return [isControl && 'Ctrl', other, event.altKey && 'Alt', isShift && 'Shift', key]
    .filter(Boolean)
    .join('+');
}

/** Letters and signs without Ctrl or Alt write text where one writes. */
export const writesText = (chord: string): boolean =>
  !/^(?:Ctrl|Control|Meta|Alt)\+/.test(chord) && (/^(?:Shift\+)?.$/u.test(chord) || chord === 'Space');

const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };
const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The parts of a chord as they are printed on keys; `named`: Escape, Space and Shift in the reader's language. */
export function chordParts(
  chord: string,
  named: Readonly<Record<string, string>>,
  mac = onMac(),
): readonly string[] {
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  return parts.map(part => (mac ? macSigns[part] : undefined) ?? arrows[part] ?? named[part] ?? part);
}
