/** On Wayland keys of every program come through the desktop's portal alone, which is asked for before the program is ready. */
import { app } from 'electron';
import { isWayland } from './shell/key-source.ts';

export function askForPortal(): void {
  if (process.platform === 'linux' && isWayland(process.env))
    app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
}
