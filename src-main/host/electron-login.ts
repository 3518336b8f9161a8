/** Starting with the computer, hidden in the tray: the system's own list, or a file where the desktop reads such. */
import { app } from 'electron';
import { JarvisError } from '../domain/errors.ts';
import { autostartFile, setAutostart, startsBy } from './shell/autostart-file.ts';

/** What the system starts: the AppImage itself, not what it unpacked; in development the program's folder too. */
const command = (): readonly string[] => [
  process.env.APPIMAGE ?? process.execPath,
  ...(app.isPackaged ? [] : [app.getAppPath()]),
  '--hidden',
];

const listed = { args: ['--hidden'] } as const;
const hasList = process.platform === 'darwin' || process.platform === 'win32';
const ownFile = (): string => autostartFile(process.env, app.getPath('home'));

/** Undefined where it can be neither asked nor set. */
export function startsAtLogin(): boolean | undefined {
  if (hasList) return app.getLoginItemSettings({ args: [...listed.args] }).openAtLogin;
  return process.platform === 'linux' ? startsBy(ownFile()) : undefined;
}

/** Throws `host.no-login-start`. */
export function startAtLogin(on: boolean): void {
  try {
    if (hasList) app.setLoginItemSettings({ openAtLogin: on, args: [...listed.args] });
    else setAutostart(ownFile(), on ? command() : undefined);
  } catch (error) {
    throw new JarvisError('host.no-login-start', {}, error);
  }
  // The system may have refused without a word.
  if (startsAtLogin() !== on) throw new JarvisError('host.no-login-start');
}
