/** Whether this desktop shows a tray; without one a window that only hides could never be found again. */
import { execFile } from 'node:child_process';

/** On the session's bus this name is owned by whoever shows StatusNotifier icons. */
const watcher = 'org.kde.StatusNotifierWatcher';
const patienceMs = 2_000;

const question = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.NameHasOwner',
  `string:${watcher}`,
] as const;

/** Desktops whose panels still take the icons of X11, to which Chromium falls back. */
const takesOldIcons = /xfce|lxde|lxqt|mate|cinnamon|i3|openbox/i;

/** Undefined where it cannot be known: a tray is tried then. */
export async function hasTrayHost(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean | undefined> {
  if (platform !== 'linux') return true;
  if (!env.DBUS_SESSION_BUS_ADDRESS) return undefined;
  const isOwned = await ask(env);
  if (isOwned !== false) return isOwned;
  return env.XDG_SESSION_TYPE !== 'wayland' && takesOldIcons.test(env.XDG_CURRENT_DESKTOP ?? '');
}

function ask(env: NodeJS.ProcessEnv): Promise<boolean | undefined> {
  return new Promise(resolve => {
    execFile('dbus-send', [...question], { env, timeout: patienceMs }, (error, stdout) => {
      const answer = /boolean (true|false)/.exec(stdout)?.[1];
      resolve(error !== null || answer === undefined ? undefined : answer === 'true');
    });
  });
}
