/** Keys for every program, from Electron's shortcuts, the desktop's portal and the key hook. */
import { app, globalShortcut, systemPreferences } from 'electron';
import { createHookKeys } from '../adapters/global-keys/hook-keys.ts';
import type { KeysStatus } from '../domain/global-key.ts';
import { engineProgram } from './program-path.ts';
import { KeyService } from './shell/key-service.ts';
import { type ShellKeys, startShellKeys } from './shell/shell-keys.ts';
import type { ShellParts } from './shell/shell-parts.ts';

/** `changed`: what the keys can do is another thing now. */
export function startKeys(shell: ShellParts, changed: () => void): ShellKeys {
  const { clock, log } = shell;
  return startShellKeys(
    shell,
    given =>
      new KeyService({
        ...given,
        clock,
        platform: process.platform,
        env: process.env,
        commands: commandsOf(),
        shortcuts: {
          register: (accelerator, pressed) => globalShortcut.register(accelerator, pressed),
          unregister: accelerator => globalShortcut.unregister(accelerator),
          setSuspended: isSuspended => globalShortcut.setSuspended(isSuspended),
        },
        openHook: listener =>
          createHookKeys({
            ...engineProgram('key-hook'),
            clock,
            listener: {
              ...listener,
              onState(state) {
                if (state === 'watching') log.write('info', 'keys.watching');
                listener.onState(state);
              },
            },
            obstacle: () => (isForbidden() ? 'no-permission' : undefined),
            onError: error => log.write('warn', 'keys.hookEnded', {}, error),
          }),
      }),
    changed,
  );
}

/** macOS ends a program that looks at keys without having been allowed to. */
const isForbidden = (): boolean =>
  process.platform === 'darwin' && !systemPreferences.isTrustedAccessibilityClient(false);

/** The program itself, as the settings of a desktop can start it. */
function commandsOf(): KeysStatus['commands'] {
  const own = quoted(process.env.APPIMAGE ?? process.execPath);
  const program = app.isPackaged ? own : `${own} ${quoted(app.getAppPath())}`;
  return { talk: `${program} --talk`, quick: `${program} --toggle` };
}

const quoted = (path: string): string => (/^[\w./:\\-]+$/.test(path) ? path : `"${path}"`);
