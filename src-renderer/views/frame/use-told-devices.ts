/** Tells the desktop program the names of the microphones, for its menu. */
import { useEffect } from 'react';
import { useDevices } from '../voice/use-devices.ts';
import { useActions, useWindow } from '../window-context.tsx';

export function useToldDevices(): void {
  const { tellDevices } = useActions();
  const { microphones } = useDevices();
  const isInShell = useWindow(state => state.shell !== undefined);
  useEffect(() => {
    if (isInShell && microphones.length > 0) void tellDevices(microphones);
  }, [isInShell, microphones, tellDevices]);
}
