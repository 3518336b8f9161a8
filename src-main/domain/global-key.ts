/** Keys that are heard in every program: how they are kept, what they are for the system, and which would not do. */

export const globalKeyNames = ['talk', 'quick'] as const;
/** `talk`: hold it and speak; `quick`: the small window. */
export type GlobalKeyName = (typeof globalKeyNames)[number];

export interface GlobalKey {
  /** As the window writes keys: `Ctrl+Alt+J`, where `Ctrl` is the command key on macOS; empty: none. */
  readonly chord: string;
  /** Where the key lies, as `KeyboardEvent.code` names it: on most systems a hook sees places and no letters. */
  readonly code: string;
}

/** Both are free on Windows, macOS, GNOME and KDE, and write no letter on the usual keyboards. */
export const defaultGlobalKeys: Readonly<Record<GlobalKeyName, GlobalKey>> = {
  talk: { chord: 'Ctrl+Alt+J', code: 'KeyJ' },
  quick: { chord: 'Ctrl+Alt+Shift+J', code: 'KeyJ' },
};

export const noKey: GlobalKey = { chord: '', code: '' };

/** What a hook has to look for. */
export interface KeyCombination {
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

/** `process.platform`, or anything that begins alike. */
export type Platform = string;

const partsOf = (chord: string): { readonly held: ReadonlySet<string>; readonly key: string } => {
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  return { held: new Set(parts.slice(0, -1)), key: parts.at(-1) ?? '' };
};

export function combinationOf({ chord, code }: GlobalKey, platform: Platform): KeyCombination {
  const { held, key } = partsOf(chord);
  const isMac = platform === 'darwin';
  return {
    // Windows tells a hook the letter, not the place.
    code: platform === 'win32' ? (codeOfSign(key) ?? code) : code,
    ctrl: held.has(isMac ? 'Control' : 'Ctrl'),
    alt: held.has('Alt'),
    shift: held.has('Shift'),
    meta: held.has(isMac ? 'Ctrl' : 'Meta'),
  };
}

function codeOfSign(key: string): string | undefined {
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  return /^\d$/.test(key) ? `Digit${key}` : undefined;
}

/** Named keys that may stand in a chord, and what an accelerator of Electron calls them. */
const named: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
  Backspace: 'Backspace',
  Enter: 'Return',
  Tab: 'Tab',
};
const modifiers: Readonly<Record<string, string>> = {
  Ctrl: 'CommandOrControl',
  Control: 'Control',
  Meta: 'Super',
  Alt: 'Alt',
  Shift: 'Shift',
};
const isFunctionKey = (key: string): boolean => /^F(?:[1-9]|1\d|2[0-4])$/.test(key);

/** Undefined for keys that no system could watch. */
export function acceleratorOf({ chord }: Pick<GlobalKey, 'chord'>): string | undefined {
  const { held, key } = partsOf(chord);
  const sign = /^[A-Z\d]$/.test(key) || isFunctionKey(key) ? key : named[key];
  return sign && [...[...held].map(one => modifiers[one] ?? one), sign].join('+');
}

/** What the systems keep for themselves, as the window writes keys. */
const everywhere = ['Alt+Tab', 'Alt+Shift+Tab', 'Alt+F4', 'Ctrl+Alt+Delete', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X'];
const keptBySystem: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    ...['Ctrl+Space', 'Ctrl+Alt+Space', 'Control+Space', 'Control+Alt+Space', 'Ctrl+Tab', 'Ctrl+Shift+Tab'],
    ...['Ctrl+Q', 'Ctrl+W', 'Ctrl+H', 'Ctrl+M', 'Ctrl+Shift+3', 'Ctrl+Shift+4', 'Ctrl+Shift+5'],
    ...['Control+ArrowUp', 'Control+ArrowDown', 'Control+ArrowLeft', 'Control+ArrowRight'],
  ],
  win32: ['Alt+Space', 'Ctrl+Shift+Escape', 'Ctrl+Alt+Tab', 'Ctrl+Escape', 'Alt+Escape'],
  linux: [
    'Alt+Space',
    'Alt+F2',
    'Ctrl+Alt+T',
    'Ctrl+Alt+L',
    'Ctrl+Alt+Tab',
    'Ctrl+Alt+Backspace',
    'Ctrl+Space',
  ],
};

/**
 * `no-modifier`: it would be taken from what people type; `unknown`: no system can watch it; `system`: it does
 * something else everywhere; `other`: it is the other global key.
 */
export type KeyFault = 'no-modifier' | 'unknown' | 'system' | 'other';

/** Why this key will not do, or undefined. `others`: the chords of the other global keys. */
export function keyFault(
  key: GlobalKey,
  platform: Platform,
  others: readonly string[],
): KeyFault | undefined {
  const { held, key: sign } = partsOf(key.chord);
  if (acceleratorOf(key) === undefined) return 'unknown';
  const isCalm = held.has('Ctrl') || held.has('Control') || held.has('Alt') || held.has('Meta');
  if (!isCalm && !isFunctionKey(sign)) return 'no-modifier';
  if (everywhere.includes(key.chord) || keptBySystem[platform]?.includes(key.chord)) return 'system';
  // Nearly every key with it belongs to the desktop or its shell.
  if (held.has('Meta')) return 'system';
  if (platform === 'linux' && /^Ctrl\+Alt\+F\d+$/.test(key.chord)) return 'system';
  return others.includes(key.chord) ? 'other' : undefined;
}

/** `shortcut`: the system tells that a key was pressed, and not when it is let go; `portal`: so does Wayland's desktop. */
export const keySources = ['hook', 'shortcut', 'portal', 'command'] as const;
export type KeySource = (typeof keySources)[number];

/** Why keys cannot be held here, or not be had at all. */
export const keyLimits = ['wayland', 'no-portal', 'no-display', 'no-permission', 'failed'] as const;
export type KeyLimit = (typeof keyLimits)[number];

/** What the keys of this machine can do, and what they cannot. */
export interface KeysStatus {
  readonly source: KeySource;
  /** It is seen when the key is let go. */
  readonly canHold: boolean;
  readonly why?: KeyLimit;
  /** Keys that another program has. */
  readonly taken: readonly GlobalKeyName[];
  /** What the person may bind to keys in the settings of their desktop. */
  readonly commands: Readonly<Record<GlobalKeyName, string>>;
}
