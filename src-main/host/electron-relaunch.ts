/** Ends the program and starts it anew, safely or as usual. */
import { app } from 'electron';

export function relaunch({ isSafe }: { readonly isSafe: boolean }): void {
  // Nobody drives the new one, and it decides anew how it starts.
  const given = process.argv.slice(1).filter(arg => !/^--(?:safe|hidden|inspect|remote-debugging)/.test(arg));
  startAfterwards([...given, ...(isSafe ? ['--safe'] : [])]);
  app.quit();
}

/** What lies at our place once this program has ended: of an AppImage the file itself, for what is mounted is gone then. */
export function startAfterwards(args: readonly string[]): void {
  const { APPIMAGE } = process.env;
  app.relaunch({ args: [...args], ...(APPIMAGE !== undefined && { execPath: APPIMAGE }) });
}
