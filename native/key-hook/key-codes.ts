/** The hook's numbers of keys, by the names that a window knows them by (`KeyboardEvent.code`). */
import type { UiohookKey } from 'uiohook-napi';

type HookKeys = typeof UiohookKey;

const same = [
  ...['Space', 'PageUp', 'PageDown', 'End', 'Home', 'Insert', 'Delete', 'Backspace', 'Tab', 'Enter'],
  ...['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'Semicolon', 'Equal', 'Comma', 'Minus', 'Period'],
  ...['Slash', 'Backquote', 'BracketLeft', 'Backslash', 'BracketRight', 'Quote', 'ScrollLock', 'PrintScreen'],
];

/** Undefined for a key that the hook does not know. */
export function hookCodeOf(code: string, keys: HookKeys): number | undefined {
  const [, sign] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.filter(Boolean) ?? [];
  const name = sign ?? (same.includes(code) || /^(?:F\d{1,2}|Numpad\w+)$/.test(code) ? code : undefined);
  return name !== undefined && Object.hasOwn(keys, name) ? keys[name as keyof HookKeys] : undefined;
}
