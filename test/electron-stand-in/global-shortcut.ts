/** Keys of every program: kept here, pressed by the tests; some may belong to another program. */

const modifiers = new Set([
  'Command',
  'Cmd',
  'Control',
  'Ctrl',
  'CommandOrControl',
  'CmdOrCtrl',
  'Alt',
  'Option',
  'AltGr',
  'Shift',
  'Super',
  'Meta',
]);

const keyOf = (accelerator: string): string => {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  if (key === '' || parts.some(part => !modifiers.has(part)))
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
  return accelerator;
};

const registered = new Map<string, () => void>();
let isSuspended = false;

/** For tests alone: `ofOthers` are registered by another program; `press` is what the system does. */
export const shortcuts = {
  ofOthers: new Set<string>(),
  registered: (): readonly string[] => [...registered.keys()],
  press: (accelerator: string): void => {
    if (!isSuspended) registered.get(accelerator)?.();
  },
};

export const globalShortcut = {
  register(accelerator: string, callback: () => void): boolean {
    const key = keyOf(accelerator);
    if (isSuspended || registered.has(key) || shortcuts.ofOthers.has(key)) return false;
    registered.set(key, callback);
    return true;
  },
  unregister: (accelerator: string): void => void registered.delete(keyOf(accelerator)),
  unregisterAll: (): void => registered.clear(),
  setSuspended: (suspended: boolean): void => {
    isSuspended = suspended;
  },
  isSuspended: (): boolean => isSuspended,
  isRegistered: (accelerator: string): boolean => registered.has(keyOf(accelerator)),
};
