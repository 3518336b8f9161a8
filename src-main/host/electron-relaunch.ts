/** Ends the program and starts it anew, safely or as usual. */
import { app } from 'electron';
import { withoutWishes } from './shell/shell-order.ts';

export function relaunch({ isSafe }: { readonly isSafe: boolean }): void {
  // Nobody drives the new one, and it decides anew how it starts.
  const given = startedWith().filter(arg => !/^--(?:safe|hidden|inspect|remote-debugging)/.test(arg));
  startAfterwards([...given, ...(isSafe ? ['--safe'] : [])]);
  app.quit();
}

/** What this program was started with, less what it was asked to do, which it has done. */
export function startedWith(): readonly string[] {
  const args = process.argv.slice(1);
  // In development the program's own folder stands before what was given, with switches before it.
  const own = app.isPackaged ? 0 : args.findIndex(arg => !arg.startsWith('-')) + 1;
  return [...args.slice(0, own), ...withoutWishes(args.slice(own))];
}

/** What lies at our place once this program has ended: of an AppImage the file itself, for what is mounted is gone then. */
export function startAfterwards(args: readonly string[]): void {
  const { APPIMAGE } = process.env;
  app.relaunch({ args: [...args], ...(APPIMAGE !== undefined && { execPath: APPIMAGE }) });
}
